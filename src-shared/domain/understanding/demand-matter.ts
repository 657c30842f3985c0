import type { Hearing } from './hearing.ts'
import { respell } from './respell.ts'
import { things } from './ticket-words.ts'

const nouns = new Set(things.split(' '))
const longestNoun = 6
/** A wish that names nothing: 修一下, 赶紧处理, 退给我. */
const bare =
  /^(?:尽快|赶紧|马上|快点|派人|派人来|派人过来|过来|上门|帮忙|来|去|人来|一起|[^，]{0,6}?(?=维修$|修一?下$))?(?:看看怎么|想办法)?(修|维修|修理|修好|处理|解决|检查|查|拆|拆掉|拆除|清理|清走|更换|换|补|装|恢复|弄好|搬走|挪走|退还|归还|赔偿)(?:一?下|好|掉|了)?$/

/** What is to be restored, where the words tell only what is gone. */
const supplies: readonly (readonly [RegExp, string])[] = [
  [/停水|没有?水|断水|来水/, '供水'],
  [/停电|没有?电|断电|来电/, '供电'],
  [/停气|没有?(?:煤|燃)?气|断气/, '供气'],
  [/暖气|供暖/, '供暖'],
]

function supplyTold(hearing: Hearing): string | undefined {
  const told = hearing.lines.filter(({ speaker }) => speaker === 'citizen').map(({ text }) => text)
  return supplies.find(([pattern]) => told.some((text) => pattern.test(text)))?.[1]
}

/** The first of the things that tickets are about which the caller told of. */
function thingTold(hearing: Hearing): string | undefined {
  for (const line of hearing.lines) {
    if (line.speaker !== 'citizen') continue
    const text = respell(line.text)
    for (let at = 0; at < text.length; at++)
      for (let length = longestNoun; length >= 2; length--) {
        const word = text.slice(at, at + length)
        if (word.length === length && nouns.has(word) && !denied(text, at)) return word
      }
  }
  return undefined
}

/** 不是暖气是热水器坏了 */
const denied = (text: string, at: number): boolean =>
  /(?:不是|没有)$/.test(text.slice(Math.max(0, at - 2), at))

/** Names what a demand leaves to what was told before: 修一下 → 修路灯, 通道 → 消防通道. */
export function withThing(hearing: Hearing, demand: string): string {
  const mood = demand.slice(0, 2)
  const rest = demand.slice(2)
  const match = bare.exec(rest)
  if (match === null) return mood + withFullNames(hearing, rest)
  const thing = (match[1] === '恢复' ? supplyTold(hearing) : undefined) ?? thingTold(hearing)
  if (thing === undefined || rest.includes(thing)) return demand
  const problem = /处理|解决/.test(match[1] ?? '')
  return `${mood}${rest.replace(/一?下$|掉$|了$/, '')}${thing}${problem ? '的问题' : ''}`
}

function withFullNames(hearing: Hearing, words: string): string {
  const told = hearing.lines.filter(({ speaker }) => speaker === 'citizen').map(({ text }) => respell(text))
  for (const noun of nouns) {
    if (noun.length < 4 || words.includes(noun)) continue
    const short = noun.slice(2)
    if (words.includes(short) && !nouns.has(short) && told.some((text) => text.includes(noun)))
      return words.replace(short, noun)
  }
  return words
}
