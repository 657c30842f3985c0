import { oncePer } from '../../../base/remember.ts'
import { cardinalOf, numeralSource } from '../../../text/numerals.ts'
import type { Hearing } from '../hearing/hearing.ts'

const house = new RegExp(`(${numeralSource})(几?)(?:号|[个名位](?!月|小时|钟))`, 'g')

/** Numbers that are houses, or of something else that is numbered: 二百四十三 is no sum after 二百四十三号. */
export const housesSaid = oncePer((hearing: Hearing): ReadonlySet<number> => {
  const houses = new Set<number>()
  for (const { text } of hearing.lines)
    for (const [, words = '', about] of text.matchAll(house)) {
      const value = cardinalOf(words)
      // 四百七十几号 is any up to 四百七十九.
      if (value !== undefined)
        for (let more = 0; more <= (about === '' ? 0 : 9); more++) houses.add(value + more)
    }
  return houses
})
