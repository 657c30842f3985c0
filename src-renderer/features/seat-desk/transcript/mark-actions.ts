import type { TurnView } from '#shared/contract/views.ts'
import type { FieldName } from '#shared/domain/ticket-fields.ts'
import type { CallFlag } from '../../../state/call-store.ts'
import type { TurnChoice } from '../../../state/turn-actions.ts'

/** What can be done at the marks of a turn. */
export interface MarkActions {
  /** Lights a field while the pointer or the focus is on its words. */
  readonly light: (field: FieldName | null) => void
  /** Goes to the field's editor. */
  readonly open: (field: FieldName) => void
  readonly dismiss: (flag: CallFlag) => void
  readonly choose: (turn: number, choice: TurnChoice) => void
  /** Plays the turn's stretch of the recording, or stops it; absent where there is none. */
  readonly play?: (turn: TurnView) => void
}
