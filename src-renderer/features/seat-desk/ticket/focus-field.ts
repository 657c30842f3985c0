import { fieldNames, type FieldName } from '#shared/domain/ticket-fields.ts'

const focusable = 'input:checked, input:not([type="radio"]), textarea, input'

function frameOf(field: FieldName): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-field="${field}"]`)
}

/** Puts the focus into a field's editor and its words into sight. */
export function focusField(field: FieldName): void {
  const frame = frameOf(field)
  const editor =
    frame?.querySelector<HTMLElement>('input:checked') ?? frame?.querySelector<HTMLElement>(focusable)
  editor?.focus()
  // The browser puts the cursor before the first word; what is added belongs after the last.
  if (editor instanceof HTMLTextAreaElement)
    editor.setSelectionRange(editor.value.length, editor.value.length)
  frame?.scrollIntoView({ block: 'nearest' })
}

/** Goes on to the field after this one; from the last one nowhere. */
export function focusNextField(field: FieldName): void {
  const frames = [...document.querySelectorAll<HTMLElement>('[data-field]')]
  const next = frames[frames.findIndex((frame) => frame.dataset['field'] === field) + 1]
  const name = fieldNames.find((known) => known === next?.dataset['field'])
  if (name !== undefined) focusField(name)
}
