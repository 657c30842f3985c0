import type { Draw } from './names.ts'

/** The items in another order, the same for the same draw. */
export function shuffled<T>(items: readonly T[], draw: Draw): readonly T[] {
  const order = [...items]
  for (let at = order.length - 1; at > 0; at--) {
    const other = draw.below(at + 1)
    const [one, two] = [order[at], order[other]]
    if (one === undefined || two === undefined) continue
    order[at] = two
    order[other] = one
  }
  return order
}
