import { useEffect, useRef } from 'react'
import { createKeybindingsHandler } from 'tinykeys'
import { isComposing } from './composing.ts'

/** Keys (as tinykeys writes them) and what they do, for as long as the component is there; not while a dialog is open. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  const names = Object.keys(keys).join(' ')
  useEffect(() => {
    const handle = createKeybindingsHandler(
      Object.fromEntries(
        names.split(' ').map((name) => [
          name,
          (event: KeyboardEvent) => {
            event.preventDefault()
            latest.current[name]?.()
          },
        ]),
      ),
    )
    const listener = (event: KeyboardEvent): void => {
      if (isComposing(event) || document.querySelector('dialog[open]') !== null) return
      handle(event)
    }
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [names])
}
