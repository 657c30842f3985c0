import type { Sound } from './review-player.ts'

const positionEveryMs = 40

/** Sounds through a media element, which keeps the pitch of a voice at every speed. */
export function createElementSound(element: HTMLAudioElement = new Audio()): Sound {
  let held: { readonly wav: ArrayBuffer; readonly url: string } | undefined
  let release = (): void => undefined

  function drop(): void {
    if (held !== undefined) URL.revokeObjectURL(held.url)
    held = undefined
  }

  function hold(wav: ArrayBuffer): void {
    if (held?.wav === wav) return
    drop()
    held = { wav, url: URL.createObjectURL(new Blob([wav], { type: 'audio/wav' })) }
    element.src = held.url
  }

  function stop(): void {
    release()
    element.pause()
  }

  return {
    async play(wav, atMs, rate, on) {
      stop()
      hold(wav)
      element.currentTime = atMs / 1000
      element.playbackRate = rate
      const timer = setInterval(() => {
        if (!element.seeking) on.onPosition(element.currentTime * 1000)
      }, positionEveryMs)
      const ended = (): void => {
        release()
        on.onEnded()
      }
      release = () => {
        clearInterval(timer)
        element.removeEventListener('ended', ended)
        release = () => undefined
      }
      element.addEventListener('ended', ended)
      await element.play()
    },
    stop,
    setRate: (rate) => {
      element.playbackRate = rate
    },
    dispose: () => {
      stop()
      element.removeAttribute('src')
      drop()
    },
  }
}
