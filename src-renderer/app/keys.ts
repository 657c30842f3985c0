import { createKeybindingsHandler } from 'tinykeys'
import type { CommandName } from '../text/commands.ts'
import { isComposing } from '../ui/composing.ts'
import type { Commands } from './commands.ts'

/** Keys of the whole desk. Function keys and chords work everywhere; the plain ones not while something is typed. */
const bindings: readonly (readonly [string, CommandName])[] = [
  ['$mod+k', 'palette'],
  ['$mod+,', 'settings'],
  ['F1', 'keyHelp'],
  ['F2', 'acceptSure'],
  ['F3', 'playField'],
  ['F4', 'script'],
  ['F6', 'nextColumn'],
  ['F8', 'callList'],
  ['F9', 'endCall'],
  ['Alt+KeyW', 'nextDesk'],
  ['$mod+Enter', 'submit'],
  ['Alt+Digit1', 'read1'],
  ['Alt+Digit2', 'read2'],
  ['Alt+Digit3', 'read3'],
  ['Alt+KeyH', 'askNudge'],
  ['Alt+KeyS', 'ownScore'],
  ['Alt+KeyV', 'ownReviews'],
  ['Alt+KeyE', 'wrong'],
  ['Alt+KeyX', 'outdated'],
  ['Alt+KeyO', 'wholeAnswer'],
  ['Alt+KeyL', 'linkSimilar'],
]
const plainBindings: readonly (readonly [string, CommandName])[] = [
  ['/', 'search'],
  ['Shift+?', 'keyHelp'],
  ['End', 'newest'],
  ['Enter', 'answer'],
]

/** What a key listener must know of where a key was pressed. */
export interface KeyPlace {
  /** Something is being typed there. */
  readonly typing: boolean
  /** It is a field of the ticket: its changes are the ticket's to undo. */
  readonly inTicket: boolean
  /** Enter presses it (a button). */
  readonly pressable: boolean
}

export interface KeyContext {
  readonly commands: Commands
  readonly placeOf: (target: EventTarget | null) => KeyPlace
  /** True while a dialog is open: it has the keys. */
  readonly isBlocked: () => boolean
  /** Esc where nothing nearer took it. */
  readonly dismiss: () => void
}

/** The listener for `keydown`. A key that an input method is composing with is never taken. */
export function createKeyListener(context: KeyContext): (event: KeyboardEvent) => void {
  const { commands, placeOf } = context

  function run(name: CommandName, event: KeyboardEvent): void {
    if (!commands[name].enabled()) return
    event.preventDefault()
    commands[name].run()
  }

  const map: Record<string, (event: KeyboardEvent) => void> = {
    '$mod+z': (event) => {
      const place = placeOf(event.target)
      if (!place.typing || place.inTicket) run('undo', event)
    },
    Escape: (event) => (commands.decline.enabled() ? run('decline', event) : context.dismiss()),
  }
  for (const [key, name] of bindings) map[key] = (event) => run(name, event)
  // A control takes Space for itself: it is typed, presses or ticks.
  map['Space'] = (event) => {
    const { typing, inTicket, pressable } = placeOf(event.target)
    if (!event.defaultPrevented && !typing && !inTicket && !pressable) run('playField', event)
  }
  for (const [key, name] of plainBindings) {
    map[key] = (event) => {
      const place = placeOf(event.target)
      if (place.typing || (key === 'Enter' && place.pressable)) return
      run(name, event)
    }
  }
  const handle = createKeybindingsHandler(map)
  return (event) => {
    if (isComposing(event) || context.isBlocked()) return
    handle(event)
  }
}
