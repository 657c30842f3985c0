import { describe, expect, it } from 'vitest'
import type { TurnView } from '#shared/contract/views.ts'
import { displayTurn } from '../../src-renderer/features/seat-desk/transcript/display-turn.ts'

const turn = (text: string): TurnView => ({
  index: 0,
  speaker: 'citizen',
  startMs: 0,
  endMs: 1000,
  text,
  recovered: false,
  corrections: [],
})

describe('displayTurn', () => {
  it('writes numbers, but for those of the names that the pack has', () => {
    const words = '三百块冰淇淋店收了三百块'
    expect(displayTurn(turn(words), []).written.text).toBe('300块冰淇淋店收了300元。')
    expect(displayTurn(turn(words), ['三百块冰淇淋店']).written.text).toBe('三百块冰淇淋店收了300元。')
  })
})
