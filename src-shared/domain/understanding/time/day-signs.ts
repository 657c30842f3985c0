import type { TicketFields } from '../../ticket-fields.ts'
import { type Hearing, nextCitizenLine } from '../hearing/hearing.ts'
import { signsAround, signsOfQuestion, upTo } from '../hearing/signs-around.ts'
import { daysBetween, type LocalTime, parseLocalTime } from './local-time.ts'
import { candidatesIn } from './time-candidates.ts'
import { dayOf, wholeDay } from './time-choice.ts'
import { formatMoment, type Moment, momentsIn } from './time-expression.ts'
import { inContext, type TimedLine } from './timed-line.ts'

/** A day or a month where it is said. */
interface DayMention {
  /** `YYYY-MM-DD`, or `YYYY-MM` where no day was told. */
  readonly day: string
  readonly line: TimedLine
  readonly start: number
  readonly end: number
  readonly moment: Moment | undefined
  /** True where the day was told by nothing but a clock, or by how long it lasts. */
  readonly implied: boolean
}

/** A day that a call names, and what speaks for or against its being the incident's. */
export interface NamedDay {
  readonly day: string
  readonly mentions: readonly DayMention[]
  readonly signs: ReadonlySet<string>
}

/** The days that a call names, in the order in which they are named first, also those of other matters. */
export function namedDays(hearing: Hearing, requestType: TicketFields['requestType']): readonly NamedDay[] {
  const now = hearing.startedAt
  if (now === undefined) return []
  const all = hearing.lines.flatMap((line) => daysIn(inContext(hearing, line), now))
  const days = [...new Set(all.map(({ day }) => day))]
  const type = requestType ?? '无'
  return days.map((day) => {
    const mentions = all.filter((each) => each.day === day)
    const signs = new Set([
      `type:${type}`,
      ...amongOthers(day, days),
      ...placesOf(mentions, all, hearing),
      ...agoSigns(day, now, type),
      ...mentions.flatMap((each) => signsOf(each, all, hearing)),
    ])
    return { day, mentions, signs }
  })
}

/** The days of a line: all that are named, and those that a clock or how long something lasts imply. */
function daysIn(line: TimedLine, now: LocalTime): readonly DayMention[] {
  const told = momentsIn(line.text, now, line.asked.has('time')).flatMap((moment): DayMention[] => {
    const { start, end } = moment
    const day = formatMoment({ ...moment, clock: undefined })
    return day === undefined ? [] : [{ day, line, start, end, moment, implied: false }]
  })
  if (line.speaker === 'seat') return told
  const others = candidatesIn(line, now, undefined).flatMap((candidate): DayMention[] => {
    const { start, end, moment } = candidate
    const day = dayOf(candidate)
    if (told.some((each) => each.day === day || (start < each.end && end > each.start))) return []
    return [{ day, line, start, end, moment, implied: true }]
  })
  return [...told, ...others].toSorted((one, other) => one.start - other.start)
}

/** How they count: up to so many days and mentions each for itself, and so many parts of a call. */
const [mostDays, mostMentions, quarters] = [4, 2, 4]

/** What a day is to the others: the earliest, the latest, a day of a month that is named too. */
function amongOthers(day: string, days: readonly string[]): readonly string[] {
  return [
    `days:${upTo(mostDays, days.length)}`,
    `place:${upTo(mostDays, days.indexOf(day))}`,
    `long:${String(day.length)}`,
    ...(days.every((other) => other >= day) ? ['earliest'] : []),
    ...(days.every((other) => other <= day) ? ['latest'] : []),
    ...(days.some((other) => isNested(day, other)) ? ['nested'] : []),
  ]
}

const isNested = (day: string, other: string): boolean =>
  day !== other && (other.startsWith(day) || day.startsWith(other))

/** Who names a day, how often, when in the call, whether first or last, and what was answered to its read-back. */
function placesOf(
  own: readonly DayMention[],
  all: readonly DayMention[],
  hearing: Hearing,
): readonly string[] {
  const by = (who: string) => own.filter(({ line }) => line.speaker === who)
  const quarter = (mention: DayMention | undefined) =>
    String(Math.trunc(((mention?.line.index ?? 0) * quarters) / hearing.lines.length))
  const day = own[0]?.day
  const spoken = all.filter(({ line }) => line.speaker === 'citizen')
  const reply = by('seat').at(-1)
  return [
    `said:${upTo(mostMentions, by('citizen').length)}${upTo(mostMentions, by('seat').length)}`,
    `first:${quarter(own[0])}`,
    `late:${quarter(own.at(-1))}`,
    ...(all.at(-1)?.day === day ? ['last'] : []),
    ...(spoken.at(-1)?.day === day ? ['last:c'] : []),
    ...(spoken[0]?.day === day ? ['first:c'] : []),
    ...(own.some(({ implied }) => implied) ? ['implied'] : []),
    ...(own.some(({ moment }) => moment?.clock !== undefined) ? ['clock'] : []),
    ...(own.some(isAnswer) ? ['answer'] : all.some(isAnswer) ? ['answer:other'] : []),
    ...(reply === undefined ? [] : [`confirmed:${nextCitizenLine(hearing, reply.line)?.reply ?? ''}`]),
  ]
}

const isAnswer = ({ line }: DayMention): boolean => line.speaker === 'citizen' && line.asked.has('time')

/** How many days before the call, by steps; one to come is before the first. */
const steps = [-1, 0, 1, 2, 3, 7, 14, 31, 92, 366]

function agoSigns(day: string, now: LocalTime, type: string): readonly string[] {
  const noon = parseLocalTime(`${day.padEnd(wholeDay, '-15')}T12:00`)
  if (noon === undefined) return []
  const step = String(steps.filter((least) => daysBetween(noon, now) > least).length)
  return [`ago:${step}`, `ago:${step}:${type}`]
}

/** What the line tells of the day that is named in it. */
function signsOf(
  { line, start, end, moment }: DayMention,
  all: readonly DayMention[],
  hearing: Hearing,
): readonly string[] {
  const who = line.speaker.charAt(0)
  const at = all.filter((other) => other.line.index === line.index && other.start < start).length
  const told = (['habitual', 'usage', 'wished', 'exact', 'dayTold'] as const).filter((flag) => line[flag])
  return [
    ...signsAround(who, line.text.slice(0, start), line.text.slice(end)),
    `${who}at:${upTo(mostMentions, at)}`,
    `${who}said:${line.text.slice(start, Math.min(end, start + 2))}`,
    ...(moment?.named === undefined ? [] : [`${who}named`]),
    ...told.map((flag) => who + flag),
    ...Array.from(line.asked, (topic) => `${who}asked:${topic}`),
    ...(line.speaker === 'seat'
      ? [`next:${nextCitizenLine(hearing, line)?.reply ?? ''}`]
      : [`reply:${line.reply}`, ...signsOfQuestion(line.question)]),
  ]
}
