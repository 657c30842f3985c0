import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { AsrEvent } from '#shared/contract/process-messages.ts'
import { speakers, type Speaker } from '#shared/domain/call.ts'
import { AsrChild } from '../support/asr-child.ts'
import { playBoth, playedSamples, readSpeech, standInFolder, standIns } from '../support/stand-in-models.ts'

const streaming = [standIns.transducer, standIns.paraformer, standIns.zipformer2Ctc]
/** What a stand-in says for as long as sound comes, if the state it counts in comes back to it. */
const counting = '一二三四'.repeat(10)

const models = standInFolder()
let speech: Readonly<Record<Speaker, Int16Array>>
let child: AsrChild | undefined

beforeAll(async () => {
  speech = await readSpeech()
})

afterEach(async () => {
  await child?.stop()
  child = undefined
})

afterAll(() => {
  rmSync(models, { recursive: true })
})

type Final = Extract<AsrEvent, { type: 'final' }>

function finals(events: readonly AsrEvent[], speaker: Speaker): readonly Final[] {
  return events.filter((event): event is Final => event.type === 'final' && event.speaker === speaker)
}

async function hear(id: string, environment: NodeJS.ProcessEnv = {}): Promise<AsrChild> {
  child = new AsrChild(models, id, environment)
  await child.until((events) => events.length > 0)
  playBoth(child, speech)
  await child.until((events) => events.filter((event) => event.type === 'closed').length === speakers.length)
  return child
}

describe('the asr process', () => {
  it.each(streaming)('loads and streams a $kind', async ({ id, kind }) => {
    const listener = await hear(id)
    expect(listener.events[0]).toMatchObject({ type: 'ready', model: kind, punctuation: false })
    for (const speaker of speakers) {
      const progress = listener.events.findLast(
        (event) => event.type === 'progress' && event.speaker === speaker,
      )
      expect(progress?.type === 'progress' ? progress.decodedSample : 0).toBeGreaterThanOrEqual(playedSamples)
      const said = finals(listener.events, speaker)
      expect(said.length).toBeGreaterThan(0)
      for (const { text, confidence } of said) {
        expect(text.length).toBeGreaterThanOrEqual(4)
        expect(counting.startsWith(text), text).toBe(true)
        // Only a transducer tells how sure it is.
        if (kind === 'transducer') expect(confidence).toBeGreaterThan(0.8)
        else expect(confidence).toBeUndefined()
      }
    }
    expect(listener.running).toBe(true)
  })
})

describe('hot words', () => {
  const words = (content: string): NodeJS.ProcessEnv => {
    const file = join(models, 'hot-words.txt')
    writeFileSync(file, content)
    return { SEAT_HOT_WORDS: file }
  }

  it('make a transducer hear the name that sounds nearly like what it would have heard', async () => {
    const listener = await hear(standIns.transducer.id, words('壹二\n'))
    expect(listener.events[0]).toMatchObject({ type: 'ready', takesHotWords: true })
    for (const speaker of speakers) {
      for (const { text } of finals(listener.events, speaker)) expect(text).toMatch(/^壹二三四/u)
    }
  })

  it.each([
    ['words that the model cannot write', '天河路\n某某\n'],
    ['what sherpa-onnx aborts at', '壹二 :x\n: :\n'],
    ['no text at all', '\0\u{1F600}\n'],
    ['nothing', ''],
  ])('do no harm where the file holds %s', async (_, content) => {
    const listener = await hear(standIns.transducer.id, words(content))
    expect(listener.events[0]).toMatchObject({ type: 'ready', takesHotWords: true })
    for (const speaker of speakers) {
      for (const { text } of finals(listener.events, speaker)) expect(text).toMatch(/^一二三四/u)
    }
  })

  it('are told apart from a model that does not take them, and a file that is not there', async () => {
    const listener = await hear(standIns.zipformer2Ctc.id, { SEAT_HOT_WORDS: join(models, 'none') })
    expect(listener.events[0]).toMatchObject({ type: 'ready', takesHotWords: false })
  })
})
