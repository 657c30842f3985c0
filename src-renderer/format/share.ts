/** A share (0–1) in per cent. */
export function formatShare(share: number): string {
  return `${(share * 100).toFixed(0)}%`
}
