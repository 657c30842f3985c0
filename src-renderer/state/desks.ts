import type { Role } from '#shared/contract/procedure.ts'
import type { SessionView } from '#shared/contract/views.ts'
import type { DeskName } from './ui-store.ts'

/** Who has which desk (工作台): a role that lacks one does not see it. */
const rolesOf: Readonly<Record<DeskName, readonly Role[]>> = {
  seat: ['operator', 'lead'],
  knowledge: ['trainer', 'lead'],
  rules: ['trainer', 'lead'],
  quality: ['reviewer', 'lead'],
  board: ['lead'],
  rehearsal: ['operator', 'trainer', 'lead'],
}

/** The desks of the person here, in their order; the seat's where nobody has said yet who that is. */
export function desksOf(session: Pick<SessionView, 'roles'> | null): readonly DeskName[] {
  const names = Object.keys(rolesOf) as DeskName[]
  const own = names.filter((name) => session?.roles.some((role) => rolesOf[name].includes(role)) ?? false)
  return own.length === 0 ? ['seat'] : own
}

/** The desk to show: the chosen one where the person has it, else their first. */
export function shownDesk(chosen: DeskName, session: Pick<SessionView, 'roles'> | null): DeskName {
  const own = desksOf(session)
  return own.find((name) => name === chosen) ?? own[0] ?? 'seat'
}

/** The desk after the one on screen; after the last the first. */
export function nextDesk(chosen: DeskName, session: Pick<SessionView, 'roles'> | null): DeskName {
  const own = desksOf(session)
  return own[(own.indexOf(shownDesk(chosen, session)) + 1) % own.length] ?? 'seat'
}
