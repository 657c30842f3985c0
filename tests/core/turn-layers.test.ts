import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AsrEvent } from '#shared/contract/process-messages.ts'
import { openStore } from '../../src-main/core/store/open-store.ts'
import { CoreHarness } from '../support/core-harness.ts'
import { testStoreKey } from '../support/store-key.ts'

type Said = Extract<AsrEvent, { type: 'final' }>

const place = { speaker: 'citizen', startMs: 0, endMs: 2_000 } as const
/** 天河北路 misheard. */
const slip = '我住在天和北路二十六号'
const ready = {
  type: 'ready',
  model: '甲',
  note: '',
  punctuation: true,
  takesHotWords: false,
} as const

describe('the layers of a turn', () => {
  let seat: CoreHarness

  beforeEach(async () => {
    seat = await CoreHarness.start()
  })
  afterEach(() => seat.cleanUp())

  const final = (stream: number, text: string, more: Partial<Said> = {}): void =>
    seat.heard({ type: 'final', stream, ...place, text, ...more })
  const revised = (stream: number, text: string, more: Partial<Said> = {}): void =>
    seat.heard({ ...place, stream, text, ...more, type: 'revised' })
  const turn = async (callId: string, index = 0) => (await seat.call('calls.get', { callId })).turns[index]!

  it('has marks at its pauses where no model puts any', async () => {
    const { callId, stream } = await seat.begin()
    final(stream, '我家水管爆了昨天晚上开始的', { pausesAfter: [6] })
    expect((await turn(callId)).punctuated).toBe('我家水管爆了，昨天晚上开始的。')
    final(stream, '好', { startMs: 5_000, endMs: 5_400 })
    expect(await turn(callId, 1)).not.toHaveProperty('punctuated')
  })

  describe('second pass', () => {
    it('takes the place of the streamed words, which stay at hand, and the fields follow', async () => {
      const { callId, stream } = await seat.begin()
      final(stream, '我姓黄电话是一三八零零一三八零零')
      revised(stream, '我姓王电话是一三八零零一三八零零零', {
        punctuated: '我姓王，电话是一三八零零一三八零零零。',
      })
      expect(await turn(callId)).toMatchObject({
        text: '我姓王电话是一三八零零一三八零零零',
        heard: '我姓黄电话是一三八零零一三八零零',
        secondPass: { text: '我姓王电话是一三八零零一三八零零零', inUse: true },
        punctuated: '我姓王，电话是一三八零零一三八零零零。',
      })
      expect(seat.of('call.turn')).toHaveLength(2)
      const { draft } = (await seat.call('calls.get', { callId })).ticket
      expect(draft.contactPhone?.value).toBe('13800138000')
      expect(draft.contactName?.value).toMatch(/^王/)
    })

    it('of a turn that nobody knows, or that says nothing, changes nothing', async () => {
      const { callId, stream } = await seat.begin()
      final(stream, '我家停水')
      revised(stream, '我家停电', { startMs: 9_000, endMs: 9_900 })
      revised(stream, '我家停电', { speaker: 'seat' })
      revised(stream, '')
      expect((await seat.call('calls.get', { callId })).turns).toMatchObject([{ text: '我家停水' }])
      expect(await turn(callId)).not.toHaveProperty('secondPass')
    })

    it('told twice, as after a death of the core, is taken once', async () => {
      const { callId, stream } = await seat.begin()
      final(stream, '我家停水')
      revised(stream, '我家停电')
      await seat.call('turns.choose', { callId, turn: 0, choice: { kind: 'second-pass', inUse: false } })
      revised(stream, '我家停电')
      expect(await turn(callId)).toMatchObject({ text: '我家停水', secondPass: { inUse: false } })
    })

    it('never replaces what a person chose, and is offered all the same', async () => {
      const { callId, stream } = await seat.begin()
      final(stream, slip)
      const at = (await turn(callId)).corrections[0]!.start
      await seat.call('turns.choose', {
        callId,
        turn: 0,
        choice: { kind: 'correction', at, name: '天河北路' },
      })
      revised(stream, '我住在填河北路二十六号')
      expect(await turn(callId)).toMatchObject({
        text: '我住在天河北路二十六号',
        secondPass: { text: '我住在填河北路二十六号', inUse: false },
      })
    })

    it('leaves the words that are being spoken meanwhile', async () => {
      const { callId, stream } = await seat.begin()
      final(stream, '我家停水')
      seat.heard({ type: 'partial', stream, speaker: 'citizen', startMs: 3_000, endMs: 3_500, text: '两天' })
      revised(stream, '我家停电')
      expect((await seat.call('calls.get', { callId })).partials).toMatchObject([{ text: '两天' }])
    })

    it('takes a caution with it whose words are gone, and keeps one that was dismissed', async () => {
      const { callId, stream } = await seat.begin()
      seat.say(stream, [
        ['seat', '凭什么要我们管'],
        ['seat', '你自己不会看吗'],
      ])
      expect((await seat.call('calls.get', { callId })).flags.map((flag) => flag.turn)).toEqual([0, 1])
      const [, second] = (await seat.call('calls.get', { callId })).flags
      await seat.call('flags.dismiss', { callId, turn: 1, rule: second!.rule })
      const spoken = { type: 'revised', stream, speaker: 'seat' } as const
      seat.heard({ ...spoken, startMs: 0, endMs: 900, text: '您找哪位' })
      seat.heard({ ...spoken, startMs: 1000, endMs: 1900, text: '您再看一下' })
      expect((await seat.call('calls.get', { callId })).flags).toMatchObject([{ turn: 1, dismissed: true }])
    })

    it('that is skipped under load is said once, and shown until it goes on', async () => {
      seat.heard({ ...ready, secondPass: '乙' })
      seat.heard({ type: 'second-pass', skipping: true })
      seat.heard({ type: 'second-pass', skipping: true })
      const view = async () => (await seat.call('session.get', {})).recogniser
      expect(await view()).toMatchObject({ punctuation: true, secondPass: { model: '乙', skipping: true } })
      expect(seat.of('notice').map(({ code }) => code)).toEqual(['second-pass-skipped'])
      seat.heard({ type: 'second-pass', skipping: false })
      expect(await view()).toMatchObject({ secondPass: { skipping: false } })
      expect(seat.of('notice')).toHaveLength(1)
    })
  })

  describe('correction by sound', () => {
    it('is proposed, and the words stay as heard until a person chooses', async () => {
      const { callId, stream } = await seat.begin()
      const complaint = '我要投诉天和北路二十六号半夜施工'
      final(stream, complaint)
      expect(await turn(callId)).toMatchObject({
        text: complaint,
        corrections: [{ start: 4, end: 8, heard: '天和北路', chosen: null }],
      })
      const choose = (name: string | null) =>
        seat.call('turns.choose', { callId, turn: 0, choice: { kind: 'correction', at: 4, name } })
      const chosen = await choose('天河北路')
      expect(chosen).toMatchObject({ text: '我要投诉天河北路二十六号半夜施工', heard: complaint })
      expect(await turn(callId)).toEqual(chosen)
      expect(seat.of('call.turn').at(-1)?.turn).toEqual(chosen)
      const { draft } = (await seat.call('calls.get', { callId })).ticket
      expect(draft.incidentAddress?.evidence.some(({ quote }) => quote.includes('天河北路'))).toBe(true)
      expect((await choose(null)).text).toBe(complaint)
    })

    it('puts sure names in where that is wanted, and none where it is switched off', async () => {
      await seat.call('settings.set', { correction: 'automatic' })
      const { callId, stream } = await seat.begin()
      final(stream, slip)
      expect(await turn(callId)).toMatchObject({ text: '我住在天河北路二十六号', heard: slip })
      await seat.call('settings.set', { correction: 'off' })
      final(stream, slip, { startMs: 5_000, endMs: 7_000 })
      expect(await turn(callId, 1)).toMatchObject({ text: slip, corrections: [] })
    })

    it('refuses a name that was not proposed, and a turn that is not there', async () => {
      const { callId, stream } = await seat.begin()
      final(stream, slip)
      const choose = (index: number, name: string) =>
        seat.call('turns.choose', { callId, turn: index, choice: { kind: 'correction', at: 3, name } })
      await expect(choose(0, '中山大道')).rejects.toMatchObject({ code: 'not-found' })
      await expect(choose(7, '天河北路')).rejects.toMatchObject({ code: 'not-found' })
      await expect(
        seat.call('turns.choose', { callId, turn: 0, choice: { kind: 'second-pass', inUse: true } }),
      ).rejects.toMatchObject({ code: 'not-found' })
    })
  })

  it('of a call that is over can be chosen, too; a ticket that is on its way stays as it is', async () => {
    const { callId, stream, ticketId } = await seat.begin()
    final(stream, '我姓黄')
    revised(stream, '我姓王')
    const ending = seat.call('calls.end', { callId })
    await Promise.resolve()
    seat.heard({ type: 'closed', stream, speaker: 'seat' })
    seat.heard({ type: 'closed', stream, speaker: 'citizen' })
    await ending
    const name = async () => (await seat.call('calls.get', { callId })).ticket.draft.contactName?.value
    const use = (inUse: boolean) =>
      seat.call('turns.choose', { callId, turn: 0, choice: { kind: 'second-pass', inUse } })
    expect(await name()).toMatch(/^王/)
    expect(await use(false)).toMatchObject({ text: '我姓黄' })
    expect(await name()).toMatch(/^黄/)
    await seat.call('tickets.submit', { ticketId, despiteMissing: true })
    expect(await use(true)).toMatchObject({ text: '我姓王' })
    expect(await name()).toMatch(/^黄/)
    expect((await turn(callId)).text).toBe('我姓王')
    const store = openStore(seat.directory, testStoreKey)
    const chosen = store.audit.ofTicket(ticketId).filter(({ action }) => action === 'turn-chosen')
    store.close()
    expect(chosen).toHaveLength(2)
  })
})

describe('after a death of the core', () => {
  it('a turn has all its layers, and what a person chose still holds', async () => {
    const first = await CoreHarness.start()
    await first.call('settings.set', { correction: 'automatic' })
    const { callId, stream } = await first.begin()
    first.heard({ type: 'final', stream, ...place, text: slip })
    first.heard({ type: 'final', stream, speaker: 'seat', startMs: 0, endMs: 900, text: '您好' })
    first.heard({ type: 'revised', stream, ...place, text: '我住在天和北路二十八号' })
    await first.call('turns.choose', { callId, turn: 0, choice: { kind: 'second-pass', inUse: false } })
    const before = (await first.call('calls.get', { callId })).turns
    first.die()
    const second = await CoreHarness.start({ directory: first.directory })
    expect((await second.call('calls.get', { callId })).turns).toEqual(before)
    expect(await second.call('settings.get', {})).toEqual({ correction: 'automatic' })
    second.heard({ type: 'revised', stream, ...place, text: '我住在天和北路八十八号' })
    expect((await second.call('calls.get', { callId })).turns[0]).toMatchObject({
      text: '我住在天河北路二十六号',
      secondPass: { text: '我住在天和北路八十八号', inUse: false },
    })
    second.cleanUp()
  })
})

describe('hot words', () => {
  it('are written for asr, which starts anew to read them, but not while a call runs', async () => {
    const seat = await CoreHarness.start()
    const words = readFileSync(join(seat.directory, 'hot-words.txt'), 'utf8').trim().split('\n')
    expect(words.length).toBe(500)
    const restarts = () => seat.sent.filter((type) => type === 'restart-asr').length
    const { callId, stream } = await seat.begin()
    seat.heard({ ...ready, takesHotWords: true })
    expect(restarts()).toBe(0)
    const ending = seat.call('calls.end', { callId })
    await Promise.resolve()
    seat.heard({ type: 'closed', stream, speaker: 'seat' })
    seat.heard({ type: 'closed', stream, speaker: 'citizen' })
    await ending
    expect(restarts()).toBe(1)
    seat.heard({ ...ready, takesHotWords: true })
    expect(restarts()).toBe(1)
    seat.die()
    const next = await CoreHarness.start({ directory: seat.directory })
    next.heard({ ...ready, takesHotWords: true })
    expect(next.sent).not.toContain('restart-asr')
    next.cleanUp()
  })

  it('are no reason to start a recogniser anew that takes none', async () => {
    const seat = await CoreHarness.start()
    seat.heard(ready)
    expect(seat.sent).not.toContain('restart-asr')
    seat.cleanUp()
  })
})
