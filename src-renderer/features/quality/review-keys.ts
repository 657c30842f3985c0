import { createKeybindingsHandler } from 'tinykeys'
import { isComposing } from '../../ui/composing.ts'

/** What the keys of the reviewer's desk do; they follow audio editors. */
export interface ReviewKeyActions {
  readonly toggle: () => void
  readonly pause: () => void
  /** Plays; where it plays already, faster. */
  readonly forward: () => void
  /** Ms, back where negative. */
  readonly step: (ms: number) => void
  readonly markStart: () => void
  readonly markEnd: () => void
  readonly faster: () => void
  readonly slower: () => void
  readonly nextFlag: () => void
  readonly previousFlag: () => void
  readonly playFlag: () => void
  readonly decide: (decision: 'confirm' | 'dismiss' | 'change') => void
  readonly addFlag: () => void
  readonly zoom: () => void
  readonly nextCall: () => void
  readonly clear: () => void
}

const backMs = 5000
const stepMs = 1000
const fineStepMs = 200

const bindings: Readonly<Record<string, (actions: ReviewKeyActions) => void>> = {
  Space: (actions) => actions.toggle(),
  KeyJ: (actions) => actions.step(-backMs),
  KeyK: (actions) => actions.pause(),
  KeyL: (actions) => actions.forward(),
  ArrowLeft: (actions) => actions.step(-stepMs),
  ArrowRight: (actions) => actions.step(stepMs),
  'Shift+ArrowLeft': (actions) => actions.step(-fineStepMs),
  'Shift+ArrowRight': (actions) => actions.step(fineStepMs),
  BracketLeft: (actions) => actions.markStart(),
  BracketRight: (actions) => actions.markEnd(),
  Minus: (actions) => actions.slower(),
  Equal: (actions) => actions.faster(),
  ArrowDown: (actions) => actions.nextFlag(),
  ArrowUp: (actions) => actions.previousFlag(),
  Enter: (actions) => actions.playFlag(),
  KeyY: (actions) => actions.decide('confirm'),
  KeyN: (actions) => actions.decide('dismiss'),
  KeyR: (actions) => actions.decide('change'),
  KeyM: (actions) => actions.addFlag(),
  KeyZ: (actions) => actions.zoom(),
  KeyG: (actions) => actions.nextCall(),
  Escape: (actions) => actions.clear(),
}

/** Keys that a control under the focus takes for itself. */
const pressing: ReadonlySet<string> = new Set(['Space', 'Enter'])

/** Where a key was pressed: something is written or chosen there, or Enter and Space press it. */
export interface ReviewKeyPlace {
  readonly typing: boolean
  readonly pressable: boolean
}

export function reviewKeyPlace(target: EventTarget | null): ReviewKeyPlace {
  if (!(target instanceof Element)) return { typing: false, pressable: false }
  const pressed = target.closest('button, a, [role="button"], [role="tab"]')
  return {
    typing: target.closest('input, select, textarea, dialog') !== null,
    // A flag or a call that is chosen already has no use for being pressed again.
    pressable: pressed !== null && !pressed.matches('[aria-pressed="true"], [aria-current="true"]'),
  }
}

/** The listener for `keydown` of the reviewer's desk; `isBlocked` while a dialog has the keys. */
export function createReviewKeys(
  actions: () => ReviewKeyActions | null,
  isBlocked: () => boolean,
  placeOf: (target: EventTarget | null) => ReviewKeyPlace = reviewKeyPlace,
): (event: KeyboardEvent) => void {
  const map = Object.fromEntries(
    Object.entries(bindings).map(([key, act]) => [
      key,
      (event: KeyboardEvent) => {
        const now = actions()
        const { typing, pressable } = placeOf(event.target)
        if (now === null || typing || (pressable && pressing.has(key))) return
        event.preventDefault()
        act(now)
      },
    ]),
  )
  const handle = createKeybindingsHandler(map)
  return (event) => {
    if (isComposing(event) || isBlocked()) return
    handle(event)
  }
}
