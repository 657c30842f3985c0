/** A span player that sounds nothing and never ends. */
export const silentPlayer = {
  play: (): Promise<void> => Promise.resolve(),
  stop: (): void => undefined,
}
