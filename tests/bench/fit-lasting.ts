/**
 * Works out what speaks for a matter's going on since its time, rather than its having happened then, and writes
 * `lasting-weights.json`; the same calls give the same file. With `--judge` each set is judged by weights that were fitted
 * without it, and nothing is written.
 * Run: `node tests/bench/fit-lasting.ts [--judge]`
 */
import type { IncidentTime, TicketFields } from '#shared/domain/ticket-fields.ts'
import type { Hearing } from '#shared/domain/understanding/hearing/hearing.ts'
import { asLikelyMeant } from '#shared/domain/understanding/hearing/likely-spelling.ts'
import { withParticles } from '#shared/domain/understanding/hearing/particles.ts'
import { readSignWeights, type SignTable } from '#shared/domain/understanding/hearing/sign-weights.ts'
import { hearRequestType } from '#shared/domain/understanding/kind/request-type.ts'
import { timeByRules } from '#shared/domain/understanding/time/incident-time.ts'
import { isPointOrBeginning, lastingOrOver } from '#shared/domain/understanding/time/lasting.ts'
import { lastingSigns } from '#shared/domain/understanding/time/lasting-signs.ts'
import { beginOf, type Candidate, isOpen } from '#shared/domain/understanding/time/time-choice.ts'
import { fitOrJudge } from './fill-fit/fit-or-judge.ts'
import { readCall } from './fill-fit/kind-rows.ts'
import { learnSigns, type SignedExample } from './fill-fit/sign-rows.ts'

interface TimedCall extends SignedExample {
  readonly hearing: Hearing
  readonly ruled: Candidate
  readonly type: TicketFields['requestType']
}

/** Many words of a call lean to one side by chance alone. */
const decay = 1e-2

fitOrJudge({
  file: 'time/lasting-weights.json',
  read: timedCall,
  learn: (calls: readonly TimedCall[]) => learnSigns(calls, decay),
  judge,
})

/** Reads a call whose time the rules found, where only its going on may be in doubt. */
function timedCall(line: string): TimedCall[] {
  const { hearing: heard, expected, open } = readCall(line)
  const wanted = expected.incidentTime
  if (open.includes('incidentTime') || wanted === undefined || hasEnd(wanted)) return []
  const hearing: Hearing = withParticles(asLikelyMeant(heard))
  const type = hearRequestType(hearing)?.value
  const ruled = timeByRules(hearing, type)?.best
  if (ruled === undefined || !isPointOrBeginning(ruled)) return []
  if (beginOf(ruled.value) !== beginOf(wanted)) return []
  return [{ hearing, type, ruled, signs: lastingSigns(ruled, hearing, type), isSo: isOpen(wanted) }]
}

function hasEnd(time: IncidentTime): boolean {
  return typeof time !== 'string' && time.to !== undefined
}

/** Prints how many times are right by the rules alone, by the signs alone, and by both. */
function judge(name: string, held: readonly TimedCall[], learned: SignTable): void {
  const weights = readSignWeights(learned)
  const right = (opened: (call: TimedCall) => boolean): string =>
    String(held.filter((call) => opened(call) === call.isSo).length)
  const byRules = right(({ ruled }) => isOpen(ruled.value))
  const bySigns = right(({ hearing, signs }) => weights.logOddsIn(hearing)(signs) > 0)
  const byBoth = right(({ ruled, hearing, type }) =>
    isOpen(lastingOrOver(ruled, hearing, type, weights).value),
  )
  console.log(name.padEnd(9), `rules ${byRules}, signs ${bySigns}, both ${byBoth} of ${String(held.length)}`)
}
