import { clauseOfMatter, sharesWord } from './demand-clause.ts'
import type { Hearing } from '../hearing/hearing.ts'
import { wishText } from './wish-text.ts'
import { things } from '../hearing/ticket-words.ts'

const nouns = new Set(things.split(' '))
const longestNoun = 6
/** A wish that names nothing: 修一下, 赶紧处理, 退给我. */
const bare =
  /^(?:尽快|赶紧|马上|快点|叫人来?|派人|派人来|派人过来|赶紧来人|来人|过来|上门|帮忙|来|去|人来|一起|[^，]{0,6}?(?=维修$|修一?下$)|[^，]{0,6}?(?:之内|以内|内|之前|前|今天|今晚|明天)(?:就|要|给)?)?(?:看看怎么|想办法)?(修|维修|修理|修好|处理|解决|检查|查|拆|拆掉|拆除|清理|清走|更换|换|补|装|恢复|弄好|搬走|挪走|移走|移开|挪开|拿走|关掉|退还|归还|赔偿|找回?|寻找|补办)(?:一?下|一?个|好|掉|了)?$/

/** What is to be restored, where the words tell only what is gone. */
const supplies: readonly (readonly [RegExp, string])[] = [
  [/停水|没有?水|断水|来水/, '供水'],
  [/停电|没有?电|断电|来电/, '供电'],
  [/停气|没有?(?:煤|燃)?气|断气/, '供气'],
  [/暖气|供暖/, '供暖'],
  [/断网|没有?网|网.{0,3}(?:断|慢|卡|连不|上不)|上不了网/, '网络'],
]

export function supplyTold(hearing: Hearing): string | undefined {
  const told = hearing.lines.filter(({ speaker }) => speaker === 'citizen').map(({ text }) => text)
  return supplies.find(([pattern]) => told.some((text) => pattern.test(text)))?.[1]
}

/** 恢复 goes with any supply, 修 only with a connection that is down. */
function supplyMeant(hearing: Hearing, act: string): string | undefined {
  const supply = act === '恢复' || act.startsWith('修') ? supplyTold(hearing) : undefined
  return act === '恢复' || supply === '网络' ? supply : undefined
}

/** The first of the things that tickets are about which the caller told of. */
export function thingTold(hearing: Hearing): string | undefined {
  for (const line of hearing.lines) {
    if (line.speaker !== 'citizen') continue
    const text = wishText(line.text)
    for (let at = 0; at < text.length; at++)
      for (let length = longestNoun; length >= 2; length--) {
        const word = text.slice(at, at + length)
        if (word.length === length && nouns.has(word) && !denied(text, at)) return word
      }
  }
  return undefined
}

/** Whether words name one of the things that tickets are about. */
export const namesThing = (words: string): boolean => [...nouns].some((noun) => words.includes(noun))

/** 不是暖气是热水器坏了 */
const denied = (text: string, at: number): boolean =>
  /(?:不是|没有)$/.test(text.slice(Math.max(0, at - 2), at))

/** A proposal up to this length seldom says what for. */
const shortProposal = 6

/** Names what a demand leaves to what was told before: 修一下 → 修路灯, 通道 → 消防通道. */
export function withThing(hearing: Hearing, demand: string): string {
  const mood = demand.slice(0, 2)
  const rest = demand.slice(2)
  const match = bare.exec(rest)
  if (match === null) {
    const named = mood + withFullNames(hearing, rest)
    const open = leavesOpen.test(rest) || (mood === '建议' && rest.length <= shortProposal)
    return open && !namesThing(rest) ? withClause(hearing, named) : named
  }
  const thing = supplyMeant(hearing, match[1] ?? '') ?? thingTold(hearing)
  if (thing === undefined) return withClause(hearing, demand)
  if (rest.includes(thing)) return demand
  const problem = /处理|解决/.test(match[1] ?? '')
  return `${mood}${rest.replace(/一?下$|一?个$|掉$|了$/, '')}${thing}${problem ? '的问题' : ''}`
}

/** 消防通道, which callers also shorten: 通道. A word that is itself a thing (水管) shortens nothing. */
const longNames = [...nouns]
  .filter((noun) => noun.length >= 4 && !nouns.has(noun.slice(2)))
  .map((noun) => ({ noun, short: noun.slice(2) }))

function withFullNames(hearing: Hearing, words: string): string {
  const meant = longNames.find(
    ({ noun, short }) =>
      words.includes(short) &&
      !words.includes(noun) &&
      hearing.lines.some(({ speaker, text }) => speaker === 'citizen' && wishText(text).includes(noun)),
  )
  return meant === undefined ? words : words.replace(meant.short, meant.noun)
}

/** 叫人来抓, 不要养这么多, 弄掉它: a wish of which only the words before tell what it is about. */
const leavesOpen =
  /^.{0,8}帮(?:个|一?下)?(?:手|忙)?$|^帮忙找人$|^(?:(?:叫|派|让|找|请)(?:你们|他们?|她们?|个?人|物业|城管|街道|消防|警察|交警|环保局?|有关部门)?(?:过?来|去)?)?(?:马上|尽快|赶紧)?(?:一?下)?(?:帮忙)?(?:抓|弄|捉|赶(?![紧快])|清|修|查|看看|处理|管|拆|搬|停|关|来修表|修表|收|劝|救|送[他她它]|不要|别|不许)[^，]{0,12}$/

/** A demand and, in brackets, what the caller told that it is about. */
function withClause(hearing: Hearing, demand: string): string {
  const clause = clauseOfMatter(hearing)?.value
  if (clause === undefined || sharesWord(clause, demand.slice(2))) return demand
  return `${demand}（${clause}）`
}
