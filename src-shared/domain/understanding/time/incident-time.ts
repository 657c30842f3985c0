import type { HeardValue, IncidentTime, TicketFields } from '../../ticket-fields.ts'
import { cite, type Hearing, heardValue } from '../hearing/hearing.ts'
import { tellsRule, todayByPeriod } from './clock-of-today.ts'
import { confirmed } from './confirmed-time.ts'
import { asDialogueTells } from './dialogue-of-time.ts'
import { mendTimeWords } from './heard-time-words.ts'
import { isWithoutIncident, movedToPropose } from './calls-without-incident.ts'
import { spanOfTimes } from './first-and-last-time.ts'
import { lastingOrOver } from './lasting.ts'
import type { LocalTime } from './local-time.ts'
import { candidatesIn } from './time-candidates.ts'
import { overrulingDay } from './day-at-issue.ts'
import { better, type Candidate, dayOf, isOpen } from './time-choice.ts'
import { inContext } from './timed-line.ts'

/**
 * 事发时间 in the granularity spoken. Times of earlier reports, purchases, deadlines and the future are not the
 * incident's; an answer to 什么时候 counts most, the seat's confirmed read-back settles, a correction replaces what it
 * corrects, and a finer word for the same day makes it finer. A question (咨询) has no incident, and a proposal (建议) only
 * what moved the caller to it.
 */
export function hearIncidentTime(
  hearing: Hearing,
  type?: TicketFields['requestType'],
): HeardValue<IncidentTime> | undefined {
  const ruled = onLikeliestDay(timeByRules(hearing, type), hearing, type)
  if (ruled === undefined) return undefined
  const best = lastingOrOver(ruled.best, hearing, type)
  const evidence = cite(best.line, best.start, best.end, best.confidence)
  return heardValue(best.value, [evidence], { alternatives: ruled.others })
}

/** The time that was heard, and the last that it was taken for before. */
interface HeardTime {
  readonly best: Candidate
  readonly others: readonly IncidentTime[]
}

/** The time as the rules heard it, unless all speaks for another day, or for none. */
function onLikeliestDay(
  ruled: HeardTime | undefined,
  hearing: Hearing,
  type: TicketFields['requestType'],
): HeardTime | undefined {
  if (ruled === undefined) return undefined
  const overruled = overrulingDay(dayOf(ruled.best), hearing, type)
  if (overruled === undefined) return ruled
  const [mention] = overruled.by?.mentions ?? []
  if (mention === undefined) return undefined
  const { day } = mention
  const told = timeByRules(hearing, type, (candidate) => dayOf(candidate).startsWith(day))
  const best = told?.best ?? { ...mention, value: day, score: 0, confidence: 0.7 }
  return { best, others: [...ruled.others, ruled.best.value].slice(-2) }
}

/** The time that the rules hear, among those that may be `meant`. */
export function timeByRules(
  hearing: Hearing,
  type?: TicketFields['requestType'],
  meant: (candidate: Candidate) => boolean = () => true,
): HeardTime | undefined {
  const now = hearing.startedAt
  if (now === undefined || isWithoutIncident(hearing, type)) return undefined
  let best: Candidate | undefined
  const others: IncidentTime[] = []
  for (const line of hearing.lines) {
    const words = inContext(hearing, line)
    const told = best === undefined || line.speaker === 'seat' ? best : asDialogueTells(best, words, now)
    const ended = told !== best && told !== undefined && !isOpen(told.value)
    best = told
    if (ended) continue
    const candidates =
      line.speaker === 'citizen' ? candidatesIn(words, now, best) : confirmed(hearing, words, now, best)
    for (const candidate of candidates) {
      if (!meant(candidate) || (type === '建议' && !movedToPropose(candidate))) continue
      const chosen = better(best, candidate)
      if (chosen === best) continue
      if (best !== undefined) others.push(best.value)
      best = chosen
    }
  }
  if (type !== '建议') best ??= cameUponToday(hearing, now) ?? clockOfToday(hearing, now)
  if (best === undefined) return undefined
  return { best: spanOfTimes(hearing, best, now), others: others.slice(-2) }
}

/** 早上起来看到墙歪了: with no other time told it was today. */
function cameUponToday(hearing: Hearing, now: LocalTime): Candidate | undefined {
  for (const line of hearing.lines) {
    const today = line.speaker === 'citizen' ? todayByPeriod(mendTimeWords(line.text), now) : undefined
    if (today === undefined) continue
    const { from, ...span } = today
    return { ...span, value: from, line, score: 0, confidence: 0.6, moment: undefined }
  }
  return undefined
}

/** 我女儿下午四点多在车上抽筋, with no other time told: it was today. */
function clockOfToday(hearing: Hearing, now: LocalTime): Candidate | undefined {
  return hearing.lines
    .filter(({ speaker }) => speaker === 'citizen')
    .flatMap((line) => {
      const words = inContext(hearing, line)
      if (words.wished || tellsRule(words.text)) return []
      return candidatesIn({ ...words, asked: new Set([...words.asked, 'time']) }, now, undefined)
    })
    .find(
      ({ assumed, moment, value }) =>
        assumed && moment?.period !== undefined && (typeof value === 'string' || isOpen(value)),
    )
}
