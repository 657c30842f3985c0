import { expect, test } from 'vitest'
import { encodeAudioFrame } from '#shared/contract/audio-frame.ts'
import { PageFlow } from '../../src-main/hosts/page-flow.ts'
import { readPageMessage } from '../../src-main/hosts/page-message.ts'

test('frames and audio of a page are read', () => {
  const call = { type: 'call', id: 1, name: 'session.get', input: {} }
  expect(readPageMessage({ type: 'frame', frame: call })).toEqual({ type: 'frame', frame: call })
  expect(readPageMessage({ type: 'taken', frames: 32 })).toEqual({ type: 'taken', frames: 32 })
  const audio = { stream: 3, speaker: 'citizen', startSample: 1600, samples: Int16Array.of(1, -2) } as const
  expect(readPageMessage(encodeAudioFrame(audio))).toEqual({ type: 'audio', frame: audio })
})

test.each([
  undefined,
  null,
  'call',
  {},
  { type: 'call', id: 1, name: 'x' },
  { type: 'frame', frame: { type: 'result', id: 1 } },
  { type: 'taken', frames: -1 },
  { type: 'taken', frames: '1' },
  new Uint8Array(7),
  new ArrayBuffer(20),
])('%o is nothing a page of ours sends', (data) => {
  expect(readPageMessage(data)).toBeUndefined()
})

test('a page that takes nothing becomes congested once, and is relieved when it has caught up', () => {
  const changes: boolean[] = []
  const flow = new PageFlow((congested) => changes.push(congested))
  for (let sent = 0; sent < 255; sent++) flow.sent()
  expect(changes).toEqual([])
  for (let sent = 0; sent < 300; sent++) flow.sent()
  expect(changes).toEqual([true])
  flow.taken(400)
  expect(changes).toEqual([true])
  flow.taken(100)
  expect(changes).toEqual([true, false])
})

test('a page that claims more than it was sent gains nothing by it', () => {
  const changes: boolean[] = []
  const flow = new PageFlow((congested) => changes.push(congested))
  flow.taken(1_000_000)
  for (let sent = 0; sent < 256; sent++) flow.sent()
  expect(changes).toEqual([true])
})
