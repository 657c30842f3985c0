import { session } from 'electron'
import { isAppAddress } from './app-address.ts'

/**
 * Grants our pages what the machine plays (系统声音), without a dialog, where they ask for a screen with its sound. The picture
 * that such a request must have is the asking page's own; the page drops it at once. Windows, macOS (13 on) and PulseAudio or
 * PipeWire give the sound of the default output and follow it when another becomes the default.
 */
export function grantSystemSound(): void {
  session.defaultSession.setDisplayMediaRequestHandler(({ frame, audioRequested }, answer) => {
    if (frame?.parent === null && isAppAddress(frame.url) && audioRequested) {
      answer({ video: frame, audio: 'loopback' })
    } else {
      answer({})
    }
  })
}
