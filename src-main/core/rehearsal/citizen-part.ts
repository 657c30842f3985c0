import { FailureError, unwrap } from '#shared/base/result.ts'
import { rehearsalText } from '#shared/catalogue/rehearsal.ts'
import { sampleRate } from '#shared/contract/audio-frame.ts'
import type { CallSource } from '#shared/contract/views.ts'
import type { CitizenPart } from '#shared/domain/rehearsal/citizen.ts'
import { cutLines } from '#shared/domain/rehearsal/cut-lines.ts'
import type { RehearsalScript } from '#shared/domain/rehearsal/rehearsal-script.ts'
import { readRecording } from '../calls/recording/read-recording.ts'
import type { RecordingLibrary } from '../calls/recording-library.ts'

export type RehearsalCall = Extract<CallSource, { kind: 'rehearsal' }>

/** The citizen of a rehearsal: what is said, how fast, and the sound of each line where there is one. */
export interface Citizen {
  readonly title: string
  readonly callerNumber: string | undefined
  readonly part: CitizenPart
  readonly pace: RehearsalScript['pace']
  /** By line; empty for a script, whose citizen is read. */
  readonly sounds: readonly Int16Array[]
}

/** Code of a failure: `not-found`, or one of {@link readRecording}. */
export async function findCitizen(
  { of, rehearsalId }: Pick<RehearsalCall, 'of' | 'rehearsalId'>,
  scripts: readonly RehearsalScript[],
  recordings: RecordingLibrary,
): Promise<Citizen> {
  if (of === 'recording') return recorded(rehearsalId, recordings)
  const script = scripts.find(({ id }) => id === rehearsalId)
  if (script === undefined) throw new FailureError('not-found', rehearsalText.unknownScript)
  const { title, callerNumber, pace } = script
  return { title, callerNumber, part: script, pace, sounds: [] }
}

/** Only the citizen's channel is of use: the seat's words are the trainee's own now. */
async function recorded(recordingId: string, recordings: RecordingLibrary): Promise<Citizen> {
  const { channels } = unwrap(await readRecording(recordings.files(recordingId)))
  const samples = channels.citizen ?? new Int16Array()
  const sounds = cutLines(samples, sampleRate).map(({ from, to }) => samples.slice(from, to))
  if (sounds.length === 0) throw new FailureError('no-speech', rehearsalText.noSpeech)
  const known = recordings.list().find((recording) => recording.recordingId === recordingId)
  return {
    title: known?.title ?? recordingId,
    callerNumber: known?.callerNumber,
    part: { lines: sounds.map(() => ({ say: '', turns: 1 })), answers: [] },
    pace: 'normal',
    sounds,
  }
}
