/** Whether no element has the focus, or one that cannot use it any more: a key then starts from nowhere. */
function isFocusLost(): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body || activeElement.matches(':disabled')
}

/** Gives a lost focus to an element, or to the main part of the page, so that Tab goes on from there. */
export function keepFocus(element?: HTMLElement | null): void {
  if (isFocusLost()) (element ?? document.querySelector('main'))?.focus({ preventScroll: true })
}
