import type { TicketFields } from '../../ticket-fields.ts'
import { folded } from '../hearing/citizen-said.ts'
import { type Hearing, previousSeatLine } from '../hearing/hearing.ts'
import { grieves } from '../kind/grievance.ts'
import { joinedByName } from './own-part.ts'
import { isPlaceOfSeat, signsOf } from './party-signs.ts'
import { spelt } from './party-spelling.ts'
import { personAsked } from './subject-answer.ts'
import { isLandmark, isOwn } from './subject-role.ts'
import type { TaggedParty } from './tagged-parties.ts'
import type { WeighedMention } from './weighed-mentions.ts'

/** One that may be the party complained of: everything by which the call names it, and what speaks for and against it. */
export interface Candidate {
  readonly mentions: readonly WeighedMention[]
  readonly signs: readonly string[]
  /** Told in so many words, more than any other, and the seat has not had the time to take it up. */
  readonly early: boolean
  /** Excused, located or to be reached, in a call that blames nobody. */
  readonly onlyDealtWith: boolean
}

/** What is known of the call as a whole. */
export interface Matter {
  readonly hearing: Hearing
  readonly parties: readonly TaggedParty[]
  readonly requestType: TicketFields['requestType']
}

/**
 * All that may be meant; mentions of one sound, or of the same parties of the list, are of one. A landmark, who is
 * the caller's own, is a person with a form of address or was named by mistake is never meant.
 */
export function candidatesOf(matter: Matter, mentions: readonly WeighedMention[]): readonly Candidate[] {
  const { hearing } = matter
  const isNone = (name: string): boolean =>
    isCallersOwn(hearing, name) || takenBack(hearing, name) || isAddressed(hearing, name)
  const none = new Set([...new Set(mentions.map(({ name }) => name))].filter(isNone))
  const named = mentions.filter(
    (mention) => mention.role > 0 && !none.has(mention.name) && !isOwnSurname(hearing, mention),
  )
  const groups = joinedByName(grouped(named))
  const sounds = hearing.lines.map(({ text }) => ` ${folded(text)} `)
  const clearest = clearestOf(matter, groups.flat())
  const asides = new Set(mentions.filter(isAside).map(keyOf))
  return groups.map((own) => {
    const clear = clearest !== undefined && own.includes(clearest)
    const aside = own.some((mention) => asides.has(keyOf(mention)))
    const signs = signsOf(matter, { own, all: groups, clear, aside }, sounds)
    return {
      mentions: own,
      signs,
      early: clear && !aside && isEarly(hearing, own),
      onlyDealtWith: !blames(matter) && isOnlyDealtWith(own, signs),
    }
  })
}

const dealings = ['excused true', 'located true', 'reached true']
const isOnlyDealtWith = (own: readonly WeighedMention[], signs: readonly string[]): boolean =>
  own.every(({ told }) => told < leastRole.unlisted) && dealings.some((sign) => signs.includes(sign))

/** Who asks for help, asks or proposes blames nobody, unless he tells of a wrong. */
const blames = ({ hearing, requestType }: Matter): boolean =>
  !['求助', '建议', '咨询'].includes(requestType ?? '') || grieves(hearing)

const mostAnswers = 1

function isEarly({ lines }: Hearing, own: readonly WeighedMention[]): boolean {
  const named = Math.min(...own.map(({ line }) => line.index))
  const answers = lines.filter(({ speaker, index }) => speaker === 'seat' && index > named)
  return own.some(({ told }) => told >= leastRole.unlisted) && answers.length <= mostAnswers
}

/** A name that elsewhere in the call only tells where something is. */
const isAside = ({ role, line, start, end }: WeighedMention): boolean =>
  role === 0 && isLandmark(spelt(line), start, end)

/**
 * Mentions of one party together: of one sound, of the same parties of the list, or a part of a longer name; after
 * 增城供水公司, 供水公司 is that one, and after 恒悦物业江语名庭管理处 so is 恒悦物业.
 */
function grouped(mentions: readonly WeighedMention[]): readonly (readonly WeighedMention[])[] {
  const groups = Map.groupBy(mentions, keyOf)
  const byLength = [...groups]
    .map(([key, group]) => ({ key, group, sound: ` ${folded(group[0]?.name ?? '')} ` }))
    .sort((one, other) => other.sound.length - one.sound.length)
  for (const { key, group, sound } of byLength) {
    const longer = byLength.find(
      (other) =>
        other.sound.length > sound.length &&
        groups.has(other.key) &&
        (group[0]?.subjects.length === 0 || other.group[0]?.subjects.length !== 0) &&
        other.sound.includes(sound),
    )
    const whole = longer?.group[0]
    if (longer === undefined || whole === undefined) continue
    const { name, subjects } = whole
    const named = subjects.length > 0 ? { name, subjects } : {}
    groups.delete(key)
    const parts = group.map((mention) => ({ ...mention, ...named }))
    groups.set(longer.key, [...(groups.get(longer.key) ?? []), ...parts])
  }
  return [...groups.values()]
}

function keyOf({ name, subjects }: WeighedMention): string {
  const ids = subjects.map(({ id }) => id).join()
  return ids === '' ? folded(name) : ids
}

/** What makes an unlisted name a party; a listed one is known to be one, unless it is only an ordinary word. */
const leastRole = { unlisted: 2, listed: 0.5 }
/** Who asks for help or proposes something complains of nobody whom he does not blame in words, or by all told together. */
const leastUnblaming = { told: 2.65, weighed: 4.4 }

/** The mention of which most is told, where enough is. */
function clearestOf(matter: Matter, mentions: readonly WeighedMention[]): WeighedMention | undefined {
  const { hearing } = matter
  const blaming = blames(matter)
  return mentions
    .filter(({ name, told }) => told > 0 || !isPlaceOfSeat(hearing, name))
    .filter(({ role, told, subjects }) =>
      blaming
        ? role >= (subjects.length > 0 ? leastRole.listed : leastRole.unlisted)
        : told >= leastUnblaming.told || (told >= leastRole.unlisted && role >= leastUnblaming.weighed),
    )
    .reduce<WeighedMention | undefined>(
      (top, mention) => (top === undefined || rankOf(mention) > rankOf(top) ? mention : top),
      undefined,
    )
}

/** Of two mentions the one of which more is told; a name of the list is likelier a name. */
export const rankOf = (mention: WeighedMention): number =>
  mention.role + (mention.subjects.length > 0 ? 1.5 : 0) + mention.confidence

/** 我姓易荣易的易, which sounds like 信易融. */
const isOwnSurname = (hearing: Hearing, { line, start, subjects }: WeighedMention): boolean =>
  subjects.length > 0 &&
  line.speaker === 'citizen' &&
  /姓.?$/.test(line.text.slice(0, start + 1)) &&
  personAsked(previousSeatLine(hearing, line)?.text ?? '') === 'caller'

/** 梁伟堂先生: a person, whoever calls him so. */
const isAddressed = (hearing: Hearing, name: string): boolean =>
  hearing.lines.some(({ text }) => {
    const at = text.indexOf(name)
    return at >= 0 && /^(?:先生|女士|小姐|男士|阿姨)/.test(text.slice(at + name.length))
  })

/** 幸运茶餐厅我自己的店 is the caller's wherever it is named. */
const isCallersOwn = (hearing: Hearing, name: string): boolean =>
  hearing.lines.some((line) => {
    const at = line.speaker === 'citizen' ? line.text.indexOf(name) : -1
    return at >= 0 && isOwn(line, at + name.length, at)
  })

/** 穗康那家没事是我搞混了, 不是医院自己的: named by mistake, or not to blame. */
function takenBack(hearing: Hearing, name: string): boolean {
  const theirs = notTheirs(name)
  return hearing.lines.some(({ speaker, text }) => {
    if (speaker === 'citizen' && theirs.test(text)) return true
    const at = speaker === 'citizen' ? text.indexOf(name.slice(0, 2)) : -1
    return (
      at >= 0 && /^.{2,8}?(?:没事|没问题)?(?:是|都是)?我?(?:搞混|弄混|记错|搞错|说错)/.test(text.slice(at))
    )
  })
}

const notTheirs = (name: string): RegExp =>
  new RegExp(`[不吾唔]是(?:它|这个|那个)?(?:${name}|${name.slice(-2)})(?:他们)?(?:自己|本身)(?:的|开|管|搞)`)
