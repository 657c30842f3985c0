import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AsrEvent } from '#shared/contract/process-messages.ts'
import { speakers } from '#shared/domain/call.ts'
import { AsrChild } from '../support/asr-child.ts'
import { readSpeech, standInFolder, standIns } from '../support/stand-in-models.ts'

vi.setConfig({ testTimeout: 120_000 })

const speech = await readSpeech()
const secondSamples = 16_000
let models = ''
let child: AsrChild | undefined

beforeEach(() => {
  models = standInFolder()
})

afterEach(async () => {
  await child?.stop()
  child = undefined
  rmSync(models, { recursive: true })
})

/** An asr that uses the models chosen. */
function start(chosen: Readonly<Record<string, string>>): AsrChild {
  const installed = join(models, 'installed')
  mkdirSync(installed, { recursive: true })
  writeFileSync(join(installed, 'chosen.json'), JSON.stringify(chosen))
  child = new AsrChild(models, standIns.zipformer2Ctc.id, { SEAT_INSTALLED_MODELS: installed })
  return child
}

/** Each channel says a sentence and is silent; it is closed once that came `type`. */
async function hearBoth(listener: AsrChild, type: 'final' | 'revised'): Promise<readonly AsrEvent[]> {
  await listener.until((events) => events.length > 0)
  for (const speaker of speakers) {
    const sentence = new Int16Array(speech[speaker].length + secondSamples)
    sentence.set(speech[speaker])
    listener.play(speaker, sentence, 0, false)
  }
  await listener.until((events) => wordsOf(events, type).length >= speakers.length)
  for (const speaker of speakers) listener.send({ type: 'close', stream: 1, speaker })
  await listener.until(
    (events) => events.filter((event) => event.type === 'closed').length === speakers.length,
  )
  return listener.events
}

type Words = Extract<AsrEvent, { type: 'final' | 'revised' }>

function wordsOf(events: readonly AsrEvent[], type: 'final' | 'revised'): readonly Words[] {
  return events.filter((event): event is Words => event.type === type && event.text !== '')
}

describe('the asr process with a second pass', () => {
  it.each([standIns.senseVoice, standIns.offlineParaformer])(
    'decodes each sentence again with a $kind',
    async ({ id, title }) => {
      const events = await hearBoth(start({ 'second-pass': id }), 'revised')
      expect(events[0]).toMatchObject({ type: 'ready', secondPass: title, punctuation: false })
      const [finals, revised] = [wordsOf(events, 'final'), wordsOf(events, 'revised')]
      expect(finals.length).toBeGreaterThanOrEqual(speakers.length)
      const spans = (words: readonly Words[]): readonly string[] =>
        words.map(({ speaker, startMs, endMs }) => `${speaker} ${String(startMs)} ${String(endMs)}`).sort()
      expect(spans(revised)).toEqual(spans(finals))
      for (const { text } of revised) {
        // Two seconds at 0.48 s a numeral; 错 is what a model says that was asked for written numbers.
        expect(text).toMatch(/^五六七八/u)
        expect('五六七八'.repeat(10).startsWith(text)).toBe(true)
      }
    },
  )

  it('gives both passes their marks', async () => {
    const events = await hearBoth(
      start({ 'second-pass': standIns.senseVoice.id, punctuation: standIns.ctTransformer.id }),
      'revised',
    )
    expect(events[0]).toMatchObject({ type: 'ready', punctuation: true })
    const words = [...wordsOf(events, 'final'), ...wordsOf(events, 'revised')]
    expect(words.length).toBeGreaterThanOrEqual(2 * speakers.length)
    for (const { text, punctuated } of words) {
      expect(punctuated?.replace(/[，。]/gu, '')).toBe(text)
      expect(punctuated).toMatch(/^(一二三四|五六七八)[，。]/u)
    }
  })

  it('hears on without what is broken, and says so', async () => {
    for (const file of ['sense-voice/model.onnx', 'ct-transformer/model.onnx']) {
      truncateSync(join(models, file), 200)
    }
    const events = await hearBoth(
      start({ 'second-pass': standIns.senseVoice.id, punctuation: standIns.ctTransformer.id }),
      'final',
    )
    const [ready] = events
    if (ready?.type !== 'ready') throw new Error('not ready')
    expect(ready).not.toHaveProperty('secondPass')
    expect(ready.punctuation).toBe(false)
    expect(ready.troubles).toHaveLength(2)
    expect(ready.troubles?.join('')).toMatch(/senseVoice.*ctTransformer/u)
    expect(wordsOf(events, 'final').length).toBeGreaterThanOrEqual(speakers.length)
    expect(wordsOf(events, 'revised')).toEqual([])
  })
})

describe('the asr process, whatever became of its model', () => {
  const answers = (events: readonly AsrEvent[]): readonly AsrEvent[] =>
    events.filter(({ type }) => type === 'probed' || type === 'alive')

  it.each(['a good', 'a missing'])('tries models and says that it is alive, with %s one', async (which) => {
    if (which === 'a missing') rmSync(join(models, 'zipformer2-ctc'), { recursive: true })
    truncateSync(join(models, 'paraformer/encoder.onnx'), 200)
    const listener = start({})
    await listener.until((events) => events.length > 0)
    expect(listener.events[0]?.type).toBe(which === 'a missing' ? 'failed' : 'ready')
    listener.send({ type: 'ping' })
    const tried = [
      standIns.senseVoice,
      standIns.offlineParaformer,
      standIns.ctTransformer,
      standIns.transducer,
    ]
    for (const { id } of [...tried, standIns.paraformer]) {
      listener.send({ type: 'probe', request: id, modelId: id })
    }
    listener.send({ type: 'probe', request: 'unknown', modelId: 'no-such-model' })
    await listener.until((events) => answers(events).length === tried.length + 3)
    const probed = Object.fromEntries(
      answers(listener.events).flatMap((event) =>
        event.type === 'probed' ? [[event.request, event.problem?.code]] : [],
      ),
    )
    expect(probed).toEqual({
      ...Object.fromEntries(tried.map(({ id }) => [id, undefined])),
      [standIns.paraformer.id]: 'model-unusable',
      unknown: 'model-unknown',
    })
    expect(answers(listener.events)).toContainEqual({ type: 'alive' })
    expect(listener.running).toBe(true)
  })
})
