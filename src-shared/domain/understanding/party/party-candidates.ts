import type { TicketFields } from '../../ticket-fields.ts'
import { folded } from '../hearing/citizen-said.ts'
import { type Hearing, previousSeatLine } from '../hearing/hearing.ts'
import { grieves } from '../kind/grievance.ts'
import { askedWho } from './subject-answer.ts'
import { spelt } from './party-spelling.ts'
import { isBlamed, isBlamedAfter, isLandmark, isOwn } from './subject-role.ts'
import type { TaggedParty } from './tagged-parties.ts'
import type { WeighedMention } from './weighed-mentions.ts'

/** One that may be the party complained of: everything by which the call names it, and what speaks for and against it. */
export interface Candidate {
  readonly mentions: readonly WeighedMention[]
  readonly signs: readonly string[]
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
  const groups = new Map<string, WeighedMention[]>()
  const isNone = (name: string): boolean =>
    isCallersOwn(hearing, name) || takenBack(hearing, name) || isAddressed(hearing, name)
  const none = new Set([...new Set(mentions.map(({ name }) => name))].filter(isNone))
  for (const mention of mentions) {
    if (mention.role === 0 || none.has(mention.name)) continue
    const ids = mention.subjects.map(({ id }) => id).join()
    const key = ids === '' ? folded(mention.name) : ids
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [mention])
    else group.push(mention)
  }
  const sounds = hearing.lines.map(({ text }) => ` ${folded(text)} `)
  const clearest = clearestOf(matter, [...groups.values()].flat())
  return [...groups.values()].map((own) => {
    const clear = clearest !== undefined && own.includes(clearest)
    return { mentions: own, signs: signsOf(matter, own, sounds, clear) }
  })
}

/** What makes an unlisted name a party; a listed one is known to be one, unless it is only an ordinary word. */
const leastRole = { unlisted: 2, listed: 0.5 }
/** Who asks for help or proposes something complains of nobody whom he does not blame in words, or by all told together. */
const leastUnblaming = { told: 2.65, weighed: 4.4 }

/** The mention of which most is told, where enough is. */
function clearestOf(
  { hearing, requestType }: Matter,
  mentions: readonly WeighedMention[],
): WeighedMention | undefined {
  const blames = !['求助', '建议', '咨询'].includes(requestType ?? '') || grieves(hearing)
  return mentions
    .filter(({ name, told }) => told > 0 || !isPlaceOfSeat(hearing, name))
    .filter(({ role, told, subjects }) =>
      blames
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

/** Steps between which margins and roles tell no more from less. */
const marginSteps = [0, 40, 90, 150, 220, 320, 450]
const toldSteps = [0.5, 1.5, 2, 2.3, 3, 4.4]
const step = (value: number, steps: readonly number[]): string =>
  String(steps.filter((least) => value >= least).length)

/** What is said around the mentions of one party; signs that tell more together stand together as well. */
function signsOf(
  { hearing, parties, requestType }: Matter,
  own: readonly WeighedMention[],
  sounds: readonly string[],
  clear: boolean,
): readonly string[] {
  const names = new Set(own.map(({ name }) => folded(name)))
  const citizen = marginOf(parties, own, names, 'citizen')
  const told = `told ${step(Math.max(...own.map((mention) => mention.told)), toldSteps)}`
  const list = `list ${listedAs(own)}`
  const type = `type ${requestType ?? 'none'}`
  const asked = `asked ${questionBefore(hearing, own)}`
  const echo = `echo ${echoOf(hearing, own, names, sounds)}`
  return [
    ...['any', told, citizen, list, type, asked, echo],
    marginOf(parties, own, names, 'seat'),
    ...[`clear ${String(clear)}`, `clear ${String(clear)} ${list}`, `clear ${String(clear)} ${citizen}`],
    ...[`${told} ${list}`, `${citizen} ${list}`, `${type} ${told}`, `${type} ${citizen}`, `${type} ${list}`],
    ...[`${asked} ${list}`, `${asked} ${told}`, `${echo} ${citizen}`, `${echo} ${asked}`],
    ...answers(hearing, own).map((answered) => `${answered} ${asked}`),
    ...standings(hearing, own, list),
  ]
}

/** The most that the words around any of the names weigh, as `speaker` says it. */
function marginOf(
  parties: readonly TaggedParty[],
  own: readonly WeighedMention[],
  names: ReadonlySet<string>,
  speaker: 'citizen' | 'seat',
): string {
  const margins = parties
    .filter((party) => party.line.speaker === speaker)
    .filter(
      (party) =>
        own.some(
          ({ line, start, end }) => line.index === party.line.index && start < party.end && end > party.start,
        ) || names.has(folded(spelt(party.line).text.slice(party.start, party.end))),
    )
    .map(({ margin }) => margin)
  return `${speaker} ${margins.length === 0 ? 'none' : step(Math.max(...margins), marginSteps)}`
}

function listedAs([mention]: readonly WeighedMention[]): string {
  const kinds = new Set(mention?.subjects.map(({ kind }) => kind))
  if (kinds.size === 0) return 'none'
  if ([...kinds].every((kind) => kind === 'government')) return 'government'
  if ([...kinds].every((kind) => kind === 'utility' || kind === 'transport')) return 'utility'
  return [...kinds].every((kind) => kind === 'construction') ? 'site' : 'other'
}

const citizenMentions = (own: readonly WeighedMention[]): readonly WeighedMention[] =>
  own.filter(({ line }) => line.speaker === 'citizen')

function questionBefore(hearing: Hearing, own: readonly WeighedMention[]): string {
  const asked = citizenMentions(own).map(({ line }) => askedWho(hearing, line))
  return (['name', 'which', 'office'] as const).find((question) => asked.includes(question)) ?? 'none'
}

const asksWhere = /哪里|哪儿|地址|位置|什么路|哪条|哪个[区镇街]/
const asksPerson = /贵姓|您的?(?:姓|名|怎么称呼)|称呼|姓名|名字|联系人|小姐/

/** Whether the name answers a question for a place or for somebody's name. */
function answers(hearing: Hearing, own: readonly WeighedMention[]): readonly string[] {
  const questions = citizenMentions(own).flatMap(({ line }) => previousSeatLine(hearing, line)?.text ?? [])
  return [
    `place ${String(questions.some((text) => asksWhere.test(text)))}`,
    `person ${String(questions.some((text) => asksPerson.test(text)))}`,
  ]
}

/** How often the seat says a name after the caller, and whether at once. */
function echoOf(
  { lines }: Hearing,
  own: readonly WeighedMention[],
  names: ReadonlySet<string>,
  sounds: readonly string[],
): string {
  const said = (citizenMentions(own)[0] ?? own[0])?.line.index ?? 0
  const echoes = lines.filter(
    ({ index, speaker }) =>
      index > said &&
      speaker === 'seat' &&
      [...names].some((name) => sounds[index]?.includes(` ${name} `) === true),
  )
  return `${echoes.some(({ index }) => index <= said + 2) ? 'soon' : 'later'} ${step(echoes.length, [1, 2])}`
}

/** Where a name stands as a landmark or as blamed. */
function standings(hearing: Hearing, own: readonly WeighedMention[], list: string): readonly string[] {
  const spelled = own.map((mention) => ({ ...mention, line: spelt(mention.line) }))
  const landmarks = spelled.filter(({ line, start, end }) => isLandmark(line, start, end)).length
  const blamed = spelled.some(({ line, start, end }) => isBlamed(line, start) || isBlamedAfter(line, end))
  const atPlace = own.some(({ name }) => isPlaceOfSeat(hearing, name))
  const landmark = `landmark ${landmarks === 0 ? 'never' : landmarks === own.length ? 'always' : 'once'}`
  return [
    ...[landmark, `blamed ${String(blamed)}`, `seat's place ${String(atPlace)}`],
    ...[`${landmark} ${list}`, `blamed ${String(blamed)} ${list}`],
  ]
}

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

/** 育才小学门口对吗: the seat takes it for a place. */
const isPlaceOfSeat = (hearing: Hearing, name: string): boolean =>
  hearing.lines.some((line) => {
    const at = line.speaker === 'seat' ? line.text.indexOf(name) : -1
    return at >= 0 && isLandmark(line, at, at + name.length)
  })

/** 穗康那家没事是我搞混了, 不是医院自己的: named by mistake, or not to blame. */
const takenBack = (hearing: Hearing, name: string): boolean =>
  hearing.lines.some(({ speaker, text }) => {
    if (speaker === 'citizen' && notTheirs(name).test(text)) return true
    const at = speaker === 'citizen' ? text.indexOf(name.slice(0, 2)) : -1
    return (
      at >= 0 && /^.{2,8}?(?:没事|没问题)?(?:是|都是)?我?(?:搞混|弄混|记错|搞错|说错)/.test(text.slice(at))
    )
  })

const notTheirs = (name: string): RegExp =>
  new RegExp(`[不吾唔]是(?:它|这个|那个)?(?:${name}|${name.slice(-2)})(?:他们)?(?:自己|本身)(?:的|开|管|搞)`)
