import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { AsrEvent } from '#shared/contract/process-messages.ts'
import { speakers, turnSchema, type Speaker, type Turn } from '#shared/domain/call.ts'
import { readRecording } from '../../src-main/core/calls/recording/read-recording.ts'
import { AsrChild, shippedModels } from '../support/asr-child.ts'
import { characterErrorRate } from '../support/character-error-rate.ts'

const callsFolder = join(shippedModels, 'rehearsal/calls')

const children: AsrChild[] = []
const folders: string[] = []

function start(models?: string, model?: string): AsrChild {
  const child = new AsrChild(models, model)
  children.push(child)
  return child
}

afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.stop()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

async function readCall(name: string): Promise<{
  readonly turns: readonly Turn[]
  readonly channels: Readonly<Record<Speaker, Int16Array>>
}> {
  const { turns } = z
    .object({ turns: z.array(turnSchema) })
    .parse(JSON.parse(readFileSync(join(callsFolder, `${name}.json`), 'utf8')))
  const recording = await readRecording([join(callsFolder, `${name}.wav`)])
  if (!recording.ok) throw new Error(recording.error.message)
  const { seat, citizen } = recording.value.channels
  if (seat === undefined || citizen === undefined) throw new Error('not stereo')
  return { turns, channels: { seat, citizen } }
}

type Final = Extract<AsrEvent, { type: 'final' }>

function finals(events: readonly AsrEvent[], speaker: Speaker): readonly Final[] {
  return events.filter((event): event is Final => event.type === 'final' && event.speaker === speaker)
}

function text(turns: readonly { readonly text: string }[]): string {
  return turns.map((turn) => turn.text).join('')
}

const isReady = (events: readonly AsrEvent[]): boolean => events[0]?.type === 'ready'
const bothClosed = (events: readonly AsrEvent[]): boolean =>
  events.filter((event) => event.type === 'closed').length === 2

describe('the asr process with the rehearsal model', () => {
  it('hears frames that came before it was ready, and partials before finals', async () => {
    const child = start()
    const { channels } = await readCall('2-gas-smell')
    child.play('citizen', channels.citizen.subarray(0, 16_000 * 18))
    await child.until((events) => events.some((event) => event.type === 'closed'))
    const types = child.events.map((event) => event.type)
    expect(types[0]).toBe('ready')
    expect(types.indexOf('partial')).toBeLessThan(types.indexOf('final'))
  })

  it('loses and doubles no word when it is killed and the audio is sent again from where it had settled', async () => {
    const { turns, channels } = await readCall('2-gas-smell')
    const first = start()
    await first.until(isReady)
    for (const speaker of speakers) first.play(speaker, channels[speaker].subarray(0, 16_000 * 30), 0, false)
    // Somewhere in the middle of the citizen's second turn.
    await first.until((events) =>
      events.some(
        (event) => event.type === 'partial' && event.speaker === 'citizen' && event.startMs > 18_000,
      ),
    )
    await first.kill()
    const second = start()
    await second.until(isReady)
    const kept: Record<Speaker, readonly Final[]> = { seat: [], citizen: [] }
    for (const speaker of speakers) {
      const progress = first.events.findLast(
        (event) => event.type === 'progress' && event.speaker === speaker,
      )
      const settled = progress?.type === 'progress' ? progress.settledSample : 0
      expect(settled).toBeGreaterThan(0)
      // A final that was followed by no progress is said again.
      kept[speaker] = finals(first.events, speaker).filter((turn) => turn.endMs * 16 <= settled)
      second.play(speaker, channels[speaker], settled)
    }
    await second.until(bothClosed)
    for (const speaker of speakers) {
      const said = turns.filter((turn) => turn.speaker === speaker)
      const heard = [...kept[speaker], ...finals(second.events, speaker)]
      expect(heard).toHaveLength(said.length)
      expect(characterErrorRate(text(said), text(heard))).toBeLessThanOrEqual(0.05)
    }
    expect(kept.seat.length + kept.citizen.length).toBeGreaterThan(0)
  })
})

describe('the asr process with a bad model', () => {
  function spoil(change: (folder: string) => void): string {
    const folder = mkdtempSync(join(tmpdir(), 'bad-model-'))
    folders.push(folder)
    mkdirSync(join(folder, 'rehearsal'))
    cpSync(join(shippedModels, 'silero-vad'), join(folder, 'silero-vad'), { recursive: true })
    for (const file of [
      'manifest.json',
      ...['model.onnx', 'tokens.txt', 'graph.fst'].map((name) => `rehearsal/${name}`),
    ]) {
      cpSync(join(shippedModels, file), join(folder, file))
    }
    change(folder)
    return folder
  }

  /** Takes what could be verified out of the manifest, so that only loading can find the fault. */
  function forgetChecksums(folder: string): void {
    const file = join(folder, 'manifest.json')
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/,\s*"(?:sha256|bytes)": [^,}]+/gu, ''))
  }

  const model = (folder: string): string => join(folder, 'rehearsal/model.onnx')
  it.each<[string, string, (folder: string) => void]>([
    ['a truncated model', 'model-file-size', (folder) => truncateSync(model(folder), 1_000_000)],
    [
      'a changed model',
      'model-file-checksum',
      (folder) => writeFileSync(model(folder), Buffer.alloc(statSync(model(folder)).size)),
    ],
    ['a missing model', 'model-file-missing', (folder) => rmSync(model(folder))],
    ['a missing tokens file', 'model-file-missing', (folder) => rmSync(join(folder, 'rehearsal/tokens.txt'))],
    [
      'a missing detector',
      'model-file-missing',
      (folder) => rmSync(join(folder, 'silero-vad'), { recursive: true }),
    ],
    ['no manifest', 'models-not-found', (folder) => rmSync(join(folder, 'manifest.json'))],
    [
      'a truncated model that nothing verifies, which aborts its process',
      'model-unusable',
      (folder) => {
        forgetChecksums(folder)
        truncateSync(model(folder), 1_000_000)
      },
    ],
    [
      'a model of another kind',
      'model-unusable',
      (folder) => {
        const file = join(folder, 'manifest.json')
        writeFileSync(
          file,
          readFileSync(file, 'utf8').replace('"kind": "nemoCtc"', '"kind": "zipformer2Ctc"'),
        )
      },
    ],
  ])('reports %s and stays up', async (_, code, change) => {
    const child = start(spoil(change))
    await child.until((events) => events.length > 0)
    expect(child.events[0]).toMatchObject({ type: 'failed', code })
    const [event] = child.events
    expect(event?.type === 'failed' ? event.message : '').toMatch(/\p{Script=Han}/u)
    child.play('seat', new Int16Array(16_000))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(child.running).toBe(true)
    expect(child.events).toHaveLength(1)
  })

  it('reports a model that the manifest does not name', async () => {
    const child = start(undefined, 'no-such-model')
    await child.until((events) => events.length > 0)
    expect(child.events[0]).toMatchObject({ type: 'failed', code: 'model-unknown' })
  })
})
