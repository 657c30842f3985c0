import type { Handlers } from '#shared/contract/dispatcher.ts'
import type { RulebookDesk } from './rulebook-desk.ts'

type RulebookProcedure = Extract<keyof Handlers, `rules.${string}` | `scorecard.${string}`>

/** One line a procedure. */
export function rulebookHandlers(desk: () => RulebookDesk): Pick<Handlers, RulebookProcedure> {
  return {
    'rules.list': () => desk().list(),
    'rules.get': ({ rule }) => desk().get(rule),
    'rules.save': (order) => desk().save(order),
    'rules.calls': () => desk().calls(),
    'rules.try': (trial) => desk().try(trial),
    'scorecard.get': () => desk().scorecard(),
    'scorecard.save': (order) => desk().saveScorecard(order),
  }
}
