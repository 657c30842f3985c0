import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CoreHarness } from '../support/core-harness.ts'

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

  it('is closed for changes once submitted', async () => {
    await seat.call('tickets.submit', { ticketId, despiteMissing: true })
    const late = seat.call('tickets.setField', { ticketId, field: 'demand', value: '退款' })
    await expect(late).rejects.toMatchObject({ code: 'submitted' })
    const again = seat.call('tickets.submit', { ticketId, despiteMissing: true })
    await expect(again).rejects.toMatchObject({ code: 'submitted' })
  })
})
