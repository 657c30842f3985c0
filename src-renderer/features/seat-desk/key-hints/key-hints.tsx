import type { ReactNode } from 'react'
import { openCall, type CallState } from '../../../state/call-store.ts'
import { useCall } from '../../../state/desk-context.ts'
import { commandText, hintText, placeKeys, type CommandName } from '../../../text/commands.ts'
import { Kbd } from '../../../ui/kbd.tsx'

const always: readonly CommandName[] = ['keyHelp', 'palette']

function hintsOf(state: CallState): readonly CommandName[] {
  if (state.stage.kind === 'ringing') return ['answer', 'decline', ...always]
  if (openCall(state) === null) return [...always, 'callList']
  return [...always, 'search', 'acceptSure', 'script', 'nextColumn', 'undo', 'callList']
}

/** The line at the bottom: the keys that matter now. */
export function KeyHints(): ReactNode {
  const state = useCall((all) => all)
  return (
    <footer className="key-hints">
      {hintsOf(state).map((name) => (
        <span key={name}>
          <Kbd keys={commandText[name].key} /> {hintText[name] ?? commandText[name].title}
        </span>
      ))}
      {openCall(state) !== null &&
        placeKeys
          .filter((place) => place.hint !== '')
          .map((place) => (
            <span key={place.key}>
              <Kbd keys={place.key} /> {place.hint}
            </span>
          ))}
    </footer>
  )
}
