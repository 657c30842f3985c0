import { isEditableState } from '#shared/contract/views.ts'
import { describe, expect, it } from 'vitest'
import type { TicketView } from '#shared/contract/views.ts'
import {
  createAnswersStore,
  currentScript,
  momentOf,
  nextScript,
  phaseOf,
  shownAnswers,
} from '../../src-renderer/state/answers-store.ts'
import {
  applyFlag,
  applyPartial,
  applyPhase,
  applyTurn,
  changeCall,
  dismissFlag,
  type OpenCall,
} from '../../src-renderer/state/call-store.ts'
import { nudgeOf, waitingNudgesOf } from '../../src-renderer/state/nudge.ts'
import {
  applyEdit,
  applyLine,
  applyRefused,
  applySaved,
  applyTicket,
  clearTicket,
  createTicketStore,
  linesOf,
  shownValue,
  sourcedEntry,
  trustOf,
  type TicketState,
} from '../../src-renderer/state/ticket-store.ts'
import { createUiStore } from '../../src-renderer/state/ui-store.ts'
import { answers, flag, scripts, steps, turns } from '../support/fake-call.ts'

const call: OpenCall = {
  callId: 'c1',
  startedAt: '2026-11-21T09:12:00+08:00',
  phase: 'live',
  durationMs: 0,
  turns: [],
  partials: [],
  flags: [],
  source: { kind: 'capture', channels: ['seat', 'citizen'] },
  playable: false,
}
const ticket: TicketView = {
  ticketId: 't1',
  callId: 'c1',
  draft: {},
  state: 'draft',
  savedAt: '2026-11-21T09:12:00+08:00',
  missing: [],
  deadlines: [],
  similar: [],
  canUndo: false,
  answersRead: [],
}
const noTicket = createTicketStore().getInitialState()
const partial = (text: string, startMs = 0) =>
  ({ callId: 'c1', speaker: 'citizen', startMs, endMs: startMs + 500, text }) as const

describe('the call', () => {
  it('shows the newest partial of each speaker only', () => {
    const spoken = applyPartial(applyPartial(call, partial('我')), partial('我家'))
    expect(spoken.partials.map((words) => words.text)).toEqual(['我家'])
    expect(applyPartial(spoken, { ...partial('您好'), speaker: 'seat' }).partials).toHaveLength(2)
    expect(applyPartial(spoken, partial('')).partials).toEqual([])
  })

  it('orders turns by index however they arrive, and takes each once', () => {
    const [first, second] = turns
    const spoken = [second!, first!, second!].reduce(applyTurn, call)
    expect(spoken.turns.map((turn) => turn.index)).toEqual([0, 1])
  })

  it('drops the partial that a turn finishes, not the next one', () => {
    const turn = turns[1]!
    expect(applyTurn(applyPartial(call, partial('我家', turn.startMs)), turn).partials).toEqual([])
    const next = applyTurn(applyPartial(call, partial('还有', turn.endMs)), turn)
    expect(next.partials).toHaveLength(1)
  })

  it('has no partial words once it is over', () => {
    expect(applyPhase(applyPartial(call, partial('我')), 'ended').partials).toEqual([])
  })

  it('drops a flag whose words another reading of the turn does not have, unless it was dismissed', () => {
    const turn = turns[flag.turn]!
    const flagged = applyFlag(applyTurn(call, turn), flag)
    expect(applyTurn(flagged, turn).flags).toHaveLength(1)
    const reread = { ...turn, text: '您是什么时候发现的' }
    expect(applyTurn(flagged, reread).flags).toEqual([])
    expect(applyTurn(dismissFlag(flagged, flag), reread).flags).toHaveLength(1)
    expect(applyTurn(flagged, { ...turns[0]!, text: '别的话' }).flags).toHaveLength(1)
  })

  it('keeps a flag dismissed when it is told again', () => {
    const dismissed = dismissFlag(applyFlag(call, flag), flag)
    expect(applyFlag(dismissed, flag).flags).toEqual([{ ...flag, dismissed: true }])
  })

  it('is not changed by what is told of another call', () => {
    const state = { stage: { kind: 'open', call }, answeredAfterMs: null } as const
    expect(changeCall(state, 'c2', () => ({ ...call, durationMs: 9 }))).toEqual({})
    expect(changeCall(state, 'c1', () => ({ ...call, durationMs: 9 }))).toMatchObject({
      stage: { call: { durationMs: 9 } },
    })
  })
})

describe('the nudge', () => {
  const flagged = applyFlag(call, flag)
  const restraint = { dial: 'normal', nudgesSeen: [], nudgesAsked: false } as const

  it('is about the call on screen, and waits while the citizen speaks', () => {
    expect(nudgeOf(flagged, restraint)).toMatchObject({ turn: flag.turn })
    expect(nudgeOf(applyPartial(flagged, partial('我')), restraint)).toBeNull()
    expect(nudgeOf(dismissFlag(flagged, flag), restraint)).toBeNull()
    expect(nudgeOf(applyPhase(flagged, 'ended'), restraint)).toBeNull()
    expect(nudgeOf(null, restraint)).toBeNull()
  })

  it('is counted where the seat wants to be asked, and comes when it asks', () => {
    const onDemand = { ...restraint, dial: 'on-demand' } as const
    expect(nudgeOf(flagged, onDemand)).toBeNull()
    expect(waitingNudgesOf(flagged, onDemand)).toHaveLength(1)
    expect(waitingNudgesOf(flagged, restraint)).toHaveLength(0)
    expect(nudgeOf(flagged, { ...onDemand, nudgesAsked: true })).not.toBeNull()
  })
})

describe('the ticket', () => {
  const shown: TicketState = applyTicket(noTicket, { ...ticket, draft: steps[5]!.fields! })

  it('shows what is typed before what is stored, until that is saved', () => {
    const edited = { ...shown, ...applyEdit(shown, 'amountYuan', 3000) }
    expect(shownValue(edited, 'amountYuan')).toBe(3000)
    expect(shownValue({ ...edited, ...applySaved(edited, 'amountYuan', 2000) }, 'amountYuan')).toBe(3000)
    expect(shownValue({ ...edited, ...applySaved(edited, 'amountYuan', 3000) }, 'amountYuan')).toBe(2600)
  })

  it('goes back to what is stored, with the reason, when a value is refused', () => {
    const edited = { ...shown, ...applyEdit(shown, 'amountYuan', -1) }
    const refused = { ...edited, ...applyRefused(edited, 'amountYuan', '不能为负') }
    expect(shownValue(refused, 'amountYuan')).toBe(2600)
    expect(refused.refused.amountYuan).toBe('不能为负')
    expect(applyEdit(refused, 'amountYuan', 1).refused).toEqual({})
  })

  it('keeps what is typed when the core tells of the same ticket, and drops it with the ticket', () => {
    const edited = { ...shown, ...applyEdit(shown, 'demand', '退款') }
    expect(applyTicket(edited, ticket).edits).toEqual({ demand: '退款' })
    expect(applyTicket(edited, { ...ticket, ticketId: 't2' }).edits).toEqual({})
  })

  it('keeps words that are no value with their ticket, and shows them in no other', () => {
    const typed = { ...shown, ...applyLine(shown, 'contactPhone', { words: '138x', valid: false }) }
    const other = applyTicket(typed, { ...ticket, ticketId: 't2' })
    expect(linesOf(other)).toEqual({})
    expect(linesOf(applyTicket(clearTicket(other), ticket)).contactPhone?.words).toBe('138x')
    expect(linesOf(applyTicket(typed, { ...ticket, state: 'queued' }))).toEqual({})
  })

  it('tells how far a value may be trusted', () => {
    const entry = steps[5]!.fields!.amountYuan!
    expect(trustOf(null)).toBe('empty')
    expect(trustOf({ ...entry, confidence: 0.79 })).toBe('doubtful')
    expect(trustOf({ ...entry, confidence: 0.8 })).toBe('sure')
    expect(trustOf({ ...entry, confidence: 0.1, confirmed: true })).toBe('confirmed')
  })

  it('shows a cleared field as empty', () => {
    const entry = steps[5]!.fields!.amountYuan!
    const cleared = applyTicket(noTicket, { ...ticket, draft: { demand: { ...entry, value: null } } })
    expect(shownValue(cleared, 'demand')).toBeNull()
  })

  it('can be written in as a draft and when it came back', () => {
    const states = ['draft', 'queued', 'sent', 'acknowledged', 'conflict', 'parked'] as const
    expect(states.filter((state) => isEditableState(state))).toEqual(['draft', 'parked'])
  })
})

describe('answers and scripts', () => {
  const state = { ...createAnswersStore().getState(), scripts }
  const talking = applyTurn(call, turns[0]!)

  it('shows what was searched for before what is suggested, three at most', () => {
    const four = [...answers, { ...answers[0]!, id: 'a4' }]
    expect(shownAnswers({ ...state, suggested: four })).toHaveLength(3)
    expect(shownAnswers({ ...state, suggested: four, found: [] })).toEqual([])
  })

  it('follows the call from greeting to closing', () => {
    const missing = steps[3]!.missing!
    const heardPhone = { contactPhone: steps[7]!.fields!.contactPhone! }
    const urgent = { urgency: { ...steps[1]!.fields!.urgency!, value: '突发' } }
    expect(phaseOf(call, ticket)).toBe('greeting')
    expect(phaseOf(talking, { ...ticket, missing: [...missing] })).toBe('ask')
    expect(phaseOf(talking, { ...ticket, missing: [...missing], draft: urgent })).toBe('urgent')
    expect(phaseOf(talking, { ...ticket, draft: heardPhone })).toBe('readback')
    expect(phaseOf(talking, ticket)).toBe('closing')
    expect(phaseOf(applyPhase(talking, 'ended'), { ...ticket, missing: [...missing] })).toBe('closing')
  })

  it('asks for the first thing that is missing', () => {
    const asked = currentScript(state, talking, { ...ticket, missing: [...steps[3]!.missing!] })
    expect(asked?.text).toBe('请问怎么联系您？')
  })

  it('goes through greeting, hold and closing with F4', () => {
    const phases = ['greeting']
    const moment = momentOf(call, ticket)
    let chosenScriptId = currentScript(state, call, ticket)!.id
    for (let press = 0; press < 3; press++) {
      const next = nextScript({ ...state, chosenScript: { id: chosenScriptId, moment } }, call, ticket)
      phases.push(next!.phase)
      chosenScriptId = next!.id
    }
    expect(phases).toEqual(['greeting', 'hold', 'closing', 'greeting'])
    expect(nextScript({ ...state, scripts: [] }, call, ticket)).toBeNull()
  })
})

describe('preferences', () => {
  it('are kept, and nonsense in the storage is passed over', () => {
    const kept = new Map([['seat.theme', 'pink']])
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }
    const store = createUiStore(storage)
    expect(store.getState().theme).toBe('system')
    store.setState({ theme: 'dark', dial: 'novice' })
    expect(createUiStore(storage).getState()).toMatchObject({ theme: 'dark', dial: 'novice' })
  })
})

describe('a value of which only a part was heard', () => {
  const phone = steps.findLast(({ fields }) => fields?.contactPhone !== undefined)
  const entry = { ...phone!.fields!.contactPhone!, value: null, confidence: 0.3, partial: '137 6031 99＿＿' }
  const gap = { ...ticket, draft: { contactPhone: entry } }

  it('has a source and is doubtful, but is no value', () => {
    expect(sourcedEntry(gap, 'contactPhone')).toBe(entry)
    expect(trustOf(sourcedEntry(gap, 'contactPhone'))).toBe('doubtful')
    expect(shownValue({ ...noTicket, ticket: gap }, 'contactPhone')).toBeNull()
    expect(
      sourcedEntry({ ...ticket, draft: { contactPhone: { ...entry, partial: undefined } } }, 'contactPhone'),
    ).toBeNull()
  })
})
