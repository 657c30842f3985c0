import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { unwrap } from '#shared/base/result.ts'
import { speakers, turnSchema, type Speaker } from '#shared/domain/call.ts'
import { readRecording } from '../../src-main/core/calls/recording/read-recording.ts'
import { modelsOf, readManifest, type Model, type ModelManifest } from '../../src-main/models/manifest.ts'
import { shippedModels, type AsrChild } from './asr-child.ts'

/** The model that ships is a `nemoCtc` and its detector a `sileroVad`. A kind without a stand-in does not compile. */
type StandInKind = Exclude<Model['kind'], 'nemoCtc' | 'sileroVad'>
type StandIns = { readonly [Kind in StandInKind]: Extract<Model, { kind: Kind }> }

function described<Kind extends StandInKind>(kind: Kind) {
  return {
    id: `tiny-${kind}`,
    title: kind,
    kind,
    licence: 'Apache-2.0',
    origin: 'tests/fixtures/models/make-tiny-models.py',
    sources: [],
    published: [],
    note: 'hears nothing',
  }
}
const heard = { sampleRate: 16_000 } as const

export const standIns: StandIns = {
  transducer: {
    ...described('transducer'),
    ...heard,
    role: 'streaming',
    files: {
      encoder: { path: 'transducer/encoder.onnx' },
      decoder: { path: 'transducer/decoder.onnx' },
      joiner: { path: 'transducer/joiner.onnx' },
      tokens: { path: 'transducer/tokens.txt' },
    },
  },
  paraformer: {
    ...described('paraformer'),
    ...heard,
    role: 'streaming',
    files: {
      encoder: { path: 'paraformer/encoder.onnx' },
      decoder: { path: 'paraformer/decoder.onnx' },
      tokens: { path: 'paraformer/tokens.txt' },
    },
  },
  zipformer2Ctc: {
    ...described('zipformer2Ctc'),
    ...heard,
    role: 'streaming',
    files: {
      model: { path: 'zipformer2-ctc/model.onnx' },
      tokens: { path: 'zipformer2-ctc/tokens.txt' },
    },
  },
  senseVoice: {
    ...described('senseVoice'),
    ...heard,
    role: 'second-pass',
    files: { model: { path: 'sense-voice/model.onnx' }, tokens: { path: 'sense-voice/tokens.txt' } },
  },
  offlineParaformer: {
    ...described('offlineParaformer'),
    ...heard,
    role: 'second-pass',
    files: {
      model: { path: 'offline-paraformer/model.onnx' },
      tokens: { path: 'offline-paraformer/tokens.txt' },
    },
  },
  ctTransformer: {
    ...described('ctTransformer'),
    role: 'punctuation',
    files: { model: { path: 'ct-transformer/model.onnx' } },
  },
}

/** A new models folder with every stand-in and the detector that ships; whoever asked for it removes it. */
export function standInFolder(): string {
  const models = mkdtempSync(join(tmpdir(), 'stand-in-models-'))
  const voice = modelsOf(unwrap(readManifest(shippedModels)), 'voice-activity')
  const manifest: ModelManifest = {
    version: 2,
    defaults: { streaming: standIns.zipformer2Ctc.id, 'voice-activity': voice[0]!.id },
    models: [...Object.values(standIns), ...voice],
  }
  cpSync(join(import.meta.dirname, '../fixtures/models'), models, { recursive: true })
  cpSync(join(shippedModels, 'silero-vad'), join(models, 'silero-vad'), { recursive: true })
  writeFileSync(join(models, 'manifest.json'), JSON.stringify(manifest))
  return models
}

/** What {@link playBoth} plays of each channel: two seconds. */
export const playedSamples = 32_000
const frameSamples = 1_600

/** The first two seconds that each speaker of a rehearsal call says: the detector lets nothing else through. */
export async function readSpeech(): Promise<Readonly<Record<Speaker, Int16Array>>> {
  const call = join(shippedModels, 'rehearsal/calls/2-gas-smell')
  const { turns } = z
    .object({ turns: z.array(turnSchema) })
    .parse(JSON.parse(readFileSync(`${call}.json`, 'utf8')))
  const { channels } = unwrap(await readRecording([`${call}.wav`]))
  const cut = (speaker: Speaker): Int16Array => {
    const turn = turns.find((candidate) => candidate.speaker === speaker)
    const start = turn!.startMs * 16
    return channels[speaker]!.slice(start, start + playedSamples)
  }
  return { seat: cut('seat'), citizen: cut('citizen') }
}

/** Both channels frame by frame in turn, as a call brings them, so that two decoders are at work at once. */
export function playBoth(listener: AsrChild, speech: Readonly<Record<Speaker, Int16Array>>): void {
  for (let end = frameSamples; end <= playedSamples; end += frameSamples) {
    for (const speaker of speakers) {
      listener.play(speaker, speech[speaker].subarray(0, end), end - frameSamples, end === playedSamples)
    }
  }
}
