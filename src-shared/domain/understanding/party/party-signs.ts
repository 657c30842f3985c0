import { folded } from '../hearing/citizen-said.ts'
import { type Hearing, previousSeatLine } from '../hearing/hearing.ts'
import { sideSign } from './party-classes.ts'
import type { Matter } from './party-candidates.ts'
import { ownPart } from './own-part.ts'
import { spelt } from './party-spelling.ts'
import { dealingSigns, isExcused, namesNobody, nameSigns, placeSigns, rivalSigns } from './party-standing.ts'
import { readBackSign } from './party-readback.ts'
import { askedWho, asksWhere, personAsked } from './subject-answer.ts'
import { isBlamed, isBlamedAfter, isLandmark } from './subject-role.ts'
import type { TaggedParty } from './tagged-parties.ts'
import type { WeighedMention } from './weighed-mentions.ts'

/** All mentions of one party, among those of all. */
export interface Named {
  readonly own: readonly WeighedMention[]
  readonly all: readonly (readonly WeighedMention[])[]
  /** Whether most is told of it. */
  readonly clear: boolean
  /** Whether elsewhere it only tells where something is. */
  readonly aside: boolean
}

/** Steps between which margins and roles tell no more from less. */
const marginSteps = [0, 40, 90, 150, 220, 320, 450]
const toldSteps = [0.5, 1.5, 2, 2.3, 3, 4.4]
const step = (value: number, steps: readonly number[]): string =>
  String(steps.filter((least) => value >= least).length)

/** What is said around the mentions of one party; signs that tell more together stand together as well. */
export function signsOf(matter: Matter, named: Named, sounds: readonly string[]): readonly string[] {
  const { hearing, parties, requestType } = matter
  const { own, clear } = named
  const names = new Set(own.flatMap(({ name }) => [folded(name), folded(ownPart(name) ?? name)]))
  const margin = marginOf(parties, own, names, 'citizen')
  const unanswered = isUnanswered(hearing, own)
  const citizen = margin === 'citizen none' && unanswered ? 'citizen unheard' : margin
  const told = `told ${step(Math.max(...own.map((mention) => mention.told)), toldSteps)}`
  const list = `list ${listedAs(own)}`
  const type = `type ${requestType ?? 'none'}`
  const asked = `asked ${questionBefore(hearing, own)}`
  const echo = `echo ${unanswered ? 'unheard' : echoOf(hearing, own, names, sounds)}`
  return [
    ...['any', told, citizen, list, type, asked, echo],
    seatSign(matter, own, names, sounds),
    ...[`clear ${String(clear)}`, `clear ${String(clear)} ${list}`, `clear ${String(clear)} ${citizen}`],
    ...[
      `${told} ${list}`,
      `${citizen} ${list}`,
      `${citizen} ${told}`,
      `${type} ${told}`,
      `${type} ${citizen}`,
      `${type} ${list}`,
    ],
    ...[`${asked} ${list}`, `${asked} ${told}`, `${echo} ${citizen}`, `${echo} ${asked}`],
    ...answers(hearing, own).map((answered) => `${answered} ${asked}`),
    ...standings(hearing, own, list),
    ...standingSigns(matter, named),
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

/** How the seat names the party: as words around a name, by its sound alone, not at all, or not yet. */
function seatSign(
  { hearing, parties }: Matter,
  own: readonly WeighedMention[],
  names: ReadonlySet<string>,
  sounds: readonly string[],
): string {
  if (isUnanswered(hearing, own)) return 'seat silent'
  const margin = marginOf(parties, own, names, 'seat')
  const said = hearing.lines.some(
    ({ speaker, index }) =>
      speaker === 'seat' && [...names].some((name) => sounds[index]?.includes(` ${name} `) === true),
  )
  return margin === 'seat none' && said ? 'seat said' : margin
}

/** Whether the seat has not spoken since the party was named. */
const isUnanswered = ({ lines }: Hearing, own: readonly WeighedMention[]): boolean => {
  const named = Math.min(...own.map(({ line }) => line.index))
  return !lines.some(({ speaker, index }) => speaker === 'seat' && index >= named)
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

/** Whether the name answers a question for a place or for somebody's name. */
function answers(hearing: Hearing, own: readonly WeighedMention[]): readonly string[] {
  const questions = citizenMentions(own).flatMap(({ line }) => previousSeatLine(hearing, line)?.text ?? [])
  return [
    `place ${String(questions.some((text) => asksWhere.test(text)))}`,
    `person ${questions.map(personAsked).find((person) => person !== undefined) ?? 'none'}`,
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

/** What the name, its standing in the call and the others that are named tell. */
function standingSigns({ hearing, requestType }: Matter, { own, all, aside }: Named): readonly string[] {
  const list = `list ${listedAs(own)}`
  const name = own[0]?.name ?? ''
  const nobody = `nobody ${String(namesNobody(hearing))}`
  const readBack = readBackSign(hearing, own)
  const times = `times ${String(Math.min(3, citizenMentions(own).length))}`
  return [
    ...(list === 'list none' ? nameSigns(name) : []),
    ...[nobody, `${nobody} ${list}`],
    ...placeSigns(own).flatMap((sign) => [sign, `${sign} ${list}`]),
    `excused ${String(isExcused(hearing, own))}`,
    `side ${sideSign(hearing, own)}`,
    ...[readBack, `${readBack} ${list}`],
    ...dealingSigns(own, `type ${requestType ?? 'none'}`),
    ...[`aside ${String(aside)}`, `aside ${String(aside)} type ${requestType ?? 'none'}`],
    ...[times, `${times} ${list}`],
    ...rivalSigns(own, all).flatMap((sign) => [sign, `${sign} ${list}`]),
  ]
}

/** 育才小学门口对吗: the seat takes it for a place. */
export const isPlaceOfSeat = (hearing: Hearing, name: string): boolean =>
  hearing.lines.some((line) => {
    const at = line.speaker === 'seat' ? line.text.indexOf(name) : -1
    return at >= 0 && isLandmark(line, at, at + name.length)
  })
