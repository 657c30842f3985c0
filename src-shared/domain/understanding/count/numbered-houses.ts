import { cardinalOf, numeralSource } from '../../../text/numerals.ts'
import type { Hearing } from '../hearing/hearing.ts'

const house = new RegExp(`(${numeralSource})(几?)(?:号|[个名位](?!月|小时|钟))`, 'g')
const remembered = new WeakMap<Hearing, ReadonlySet<number>>()

/** Numbers that are houses, or of something else that is numbered: 二百四十三 is no sum after 二百四十三号. */
export function housesSaid(hearing: Hearing): ReadonlySet<number> {
  const known = remembered.get(hearing)
  if (known !== undefined) return known
  const houses = new Set<number>()
  for (const { text } of hearing.lines)
    for (const [, words = '', about] of text.matchAll(house)) {
      const value = cardinalOf(words)
      // 四百七十几号 is any up to 四百七十九.
      if (value !== undefined)
        for (let more = 0; more <= (about === '' ? 0 : 9); more++) houses.add(value + more)
    }
  remembered.set(hearing, houses)
  return houses
}
