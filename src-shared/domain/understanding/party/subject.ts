import type { Subject } from '../../site-pack.ts'
import type { HeardValue, IncidentAddress, SubjectRef, TicketFields } from '../../ticket-fields.ts'
import { toSyllables } from '../../../text/pinyin.ts'
import type { NameIndex } from '../../../text/name-index.ts'
import { folded } from '../hearing/citizen-said.ts'
import { cite, type Hearing, heardValue, type Line, nextCitizenLine } from '../hearing/hearing.ts'
import { fullBySeat } from './name-in-full.ts'
import { candidatesOf, rankOf } from './party-candidates.ts'
import { partyMeant } from './party-choice.ts'
import { branchMeant } from './subject-branch.ts'
import { echoedMentions } from './subject-echo.ts'
import { knownIn, type Mention, mentionsIn, unlisted } from './subject-mentions.ts'
import { spelt } from './party-spelling.ts'
import { kindSource } from './subject-role.ts'
import { type TaggedParty, taggedParties } from './tagged-parties.ts'
import { weighedMentions, type WeighedMention } from './weighed-mentions.ts'

/**
 * 被反映对象: the party complained about, reported or praised, by its id where the list has it. A landmark is none, and
 * of a chain's branches the address decides; where it does not, the name stands without an id.
 */
export function hearSubject(
  hearing: Hearing,
  index: NameIndex<Subject>,
  address: HeardValue<IncidentAddress> | undefined,
  requestType: TicketFields['requestType'],
  parties: readonly TaggedParty[] = taggedParties(hearing, index),
): HeardValue<SubjectRef> | undefined {
  const mentions = partyMentions(hearing, index, parties)
  const candidates = candidatesOf({ hearing, parties, requestType }, mentions)
  const meant = partyMeant(candidates)?.mentions ?? []
  const listed = meant.filter(({ subjects }) => subjects.length > 0)
  const named = listed.length > 0 ? listed : meant
  const best = named.toSorted((one, other) => rankOf(other) - rankOf(one))[0]
  if (best === undefined) return requestType === '表扬' ? praisedBody(hearing, mentions, index) : undefined
  const evidence = [cite(best.line, best.start, best.end, best.confidence)]
  const site = best.subjects.length === 0 ? siteOf(best.name, address?.value, index) : []
  if (site.length > 0) return branchMeant(hearing, best.name, site, evidence, address?.value)
  if (best.subjects.length === 0) {
    const whole = inFull(best, mentions, meant)
    const name = fullBySeat(hearing, whole) ?? nameSettled(hearing, whole, mentions)
    return heardValue({ name }, evidence)
  }
  return branchMeant(hearing, best.name, best.subjects, evidence, address?.value)
}

/** Wherever the call names somebody, with what is told of him there. */
export function partyMentions(
  hearing: Hearing,
  index: NameIndex<Subject>,
  parties: readonly TaggedParty[],
): readonly WeighedMention[] {
  const named = hearing.lines.flatMap((line) => mentioned(hearing, line, index))
  return weighedMentions(named, parties, index)
}

/**
 * 优窝, and then 优窝房产; 楼大酒楼, of which the seat makes 喜悦楼大酒楼; a firm with its city: the longer of two that weigh as
 * much, and the longest by which a party is called, where it ends in a kind.
 */
function inFull(named: Mention, mentions: readonly Mention[], meant: readonly Mention[]): Mention {
  const best = meant.find((short) => isAddedBySeat(named, short, meant) || goesOn(named, short.name)) ?? named
  const longer = mentions.filter(
    (mention) =>
      mention.subjects.length === 0 &&
      mention.name.length > best.name.length &&
      !doubled.test(mention.name) &&
      !isAddedBySeat(mention, best, meant) &&
      !goesOn(mention, best.name),
  )
  const asMuch = longer.find(
    ({ line, name, role }) =>
      ((name.startsWith(best.name) && kindOnly.test(name.slice(best.name.length))) ||
        ((line.speaker === 'seat' || (line.index === best.line.index && name.endsWith('公司'))) &&
          name.endsWith(best.name))) &&
      role >= best.role - nearlyAsMuch,
  )
  const whole = longer
    .filter(
      (mention) =>
        meant.includes(mention) &&
        endsInKind.test(mention.name) &&
        (mention.name.startsWith(best.name) || meant.filter(({ name }) => name === mention.name).length > 1),
    )
    .sort((one, other) => other.name.length - one.name.length)[0]
  return asMuch ?? whole ?? best
}
const nearlyAsMuch = 1
/** 保洁公司公司地址在哪里 */
const doubled = /(公司|物业|平台)\1$/
const kindOnly = new RegExp(`^(?:${kindSource})$`)
const endsInKind = new RegExp(`(?:${kindSource}|中心|[部队行馆店厂社城府])$`)

/** 顺佰达供应链公司, where the caller says 顺佰达供应链 and the seat asks what 公司 owes. */
const isAddedBySeat = (long: Mention, short: Mention, meant: readonly Mention[]): boolean =>
  long.name === `${short.name}公司` &&
  short.line.speaker === 'citizen' &&
  !meant.some(({ line, name }) => line.speaker === 'citizen' && name === long.name)

/** 梯影传媒物业嘛也就算了: a plain kind with which the caller begins anew. */
const goesOn = ({ name, line, end }: Mention, short: string): boolean =>
  name.startsWith(short) &&
  /^(?:物业|平台|学校|单位|中介|[店厂馆])$/.test(name.slice(short.length)) &&
  line.text.length > end

/** 三期的工地, told by who lives in 云栖花园: the site of that estate. */
function siteOf(
  name: string,
  address: IncidentAddress | undefined,
  index: NameIndex<Subject>,
): readonly Subject[] {
  const estate = /^[一二三四五六七]期/.test(name) ? address?.poi : undefined
  return estate === undefined
    ? []
    : (index.find(estate + name).find(({ start }) => start === 0)?.values ?? [])
}

function mentioned(hearing: Hearing, line: Line, index: NameIndex<Subject>): readonly Mention[] {
  if (line.speaker === 'citizen') return mentionsIn(hearing, line, index)
  const confirmed = nextCitizenLine(hearing, line)?.reply === 'yes' ? mentionsIn(hearing, line, index) : []
  const said = [...confirmed, ...echoedMentions(hearing, line, index), ...praisedIn(line, index)]
  return said.filter(({ start }) => !advised.test(line.text.slice(0, start)))
}

/** 可以去交警大队窗口: where the caller may go is no party. */
const advised =
  /(?:可以|请您?|建议您?|需要|直接|先)(?:先|直接|自己)?(?:去|到|找|向|联系|拨打|咨询)[^，]{0,3}$/
const praisedRole = 2.1

/** 政务中心 may be any of them, 大石街道办 is one. */
const leastPraised = 5

/** 大石街道办 of the clerk who helped there: of who is praised, the only listed body that the call names. */
function praisedBody(
  hearing: Hearing,
  mentions: readonly Mention[],
  index: NameIndex<Subject>,
): HeardValue<SubjectRef> | undefined {
  const named = mentions.filter(({ subjects, name }) => subjects.length === 1 && name.length >= leastPraised)
  const listed = named.length > 0 ? named : passedOnTo(hearing, index)
  const [only, ...more] = [...new Set(listed.flatMap(({ subjects }) => subjects))]
  const first = listed[0]
  return only === undefined || more.length > 0 || first === undefined
    ? undefined
    : heardValue({ id: only.id, name: only.name }, [cite(first.line, first.start, first.end, 0.75)])
}

/** 由交警支队跟您联系, of 一名交警同志: the body of whose people the caller has told. */
const passedOnTo = ({ lines }: Hearing, index: NameIndex<Subject>): readonly Mention[] =>
  lines
    .filter(({ speaker }) => speaker === 'seat')
    .flatMap((line) => namedBehind(line, /(?:由|转(?:达|交)?给?|交给|告诉)$/, index))
    .filter(({ name }) =>
      lines.some(({ speaker, text }) => speaker === 'citizen' && text.includes(name.slice(0, 2))),
    )

/** 会转达给公交公司: of a driver whose firm the caller does not name. */
const praisedIn = (line: Line, index: NameIndex<Subject>): readonly Mention[] =>
  namedBehind(line, /转达给$/, index)

/** The parties of the list that a line names right behind such words. */
const namedBehind = (line: Line, words: RegExp, index: NameIndex<Subject>): readonly Mention[] =>
  knownIn(line, index)
    .filter(({ start }) => words.test(line.text.slice(0, start)))
    .map(({ name, start, end, values }) => ({
      ...unlisted(line, start, end, praisedRole),
      name,
      subjects: values,
    }))

/** The name as the seat says it: 零度空间网吧 for 零度空间网咖, 锦里 for 锦理. */
function nameSettled(hearing: Hearing, best: Mention, mentions: readonly Mention[]): string {
  const core = folded(best.name.slice(0, -2))
  const said = mentions.findLast(
    ({ line, name, subjects }) =>
      line.speaker === 'seat' &&
      subjects.length === 0 &&
      name.length === best.name.length &&
      name.length > 4 &&
      folded(name.slice(0, -2)) === core,
  )
  if (said !== undefined) return said.name
  return best.line.text.includes(best.name) ? settledName(hearing, best) : best.name
}

/** Of the spellings of one sound the seat's, else the last one: 锦里物业 after 锦绣的锦里程的里. */
function settledName(hearing: Hearing, { name, line }: Mention): string {
  const sought = toSyllables(name)
  const spellings = hearing.lines.slice(line.index).flatMap((other) => {
    const { text } = spelt(other)
    const sounds = toSyllables(text)
    return sounds.flatMap((_, at) =>
      sounds.length === text.length && sought.every((sound, index) => sounds[at + index] === sound)
        ? [{ speaker: other.speaker, written: text.slice(at, at + name.length) }]
        : [],
    )
  })
  return (spellings.findLast(({ speaker }) => speaker === 'seat') ?? spellings.at(-1))?.written ?? name
}
