/** A call's value by the rules, with the signs, and as it should be; undefined for none. */
interface Told {
  readonly call: string
  readonly ruled: string | undefined
  readonly told: string | undefined
  readonly wanted: string | undefined
}

/** Prints in how many calls a value, or that there is none, is right by the rules alone and with the signs; with `misses` also which. */
export function printOverruled(
  set: string,
  calls: readonly Told[],
  misses: boolean,
  isSame = (one: string | undefined, other: string | undefined): boolean => one === other,
): void {
  const rules = calls.filter(({ ruled, wanted }) => isSame(ruled, wanted)).length
  const both = calls.filter(({ told, wanted }) => isSame(told, wanted)).length
  console.log(set.padEnd(9), `rules ${String(rules)}, with signs ${String(both)} of ${String(calls.length)}`)
  if (!misses) return
  for (const { call, told, ruled, wanted } of calls)
    if (told !== ruled || !isSame(told, wanted))
      console.log(`  ${call} ${ruled} → ${told}, expected ${wanted}`)
}
