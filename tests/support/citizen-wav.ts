import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unwrap } from '../../src-shared/base/result.ts'
import { readRecording } from '../../src-main/core/calls/recording/read-recording.ts'
import { programRoot } from '../../src-main/hosts/paths.ts'
import { stereoWav } from './wav.ts'

const gasCall = join(programRoot, 'models', 'rehearsal', 'calls', '2-gas-smell.wav')

/** What a softphone plays in the call about the smell of gas: the citizen alone, on both sides of the loudspeaker. */
export async function citizenWav(): Promise<string> {
  const { channels } = unwrap(await readRecording([gasCall]))
  const path = join(mkdtempSync(join(tmpdir(), 'seat-citizen-')), 'citizen.wav')
  writeFileSync(path, stereoWav(channels.citizen!, channels.citizen!, 16_000))
  return path
}
