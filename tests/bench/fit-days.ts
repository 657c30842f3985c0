/**
 * Works out what speaks for a day's being the incident's, among those that a call names, and writes `day-weights.json`; the
 * same calls give the same file. With `--judge` each set is judged by weights that were fitted without it, and nothing is written.
 * Run: `node tests/bench/fit-days.ts [--judge [--misses]]`
 */
import type { TicketFields } from '#shared/domain/ticket-fields.ts'
import type { Hearing } from '#shared/domain/understanding/hearing/hearing.ts'
import { asLikelyMeant } from '#shared/domain/understanding/hearing/likely-spelling.ts'
import { withParticles } from '#shared/domain/understanding/hearing/particles.ts'
import { readSignWeights, type SignTable } from '#shared/domain/understanding/hearing/sign-weights.ts'
import { hearRequestType } from '#shared/domain/understanding/kind/request-type.ts'
import { overrulingDay } from '#shared/domain/understanding/time/day-at-issue.ts'
import { namedDays } from '#shared/domain/understanding/time/day-signs.ts'
import { timeByRules } from '#shared/domain/understanding/time/incident-time.ts'
import { beginOf, dayOf, wholeDay } from '#shared/domain/understanding/time/time-choice.ts'
import { fitOrJudge } from './fill-fit/fit-or-judge.ts'
import { readCall } from './fill-fit/kind-rows.ts'
import { printOverruled } from './fill-fit/print-overruled.ts'
import { learnSigns, type SignedExample } from './fill-fit/sign-rows.ts'

interface DatedCall {
  readonly call: string
  readonly hearing: Hearing
  readonly type: TicketFields['requestType']
  readonly wanted: string | undefined
  readonly ruled: string | undefined
  readonly examples: readonly SignedExample[]
}

/** Some words stand beside the day of one call by chance alone. */
const decay = 5e-3

fitOrJudge({
  file: 'time/day-weights.json',
  read: datedCall,
  learn: (calls: readonly DatedCall[]) =>
    learnSigns(
      calls.flatMap(({ examples }) => examples),
      decay,
    ),
  judge,
})

function datedCall(line: string): DatedCall[] {
  const { call, hearing: heard, expected, open } = readCall(line)
  if (open.includes('incidentTime')) return []
  const hearing = withParticles(asLikelyMeant(heard))
  const type = hearRequestType(hearing)?.value
  const time = expected.incidentTime
  const wanted = time === undefined ? undefined : beginOf(time).slice(0, wholeDay)
  const ruled = timeByRules(hearing, type)?.best
  const examples = namedDays(hearing, type).map(({ day, signs }) => ({ signs, isSo: day === wanted }))
  return [{ call, hearing, type, wanted, ruled: ruled && dayOf(ruled), examples }]
}

/** Prints in how many calls the day, or that there is none, is right by the rules alone and with the signs. */
function judge(name: string, held: readonly DatedCall[], learned: SignTable, misses: boolean): void {
  const weights = readSignWeights(learned)
  const signed = held.map((call) => {
    const { ruled, hearing, type } = call
    const overruled = ruled === undefined ? undefined : overrulingDay(ruled, hearing, type, weights)
    return { ...call, told: overruled === undefined ? ruled : overruled.by?.day }
  })
  printOverruled(name, signed, misses)
}
