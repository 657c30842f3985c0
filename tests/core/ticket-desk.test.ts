import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../src-main/core/store/open-store.ts'
import { CoreHarness } from '../support/core-harness.ts'
import { testStoreKey } from '../support/store-key.ts'

describe('the ticket', () => {
  let seat: CoreHarness
  let ticketId: string
  let callId: string
  let stream: number

  beforeEach(async () => {
    seat = await CoreHarness.start()
    ;({ ticketId, callId, stream } = await seat.begin())
  })
  afterEach(() => seat.cleanUp())

  it('never overwrites what a person typed', async () => {
    await seat.call('tickets.setField', { ticketId, field: 'contactPhone', value: '13900000000' })
    seat.say(stream, [['citizen', '我的电话是一三八零零一三八零零零']])
    const { ticket } = await seat.call('calls.get', { callId })
    expect(ticket.draft.contactPhone).toMatchObject({
      value: '13900000000',
      source: 'typed',
      confirmed: true,
    })
  })

  it('keeps a cleared field empty although the words are heard again', async () => {
    seat.say(stream, [['citizen', '我的电话是一三八零零一三八零零零']])
    await seat.call('tickets.clearField', { ticketId, field: 'contactPhone' })
    seat.say(stream, [['citizen', '对就是一三八零零一三八零零零']], 9000)
    const { ticket } = await seat.call('calls.get', { callId })
    expect(ticket.draft.contactPhone).toMatchObject({ value: null, confirmed: true })
  })

  it('undoes the last change of a person, and only those', async () => {
    seat.say(stream, [['citizen', '我的电话是一三八零零一三八零零零']])
    await seat.call('tickets.setField', { ticketId, field: 'contactPhone', value: '13900000000' })
    await seat.call('tickets.setField', { ticketId, field: 'demand', value: '退款' })
    await seat.call('tickets.undo', { ticketId })
    const ticket = await seat.call('tickets.undo', { ticketId })
    expect(ticket.draft.contactPhone).toMatchObject({ value: '13800138000', source: 'heard' })
    expect(ticket.draft.demand).toBeUndefined()
    await expect(seat.call('tickets.undo', { ticketId })).rejects.toMatchObject({ code: 'nothing-to-undo' })
  })

  it('accepts what is sure with one key and leaves the rest', async () => {
    seat.say(stream, [['citizen', '我的电话是一三八零零一三八零零零']])
    const ticket = await seat.call('tickets.accept', { ticketId })
    const entries = Object.values(ticket.draft)
    expect(entries.length).toBeGreaterThan(0)
    for (const entry of entries) expect(entry.confirmed).toBe(entry.confidence >= 0.8)
  })

  it('lowers the urgency only with a reason, which the audit trail keeps', async () => {
    seat.say(stream, [['citizen', '我家楼道煤气味很重']])
    await seat.call('tickets.setField', { ticketId, field: 'urgency', value: '突发' })
    const lower = { ticketId, field: 'urgency', value: '一般' } as const
    await expect(seat.call('tickets.setField', lower)).rejects.toMatchObject({ code: 'reason-needed' })
    await expect(seat.call('tickets.clearField', lower)).rejects.toMatchObject({ code: 'reason-needed' })
    const { draft } = await seat.call('tickets.setField', { ...lower, reason: '来电人确认是邻居炒菜' })
    expect(draft.urgency).toMatchObject({ value: '一般', reason: '来电人确认是邻居炒菜' })
    const raised = await seat.call('tickets.setField', { ...lower, value: '及时' })
    expect(raised.draft.urgency).toMatchObject({ value: '及时' })
    expect(raised.draft.urgency).not.toHaveProperty('reason')
  })

  it('keeps what is heard beside what a person typed', async () => {
    await seat.call('tickets.setField', { ticketId, field: 'contactPhone', value: '13900000000' })
    seat.say(stream, [['citizen', '我的电话是一三八零零一三八零零零']])
    const { ticket } = await seat.call('calls.get', { callId })
    expect(ticket.draft.contactPhone?.heardInstead?.value).toBe('13800138000')
  })

  it('refuses a value that does not fit, naming the field', async () => {
    const bad = seat.call('tickets.setField', { ticketId, field: 'contactPhone', value: '一二三' })
    await expect(bad).rejects.toMatchObject({
      code: 'bad-field',
      message: expect.stringContaining('联系电话') as string,
    })
  })

  it('names what is missing instead of submitting, and submits despite it when told', async () => {
    const soft = await seat.call('tickets.submit', { ticketId })
    expect(soft.submitted).toBe(false)
    expect(soft.ticket.missing.map(({ element }) => element)).toContain('phone')
    const hard = await seat.call('tickets.submit', { ticketId, despiteMissing: true })
    expect(hard.submitted).toBe(true)
    expect(hard.ticket.state).toBe('queued')
    expect((await seat.call('session.get', {})).sync.waiting).toBe(1)
  })

  it('offers the closing that fits what the call is about, with the caller addressed by name', async () => {
    const closing = async (): Promise<{ id: string; text: string } | undefined> =>
      (await seat.call('scripts.list', { callId })).find(({ phase }) => phase === 'closing')
    await seat.call('tickets.setField', { ticketId, field: 'requestType', value: '咨询' })
    expect((await closing())?.id).toBe('closing-answer')
    await seat.call('tickets.setField', { ticketId, field: 'requestType', value: '投诉' })
    await seat.call('tickets.setField', { ticketId, field: 'contactName', value: '王先生' })
    expect(await closing()).toMatchObject({
      id: 'closing-ticket',
      text: expect.stringMatching(/^王先生，/) as string,
    })
  })

  it('lets new words fill only what is empty in a ticket that was sent back', async () => {
    await seat.call('tickets.setField', { ticketId, field: 'contactName', value: '梁先生' })
    seat.say(stream, [['citizen', '我要投诉楼下烧烤店油烟太大']])
    const before = (await seat.call('calls.get', { callId })).ticket.draft
    await seat.call('tickets.submit', { ticketId, despiteMissing: true })
    const { directory } = seat
    seat.die()
    const store = openStore(directory, testStoreKey)
    store.tickets.put({ ...store.tickets.get(ticketId)!, state: 'parked' })
    store.close()
    seat = await CoreHarness.start({ directory })
    seat.say(stream, [['citizen', '我不是投诉我只是想咨询一下，我的电话是一三八零零一三八零零零']], 9000)
    const { ticket } = await seat.call('calls.get', { callId })
    expect(ticket.state).toBe('parked')
    expect(ticket.draft).toMatchObject(before)
    expect(ticket.draft.contactPhone?.value).toBe('13800138000')
  })

  it('is closed for changes once submitted', async () => {
    await seat.call('tickets.submit', { ticketId, despiteMissing: true })
    const late = seat.call('tickets.setField', { ticketId, field: 'demand', value: '退款' })
    await expect(late).rejects.toMatchObject({ code: 'submitted' })
    const again = seat.call('tickets.submit', { ticketId, despiteMissing: true })
    await expect(again).rejects.toMatchObject({ code: 'submitted' })
  })
})
