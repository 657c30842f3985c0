import { beforeEach, describe, expect, it } from 'vitest'
import { sampleRate } from '#shared/contract/audio-frame.ts'
import type { AsrCommand } from '#shared/contract/process-messages.ts'
import type { Speaker } from '#shared/domain/call.ts'
import { AudioRelay } from '../../src-main/hosts/audio-relay.ts'

const ready = { type: 'ready', model: '演练', note: '', punctuation: false, takesHotWords: false } as const

let sent: AsrCommand[]
/** The seconds at which the frames begin that core was sent. */
let toCore: number[]
let relay: AudioRelay
beforeEach(() => {
  sent = []
  toCore = []
  relay = new AudioRelay({
    toAsr: (command) => sent.push(command),
    toCore: (frame) => toCore.push(frame.startSample / sampleRate),
  })
})

/** A second of silence that begins at that second of the call. */
function second(start: number, speaker: Speaker = 'citizen', stream = 1): void {
  relay.audio({ stream, speaker, startSample: start * sampleRate, samples: new Int16Array(sampleRate) })
}

function settled(seconds: number, speaker: Speaker = 'citizen'): void {
  const sample = seconds * sampleRate
  relay.heard({ type: 'progress', stream: 1, speaker, decodedSample: sample, settledSample: sample })
}

/** What was sent since the last look: the second at which a frame begins, or the word "close". */
function sentNow(): (number | 'close')[] {
  return sent
    .splice(0)
    .map((command) => (command.type === 'audio' ? command.frame.startSample / sampleRate : 'close'))
}

function dieAndComeBack(): void {
  relay.down('asr')
  relay.heard(ready)
}

describe('the audio relay', () => {
  it('sends nothing until asr is ready, then everything in order', () => {
    second(0)
    second(1)
    relay.close(1, 'citizen')
    expect(sentNow()).toEqual([])
    relay.heard(ready)
    expect(sentNow()).toEqual([0, 1, 'close'])
    second(2)
    expect(sentNow()).toEqual([2])
  })

  it('sends again what was not settled when asr died, and only that', () => {
    relay.heard(ready)
    for (const start of [0, 1, 2, 3]) second(start)
    settled(2)
    sentNow()
    dieAndComeBack()
    expect(sentNow()).toEqual([2, 3])
  })

  it('keeps a frame whole that is settled in part', () => {
    relay.heard(ready)
    second(0)
    second(1)
    settled(1.5)
    sentNow()
    dieAndComeBack()
    expect(sentNow()).toEqual([1])
  })

  it('takes the end of a final as settled', () => {
    relay.heard(ready)
    second(0)
    second(1)
    relay.heard({ type: 'final', stream: 1, speaker: 'citizen', startMs: 0, endMs: 1000, text: '喂' })
    sentNow()
    dieAndComeBack()
    expect(sentNow()).toEqual([1])
  })

  it('keeps what comes while asr is down or loading', () => {
    relay.heard(ready)
    second(0)
    relay.down('asr')
    second(1)
    sentNow()
    relay.heard(ready)
    expect(sentNow()).toEqual([0, 1])
  })

  it('keeps channels apart: words of one settle nothing of the other', () => {
    relay.heard(ready)
    second(0, 'seat')
    second(0, 'citizen')
    settled(1, 'citizen')
    sent.length = 0
    dieAndComeBack()
    expect(sent).toMatchObject([{ type: 'audio', frame: { speaker: 'seat', stream: 1 } }])
  })

  it('closes a channel again for a recogniser that died before it had closed it', () => {
    relay.heard(ready)
    second(0)
    relay.close(1, 'citizen')
    sent.length = 0
    dieAndComeBack()
    expect(sent).toMatchObject([{ type: 'audio' }, { type: 'close', stream: 1, speaker: 'citizen' }])
  })

  it('forgets a channel that is closed', () => {
    relay.heard(ready)
    second(0)
    relay.close(1, 'citizen')
    relay.heard({ type: 'closed', stream: 1, speaker: 'citizen' })
    sentNow()
    dieAndComeBack()
    expect(sentNow()).toEqual([])
  })

  it('keeps no more than two minutes of a channel when nothing is ever settled', () => {
    for (let start = 0; start < 600; start += 1) second(start)
    relay.heard(ready)
    const kept = sentNow()
    expect(kept.length).toBeLessThanOrEqual(121)
    expect(kept[0]).toBe(479)
    expect(kept.at(-1)).toBe(599)
  })
})

describe('the audio relay towards core', () => {
  const recorded = (seconds: number, speaker: Speaker = 'citizen'): void =>
    relay.recorded(1, speaker, seconds * sampleRate)

  it('sends everything once, whatever asr does', () => {
    relay.coreUp()
    second(0)
    relay.heard(ready)
    second(1)
    settled(2)
    dieAndComeBack()
    expect(toCore).toEqual([0, 1])
  })

  it('sends again what a dead core had not recorded, though asr has settled it', () => {
    relay.heard(ready)
    relay.coreUp()
    for (const start of [0, 1, 2]) second(start)
    settled(3)
    recorded(1.5)
    relay.down('core')
    second(3)
    toCore.length = 0
    relay.coreUp()
    expect(toCore).toEqual([1, 2, 3])
  })

  it('keeps audio that core has recorded for an asr that has not settled it', () => {
    relay.coreUp()
    relay.heard(ready)
    second(0)
    recorded(1)
    sentNow()
    dieAndComeBack()
    expect(sentNow()).toEqual([0])
  })

  it('keeps the last audio of a channel that asr has closed until core has it, too', () => {
    relay.coreUp()
    relay.heard(ready)
    second(0)
    relay.close(1, 'citizen')
    relay.heard({ type: 'closed', stream: 1, speaker: 'citizen' })
    relay.down('core')
    toCore.length = 0
    relay.coreUp()
    expect(toCore).toEqual([0])
    recorded(Number.MAX_SAFE_INTEGER)
    relay.down('core')
    toCore.length = 0
    relay.coreUp()
    expect(toCore).toEqual([])
  })

  it('sends no more of a channel that is never recorded, and none of a recording that core plays', () => {
    relay.coreUp()
    relay.heard(ready)
    second(0)
    recorded(Number.MAX_SAFE_INTEGER)
    second(1)
    relay.played({ stream: 2, speaker: 'seat', startSample: 0, samples: new Int16Array(sampleRate) })
    expect(toCore).toEqual([0])
    expect(sentNow()).toEqual([0, 1, 0])
    relay.down('core')
    relay.coreUp()
    expect(toCore).toEqual([0])
  })
})
