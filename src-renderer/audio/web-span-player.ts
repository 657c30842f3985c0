import type { SpanListeners, SpanPlayer } from './span-player.ts'

const positionEveryMs = 100

/** Opens the output with the first sound: a page may not before its person pressed something. */
export function createSpanPlayer(openOutput: () => AudioContext = () => new AudioContext()): SpanPlayer {
  let output: AudioContext | undefined
  let stopCurrent = (): void => undefined
  let asked = 0

  function begin(context: AudioContext, buffer: AudioBuffer, on: SpanListeners): void {
    const source = new AudioBufferSourceNode(context, { buffer })
    source.connect(context.destination)
    const startedAt = context.currentTime
    const timer = setInterval(() => on.onPosition((context.currentTime - startedAt) * 1000), positionEveryMs)
    const ended = (): void => {
      release()
      on.onEnded()
    }
    // A source that was stopped ends, too: it must not be heard of any more, another may play by then.
    const release = (): void => {
      clearInterval(timer)
      source.removeEventListener('ended', ended)
      source.stop()
      source.disconnect()
      stopCurrent = () => undefined
    }
    source.addEventListener('ended', ended)
    stopCurrent = release
    source.start()
  }

  return {
    async play(wav, on) {
      stopCurrent()
      const mine = ++asked
      output ??= openOutput()
      await output.resume()
      const buffer = await output.decodeAudioData(wav)
      if (mine === asked) begin(output, buffer, on)
    },
    stop() {
      asked += 1
      stopCurrent()
    },
  }
}
