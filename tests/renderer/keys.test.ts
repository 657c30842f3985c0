import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Commands } from '../../src-renderer/app/commands.ts'
import { createKeyListener, type KeyPlace } from '../../src-renderer/app/keys.ts'
import { commandText, type CommandName } from '../../src-renderer/text/commands.ts'

/** tinykeys asks for the browser's class; this is what it reads of it. */
class FakeKey {
  readonly preventDefault = vi.fn()
  readonly target = null
  readonly key: string
  readonly code: string
  readonly modifiers: readonly string[]
  readonly isComposing: boolean
  readonly keyCode: number
  constructor(
    key: string,
    { code = key, modifiers = [] as string[], isComposing = false, keyCode = 0 } = {},
  ) {
    this.key = key
    this.code = code
    this.modifiers = modifiers
    this.isComposing = isComposing
    this.keyCode = keyCode
  }
  getModifierState(name: string): boolean {
    return this.modifiers.includes(name)
  }
}

beforeAll(() => vi.stubGlobal('KeyboardEvent', FakeKey))

const nowhere: KeyPlace = { typing: false, inTicket: false, pressable: false }

function setUp({ place = nowhere, disabled = [] as CommandName[], blocked = false } = {}) {
  const ran: CommandName[] = []
  const dismiss = vi.fn()
  const commands = Object.fromEntries(
    (Object.keys(commandText) as CommandName[]).map((name) => [
      name,
      { enabled: () => !disabled.includes(name), run: () => void ran.push(name) },
    ]),
  ) as unknown as Commands
  const listener = createKeyListener({ commands, placeOf: () => place, isBlocked: () => blocked, dismiss })
  const press = (...key: ConstructorParameters<typeof FakeKey>): FakeKey => {
    const event = new FakeKey(...key)
    listener(event as unknown as KeyboardEvent)
    return event
  }
  return { ran, dismiss, press }
}

describe('keys', () => {
  it.each<[string, { code?: string; modifiers?: string[] }, CommandName]>([
    ['k', { modifiers: ['Control'] }, 'palette'],
    [',', { code: 'Comma', modifiers: ['Control'] }, 'settings'],
    ['?', { modifiers: ['Shift'] }, 'keyHelp'],
    ['/', {}, 'search'],
    ['F2', {}, 'acceptSure'],
    ['F3', {}, 'playField'],
    [' ', { code: 'Space' }, 'playField'],
    ['F4', {}, 'script'],
    ['F6', {}, 'nextColumn'],
    ['F8', {}, 'callList'],
    ['F9', {}, 'endCall'],
    ['Enter', { modifiers: ['Control'] }, 'submit'],
    ['z', { modifiers: ['Control'] }, 'undo'],
    ['End', {}, 'newest'],
    ['2', { code: 'Digit2', modifiers: ['Alt'] }, 'read2'],
    ['Enter', {}, 'answer'],
  ])('%s %o does %s and nothing else', (key, options, name) => {
    const { ran, press } = setUp()
    const event = press(key, options)
    expect(ran).toEqual([name])
    expect(event.preventDefault).toHaveBeenCalledOnce()
  })

  it('belong to an input method while it is composing', () => {
    const { ran, dismiss, press } = setUp()
    press('F2', { isComposing: true })
    press('Enter', { keyCode: 229, modifiers: ['Control'] })
    press('Escape', { isComposing: true })
    press('/', { keyCode: 229 })
    expect(ran).toEqual([])
    expect(dismiss).not.toHaveBeenCalled()
  })

  it('that write something are not taken while typing; chords are', () => {
    const { ran, press } = setUp({ place: { typing: true, inTicket: true, pressable: false } })
    press('/')
    press('?', { modifiers: ['Shift'] })
    press('End')
    press('Enter')
    press('Enter', { modifiers: ['Control'] })
    expect(ran).toEqual(['submit'])
  })

  it('leave undo to a text box outside the ticket', () => {
    const outside = setUp({ place: { typing: true, inTicket: false, pressable: false } })
    outside.press('z', { modifiers: ['Control'] })
    expect(outside.ran).toEqual([])
    const inside = setUp({ place: { typing: true, inTicket: true, pressable: false } })
    inside.press('z', { modifiers: ['Control'] })
    expect(inside.ran).toEqual(['undo'])
  })

  it('leave Enter to a button that has the focus', () => {
    const { ran, press } = setUp({ place: { typing: false, inTicket: false, pressable: true } })
    press('Enter')
    expect(ran).toEqual([])
  })

  it('leave Space to whatever takes it for itself; F3 plays there', () => {
    const places = [
      { typing: true, inTicket: false, pressable: false },
      { typing: false, inTicket: true, pressable: false },
      { typing: false, inTicket: false, pressable: true },
    ]
    for (const place of places) {
      const { ran, press } = setUp({ place })
      press(' ', { code: 'Space' })
      expect(ran, JSON.stringify(place)).toEqual([])
      press('F3')
      expect(ran).toEqual(['playField'])
    }
  })

  it('do nothing, and keep their usual meaning, where the action is not possible', () => {
    const { ran, press } = setUp({ disabled: ['endCall'] })
    expect(press('F9').preventDefault).not.toHaveBeenCalled()
    expect(ran).toEqual([])
  })

  it('let Esc decline a ringing call, and dismiss otherwise', () => {
    const ringing = setUp()
    ringing.press('Escape')
    expect(ringing.ran).toEqual(['decline'])
    const calm = setUp({ disabled: ['decline'] })
    calm.press('Escape')
    expect(calm.dismiss).toHaveBeenCalledOnce()
  })

  it('are a dialog’s while one is open', () => {
    const { ran, press } = setUp({ blocked: true })
    press('F9')
    press('k', { modifiers: ['Control'] })
    expect(ran).toEqual([])
  })
})
