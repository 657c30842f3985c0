import { createKeybindingsHandler } from 'tinykeys'
import { isComposing } from '../../ui/composing.ts'
import { entrySearchId } from './list/search-id.ts'
import type { Bench } from './state/bench.ts'
import { benchViews, type OpenEntry } from './state/bench-store.ts'
import { canApprove, canSendBack, canSubmit } from './state/next-steps.ts'

/** The keys of the whole workbench; `isBlocked` while a dialog has them. */
export function createBenchKeys(bench: Bench, isBlocked: () => boolean): (event: KeyboardEvent) => void {
  const open = (): OpenEntry | null => bench.store.getState().open
  const entry = (can: (open: OpenEntry) => boolean, run: () => void) => (event: KeyboardEvent) => {
    event.preventDefault()
    const now = open()
    if (now !== null && !now.busy && can(now)) run()
  }

  const handle = createKeybindingsHandler({
    '$mod+s': entry(
      () => true,
      () => void bench.entry.save(),
    ),
    '$mod+Enter': entry(canSubmit, () => void bench.entry.submit()),
    'Alt+KeyA': entry(canApprove, () => void bench.entry.approve()),
    'Alt+KeyR': entry(canSendBack, () => bench.askReason('return')),
    'Alt+KeyN': (event) => {
      event.preventDefault()
      bench.show('entries')
      void bench.entry.begin()
    },
    ...Object.fromEntries(
      benchViews.map((view, index) => [
        `Alt+Digit${String(index + 1)}`,
        (event: KeyboardEvent) => {
          event.preventDefault()
          bench.show(view)
        },
      ]),
    ),
    '/': (event) => {
      if (isTyping(event.target)) return
      const search = document.getElementById(entrySearchId)
      if (search === null) return
      event.preventDefault()
      search.focus()
    },
  })
  return (event) => {
    if (isComposing(event) || isBlocked() || document.querySelector('dialog[open]') !== null) return
    handle(event)
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
}
