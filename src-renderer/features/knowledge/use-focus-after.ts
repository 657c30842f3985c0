import { useEffect } from 'react'

/**
 * When the component goes while it has the focus, what `selector` finds takes it: on the page as a whole keys would do nothing,
 * and Tab would begin at the top again.
 */
export function useFocusAfter(selector: string): void {
  useEffect(
    () => () => {
      if (document.activeElement === document.body) document.querySelector<HTMLElement>(selector)?.focus()
    },
    [selector],
  )
}
