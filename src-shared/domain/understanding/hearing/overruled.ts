/**
 * What takes the place of what the rules heard: `by` the likeliest of the candidates, undefined for none of them. Undefined where
 * that does not outweigh by more than `worth` what the rules heard, whose log-odds are `own` (0 for nothing).
 */
export function overruled<T extends { readonly odds: number }>(
  candidates: readonly T[],
  own: number,
  worth: number,
): { readonly by: T | undefined } | undefined {
  const best = candidates.toSorted((one, other) => other.odds - one.odds)[0]
  const likely = best !== undefined && best.odds > 0 ? best : undefined
  return (likely?.odds ?? 0) - own > worth ? { by: likely } : undefined
}
