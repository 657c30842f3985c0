/** Key code that browsers report for keys an input method takes (229), where `isComposing` comes a moment late. */
const inputMethodKeyCode = 229

/** Whether a key belongs to an input method that is composing: such a key is never ours. */
export function isComposing(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only sign of it in Chromium at the first key
  return event.isComposing || event.keyCode === inputMethodKeyCode
}
