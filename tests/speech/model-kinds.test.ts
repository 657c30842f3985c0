import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { AsrEvent } from '#shared/contract/process-messages.ts'
import { speakers, turnSchema, type Speaker } from '#shared/domain/call.ts'
import { unwrap } from '#shared/base/result.ts'
import { readManifest, type ModelManifest, type SpeechModel } from '../../src-main/asr/manifest.ts'
import { readRecording } from '../../src-main/core/calls/recording/read-recording.ts'
import { AsrChild, shippedModels } from '../support/asr-child.ts'

/** The model that ships is a `nemoCtc`; asr-process.test.ts loads it. A kind without a stand-in does not compile. */
type StandInKind = Exclude<SpeechModel['kind'], 'nemoCtc'>
type StandIns = { readonly [Kind in StandInKind]: Extract<SpeechModel, { kind: Kind }> }

const described = {
  licence: 'Apache-2.0',
  origin: 'tests/fixtures/models/make-tiny-models.py',
  sampleRate: 16_000,
  note: 'hears nothing',
} as const

const standIns: StandIns = {
  transducer: {
    ...described,
    id: 'tiny-transducer',
    title: 'transducer',
    kind: 'transducer',
    files: {
      encoder: { path: 'transducer/encoder.onnx' },
      decoder: { path: 'transducer/decoder.onnx' },
      joiner: { path: 'transducer/joiner.onnx' },
      tokens: { path: 'transducer/tokens.txt' },
    },
  },
  paraformer: {
    ...described,
    id: 'tiny-paraformer',
    title: 'paraformer',
    kind: 'paraformer',
    files: {
      encoder: { path: 'paraformer/encoder.onnx' },
      decoder: { path: 'paraformer/decoder.onnx' },
      tokens: { path: 'paraformer/tokens.txt' },
    },
  },
  zipformer2Ctc: {
    ...described,
    id: 'tiny-zipformer2-ctc',
    title: 'zipformer2Ctc',
    kind: 'zipformer2Ctc',
    files: {
      model: { path: 'zipformer2-ctc/model.onnx' },
      tokens: { path: 'zipformer2-ctc/tokens.txt' },
    },
  },
}

const twoSeconds = 32_000
const frameSamples = 1_600
/** What a stand-in says for as long as sound comes, if the state it counts in comes back to it. */
const counting = '一二三四'.repeat(10)
/** Only a transducer tells how sure it is. */
const sureKinds: readonly StandInKind[] = ['transducer']

const models = mkdtempSync(join(tmpdir(), 'model-kinds-'))
let speech: Readonly<Record<Speaker, Int16Array>>
let child: AsrChild | undefined

beforeAll(async () => {
  const shipped = unwrap(readManifest(shippedModels))
  const manifest: ModelManifest = { ...shipped, models: Object.values(standIns) }
  cpSync(join(import.meta.dirname, '../fixtures/models'), models, { recursive: true })
  cpSync(join(shippedModels, 'silero-vad'), join(models, 'silero-vad'), { recursive: true })
  writeFileSync(join(models, 'manifest.json'), JSON.stringify(manifest))
  speech = await readSpeech()
})

afterEach(async () => {
  await child?.stop()
  child = undefined
})

afterAll(() => {
  rmSync(models, { recursive: true })
})

/** The first two seconds that each speaker of a rehearsal call says: the detector lets nothing else through. */
async function readSpeech(): Promise<Readonly<Record<Speaker, Int16Array>>> {
  const call = join(shippedModels, 'rehearsal/calls/2-gas-smell')
  const { turns } = z
    .object({ turns: z.array(turnSchema) })
    .parse(JSON.parse(readFileSync(`${call}.json`, 'utf8')))
  const { channels } = unwrap(await readRecording([`${call}.wav`]))
  const cut = (speaker: Speaker): Int16Array => {
    const turn = turns.find((candidate) => candidate.speaker === speaker)
    const start = turn!.startMs * 16
    return channels[speaker]!.slice(start, start + twoSeconds)
  }
  return { seat: cut('seat'), citizen: cut('citizen') }
}

/** Both channels frame by frame in turn, as a call brings them, so that two decoders are at work at once. */
function playBoth(listener: AsrChild): void {
  for (let end = frameSamples; end <= twoSeconds; end += frameSamples) {
    for (const speaker of speakers) {
      listener.play(speaker, speech[speaker].subarray(0, end), end - frameSamples, end === twoSeconds)
    }
  }
}

type Final = Extract<AsrEvent, { type: 'final' }>

function finals(events: readonly AsrEvent[], speaker: Speaker): readonly Final[] {
  return events.filter((event): event is Final => event.type === 'final' && event.speaker === speaker)
}

describe('the asr process', () => {
  it.each(Object.values(standIns))('loads and streams a $kind', async ({ id, kind }) => {
    child = new AsrChild(models, id)
    await child.until((events) => events.length > 0)
    expect(child.events[0]).toMatchObject({ type: 'ready', model: standIns[kind].title })

    playBoth(child)
    await child.until(
      (events) => events.filter((event) => event.type === 'closed').length === speakers.length,
    )

    for (const speaker of speakers) {
      const progress = child.events.findLast(
        (event) => event.type === 'progress' && event.speaker === speaker,
      )
      expect(progress?.type === 'progress' ? progress.decodedSample : 0).toBeGreaterThanOrEqual(twoSeconds)
      const said = finals(child.events, speaker)
      expect(said.length).toBeGreaterThan(0)
      for (const { text, confidence } of said) {
        expect(text.length).toBeGreaterThanOrEqual(4)
        expect(counting.startsWith(text), text).toBe(true)
        if (sureKinds.includes(kind)) expect(confidence).toBeGreaterThan(0.9)
        else expect(confidence).toBeUndefined()
      }
    }
    expect(child.running).toBe(true)
  })
})
