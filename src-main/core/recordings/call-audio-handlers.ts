import type { Handlers } from '#shared/contract/dispatcher.ts'
import type { CallAudio } from './call-audio.ts'

export function callAudioHandlers(callAudio: CallAudio): Pick<Handlers, 'calls.audio'> {
  return { 'calls.audio': (input) => callAudio.span(input) }
}
