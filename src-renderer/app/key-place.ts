import type { KeyPlace } from './keys.ts'

const typedTypes: ReadonlySet<string> = new Set([
  'text',
  'search',
  'tel',
  'number',
  'password',
  'email',
  'url',
])

/** Reads from the element under a key what kind of place it is. */
export function keyPlace(target: EventTarget | null): KeyPlace {
  if (!(target instanceof HTMLElement)) return { typing: false, inTicket: false, pressable: false }
  const typing =
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && typedTypes.has(target.type))
  return {
    typing,
    inTicket: target.closest('[data-field]') !== null,
    pressable: target.closest('button, [role="button"]') !== null,
  }
}

/** Puts the focus into the column after the one that has it; from the last one into the first. */
export function focusNextColumn(): void {
  const columns = [...document.querySelectorAll<HTMLElement>('[data-column]')]
  const now = columns.findIndex((column) => column.contains(document.activeElement))
  const next = columns[(now + 1) % columns.length]
  const entry =
    next?.querySelector<HTMLElement>('[data-trust="doubtful"] input') ??
    next?.querySelector<HTMLElement>('[data-column-entry]') ??
    next?.querySelector<HTMLElement>('input, button')
  entry?.focus()
}

export function focusSearch(): void {
  document.getElementById('answer-search')?.focus()
}
