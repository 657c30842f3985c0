import { oncePer, oncePerText } from '../../../base/remember.ts'
import { cardinalOf, numeralSource } from '../../../text/numerals.ts'
import type { Hearing } from '../hearing/hearing.ts'

const house = new RegExp(`(${numeralSource})(几?)(?:号|[个名位](?!月|小时|钟))`, 'g')

/** Numbers that are houses, or of something else that is numbered: 二百四十三 is no sum after 二百四十三号. */
export const housesSaid = oncePer(
  ({ lines }: Hearing): ReadonlySet<number> => new Set(lines.flatMap(({ text }) => housesIn(text))),
)

const housesIn = oncePerText((text): readonly number[] =>
  [...text.matchAll(house)].flatMap(([, words = '', about]) => {
    const value = cardinalOf(words)
    if (value === undefined) return []
    // 四百七十几号 is any up to 四百七十九.
    return Array.from({ length: about === '' ? 1 : 10 }, (_, more) => value + more)
  }),
)
