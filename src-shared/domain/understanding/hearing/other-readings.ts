import { toSyllables } from '../../../text/pinyin.ts'

/** Characters of names with a reading that a dictionary does not give, and a plain character of that reading. */
const readings: readonly (readonly [string, string])[] = [
  ...([
    ['番禺', '翻鱼'],
    ['番禺', '番鱼'],
    ['涌', '冲'],
    ['长', '常'],
    ['陂', '皮'],
    ['陂', '杯'],
  ] as const),
  ...([
    ['朝', '潮'],
    ['重', '虫'],
    ['乐', '勒'],
    ['行', '航'],
    ['塱', '朗'],
    ['滘', '教'],
    ['埔', '布'],
  ] as const),
  ...([
    ['厦', '夏'],
    ['圩', '虚'],
    ['埗', '步'],
    ['冼', '显'],
    ['栖', '西'],
    ['番', '翻'],
  ] as const),
]

/** The same name spelled by its other readings, each of which sounds different from the name as a dictionary reads it. */
export function otherReadings(name: string): readonly string[] {
  const sound = toSyllables(name).join(' ')
  return readings
    .filter(([written]) => name.includes(written))
    .map(([written, spoken]) => name.replaceAll(written, spoken))
    .filter((spelled) => toSyllables(spelled).join(' ') !== sound)
}
