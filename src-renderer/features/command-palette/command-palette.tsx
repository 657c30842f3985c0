import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { paletteText } from '../../text/commands.ts'
import { isComposing } from '../../ui/composing.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import './command-palette.css'

/** An action as the palette lists it. */
export interface PaletteEntry {
  readonly name: string
  readonly title: string
  readonly key: string
  readonly run: () => void
}

interface CommandPaletteProps {
  readonly title: string
  readonly entries: readonly PaletteEntry[]
  readonly onClose: () => void
}

const optionId = (index: number): string => `command-${index}`

/** Every action that can be done now, found by any part of its name. */
export function CommandPalette({ title, entries, onClose }: CommandPaletteProps): ReactNode {
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const words = typed.trim().toLowerCase().split(/\s+/)
  const shown = entries.filter((entry) => {
    const searched = `${entry.title} ${entry.key}`.toLowerCase()
    return words.every((word) => searched.includes(word))
  })

  function run(entry: PaletteEntry | undefined): void {
    if (entry === undefined) return
    // What the command focuses can take the focus only once the dialog has given it back.
    flushSync(onClose)
    entry.run()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setActive((now) => Math.max(0, Math.min(shown.length - 1, now + step)))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      run(shown[active])
    }
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <input
        className="palette-input"
        role="combobox"
        aria-expanded="true"
        aria-controls="command-list"
        aria-activedescendant={optionId(active)}
        aria-label={paletteText.label}
        placeholder={paletteText.label}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul id="command-list" className="palette-list" role="listbox">
        {shown.map((entry, index) => (
          <li
            key={entry.name}
            id={optionId(index)}
            className="palette-entry"
            role="option"
            aria-selected={index === active}
            ref={index === active ? (element) => element?.scrollIntoView({ block: 'nearest' }) : null}
            onPointerMove={() => setActive(index)}
            onClick={() => run(entry)}
          >
            {entry.title}
            <Kbd keys={entry.key} />
          </li>
        ))}
        {shown.length === 0 && <li className="empty">{paletteText.none}</li>}
      </ul>
    </Dialog>
  )
}
