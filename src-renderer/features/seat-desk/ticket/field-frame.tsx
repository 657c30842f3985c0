import type { KeyboardEvent, ReactNode } from 'react'
import type { FieldName } from '#shared/domain/ticket-fields.ts'
import { useDesk, useUi } from '../../../state/desk-context.ts'
import type { Trust } from '../../../state/ticket-store.ts'
import { text } from '../../../text/zh-CN.ts'
import { isComposing } from '../../../ui/composing.ts'
import { focusNextField } from './focus-field.ts'

interface FieldFrameProps {
  readonly field: FieldName
  readonly trust: Trust
  /** Shown at the right inside the frame. */
  readonly note?: ReactNode
  readonly problem?: string | undefined
  readonly children: ReactNode
}

/** An open list with a chosen line takes Enter for itself; where none is chosen antd names the line `…_-1`. */
function listTakesEnter(target: EventTarget): boolean {
  return (
    target instanceof Element &&
    target.getAttribute('aria-expanded') === 'true' &&
    /_\d+$/.test(target.getAttribute('aria-activedescendant') ?? '')
  )
}

/**
 * What all editors share: the bar of trust at the left, the light between field and transcript, and the keys (Enter
 * accepts and goes on, Alt+Enter accepts, Ctrl+Backspace clears).
 */
export function FieldFrame({ field, trust, note, problem, children }: FieldFrameProps): ReactNode {
  const desk = useDesk()
  const lit = useUi((state) => state.litField === field && state.focusedField !== field)

  function onKey(event: KeyboardEvent<HTMLDivElement>): void {
    if (isComposing(event.nativeEvent)) return
    const ownsEnter = event.target instanceof Element && event.target.closest('[data-own-enter]') !== null
    const multiline = event.target instanceof HTMLTextAreaElement
    const { ctrlKey, altKey, shiftKey, key } = event
    if (
      key === 'Enter' &&
      !ctrlKey &&
      !shiftKey &&
      !ownsEnter &&
      (altKey || !(multiline || listTakesEnter(event.target)))
    ) {
      event.preventDefault()
      event.stopPropagation()
      void desk.ticket.accept(field)
      if (!altKey) focusNextField(field)
    } else if (key === 'Backspace' && ctrlKey) {
      event.preventDefault()
      event.stopPropagation()
      void desk.ticket.clear(field)
    }
  }

  return (
    <div
      className="field"
      data-field={field}
      data-trust={trust}
      data-lit={lit}
      data-problem={problem !== undefined}
      title={problem}
      onPointerEnter={() => desk.stores.ui.setState({ hoveredField: field })}
      onPointerLeave={() => desk.stores.ui.setState({ hoveredField: null })}
      onFocus={() => desk.stores.ui.setState({ focusedField: field, litField: field })}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return
        desk.stores.ui.setState((state) =>
          state.focusedField === field ? { focusedField: null, litField: null } : {},
        )
        void desk.ticket.flush(field)
      }}
      onKeyDownCapture={onKey}
      onCompositionStart={() => desk.ticket.hold(field)}
      onCompositionEnd={() => desk.ticket.release(field)}
    >
      {children}
      {note !== undefined && note !== null && <span className="field-note">{note}</span>}
      {trust === 'doubtful' && <span className="sr-only">{text.ticket.doubtful}</span>}
      {problem !== undefined && (
        <span className="field-problem" role="alert">
          {problem}
        </span>
      )}
    </div>
  )
}
