import { AutoComplete } from 'antd'
import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { TicketFields } from '#shared/domain/ticket-fields.ts'
import { formatFieldValue } from '../../../format/field-value.ts'
import { text } from '../../../text/zh-CN.ts'
import { useDesk, useTicket } from '../../../state/desk-context.ts'
import { linesOf } from '../../../state/ticket-store.ts'
import { FieldFrame } from './field-frame.tsx'
import { parseLine, type LineField } from './field-parsers.ts'
import { useField } from './use-field.ts'

/** A value that can be picked from the list under the line. */
export interface LineOption<Name extends LineField> {
  readonly value: NonNullable<TicketFields[Name]>
  readonly detail?: string
}

interface LineEditorProps<Name extends LineField> {
  readonly field: Name
  readonly placeholder?: string
  readonly unit?: string
  readonly note?: ReactNode
  /** Its values need the whole line: little is said of the other ones. */
  readonly long?: boolean
  /** Finds more values while it is typed (places, parties); they follow the heard alternatives. */
  readonly lookUp?: (typed: string, signal: AbortSignal) => Promise<readonly LineOption<Name>[]>
}

type OpenedBy = 'key' | 'typing' | null

/** A field on one line, with its other readings on ↓. What is no value stays on screen, marked, and is not saved. */
export function LineEditor<Name extends LineField>(props: LineEditorProps<Name>): ReactNode {
  const { field, lookUp, unit } = props
  const control = useField(field)
  const desk = useDesk()
  const typed = useTicket((state) => linesOf(state)[field]?.words) ?? null
  const [openedBy, setOpenedBy] = useState<OpenedBy>(null)
  const found = useLookUp(typed, lookUp)
  const parsed = typed === null ? null : parseLine(field, typed)
  const alternatives: readonly LineOption<Name>[] = control.alternatives.map((value) => ({ value }))
  const options = [...(openedBy === 'typing' ? [] : alternatives), ...found].map((option, index) => ({
    value: String(index),
    label: <OptionLine words={formatFieldValue(field, option.value)} detail={option.detail} />,
    picked: option.value,
  }))
  const open = openedBy !== null && options.length > 0
  const placeholder = control.entry?.partial ?? props.placeholder
  const problem = parsed?.ok === false ? parsed.reason : control.refused

  function type(next: string): void {
    if (lookUp !== undefined) setOpenedBy('typing')
    const result = parseLine(field, next)
    desk.ticket.type(field, next, result.ok ? result.value : undefined)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !open) setOpenedBy('key')
    if (event.key === 'Escape' && open) {
      event.stopPropagation()
      setOpenedBy(null)
    }
  }

  return (
    <FieldFrame
      field={field}
      trust={control.trust}
      problem={problem}
      note={
        <>
          {props.note}
          {unit}
          {alternatives.length > 0 && !control.disabled && (
            <span className="field-others" title={text.ticket.others(alternatives.length)}>
              {props.long === true
                ? text.ticket.othersShort(alternatives.length)
                : text.ticket.others(alternatives.length)}
            </span>
          )}
        </>
      }
    >
      <AutoComplete
        id={`field-${field}`}
        className="field-editor"
        aria-label={text.fields[field]}
        aria-invalid={problem !== undefined}
        disabled={control.disabled}
        {...(placeholder === undefined ? {} : { placeholder })}
        value={typed ?? formatFieldValue(field, control.value)}
        options={options}
        open={open}
        defaultActiveFirstOption={openedBy === 'key'}
        onChange={(next: string, option) => {
          if (!isPicked(option)) type(next)
        }}
        onSelect={(_, option) => {
          control.edit(option.picked)
          setOpenedBy(null)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setOpenedBy(null)
          desk.ticket.leave(field)
        }}
      />
    </FieldFrame>
  )
}

function isPicked(option: unknown): boolean {
  return typeof option === 'object' && option !== null && 'picked' in option
}

function OptionLine({
  words,
  detail,
}: {
  readonly words: string
  readonly detail: string | undefined
}): ReactNode {
  return (
    <span className="option">
      <span className="option-words">{words}</span>
      {detail !== undefined && <span className="option-detail">{detail}</span>}
    </span>
  )
}

/** Asks for values while a line is typed; only the answer to the newest words counts. */
function useLookUp<Name extends LineField>(
  typed: string | null,
  lookUp: LineEditorProps<Name>['lookUp'],
): readonly LineOption<Name>[] {
  const [found, setFound] = useState<{
    readonly for: string
    readonly options: readonly LineOption<Name>[]
  }>()
  const words = typed?.trim() ?? ''
  useEffect(() => {
    if (lookUp === undefined || words === '') return
    const controller = new AbortController()
    lookUp(words, controller.signal).then(
      (options) => setFound({ for: words, options }),
      // A look-up is a convenience: without it the words typed stand as they are.
      () => undefined,
    )
    return () => controller.abort()
  }, [lookUp, words])
  return words !== '' && found?.for === words ? found.options : []
}
