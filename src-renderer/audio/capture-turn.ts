/**
 * Whose turn it is to capture: one page of a seat at a time. Resolves when it is this page's, with the function that gives
 * the turn back; a page that is closed or loaded anew gives it back by itself.
 */
export type CaptureTurn = () => Promise<() => void>

export const browserTurn: CaptureTurn = () =>
  new Promise((resolve) => {
    void navigator.locks.request('seat-capture', () => new Promise<void>((giveBack) => resolve(giveBack)))
  })

/** For pages that only look on. */
export const neverTurn: CaptureTurn = () => new Promise(() => undefined)
