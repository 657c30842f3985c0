import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyCorrections } from '#shared/domain/correction/apply-corrections.ts'
import { chooseSure } from '#shared/domain/correction/choose-sure.ts'
import { correctionSchema } from '#shared/domain/correction/correction.ts'
import { choose, revise, viewOf, wordsOf, type TurnLayers } from '../../src-main/core/calls/turn-layers.ts'
import { corrector } from '../unit/correction/small-city.ts'

const pieces = [
  '天和北路',
  '天河北路',
  '广大花园',
  '体育溪路',
  '我',
  '在',
  '住',
  '十八号',
  '的',
  '岁禾西饼',
  ' ',
  'A',
  '𧒽',
  '，',
]
const soup = fc.array(fc.constantFrom(...pieces)).map((parts) => parts.join(''))
const words = fc.oneof(soup, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))

describe('corrections', () => {
  it('lie within the words, apart and in order, whatever the words are', () => {
    fc.assert(
      fc.property(words, (text) => {
        let at = 0
        for (const correction of corrector.find(text)) {
          expect(correctionSchema.safeParse(correction).success).toBe(true)
          expect(correction.start).toBeGreaterThanOrEqual(at)
          expect(text.slice(correction.start, correction.end)).toBe(correction.heard)
          expect(correction.candidates.every(({ name }) => name !== correction.heard)).toBe(true)
          at = correction.end
        }
      }),
    )
  })

  it('leave everything around them as it is, and nothing changes where none is chosen', () => {
    fc.assert(
      fc.property(words, (text) => {
        const found = corrector.find(text)
        expect(applyCorrections(text, found).text).toBe(text)
        const { text: corrected, spans } = applyCorrections(text, chooseSure(found))
        let rebuilt = ''
        let at = 0
        for (const { start, end, correction } of spans) {
          expect(corrected.slice(start, end)).toBe(correction.chosen ?? correction.heard)
          rebuilt += corrected.slice(at, start) + correction.heard
          at = end
        }
        expect(rebuilt + corrected.slice(at)).toBe(text)
      }),
    )
  })
})

describe('the layers of a turn', () => {
  const turnOf = (text: string): TurnLayers => ({
    index: 0,
    speaker: 'citizen',
    startMs: 0,
    endMs: 900,
    recovered: false,
    streamed: { text },
    corrections: corrector.find(text),
    decided: false,
  })
  const correct = (text: string) => chooseSure(corrector.find(text))

  it('always lead back to the words as they were heard', () => {
    fc.assert(
      fc.property(soup, soup, (first, second) => {
        let turn = revise(turnOf(first), { text: second }, correct)
        if (turn.secondPass !== undefined) {
          turn = choose(turn, { kind: 'second-pass', inUse: false }, correct)!
          expect(wordsOf(turn)).toBe(first)
        }
        for (const { start } of turn.corrections) {
          turn = choose(turn, { kind: 'correction', at: start, name: null }, correct)!
        }
        const view = viewOf(turn)
        expect(view.text).toBe(first)
        expect(view.heard ?? view.text).toBe(first)
      }),
    )
  })

  it('take no second pass over what a person chose', () => {
    fc.assert(
      fc.property(soup, soup, (first, second) => {
        const decided = { ...turnOf(first), decided: true }
        expect(viewOf(revise(decided, { text: second }, correct)).text).toBe(viewOf(decided).text)
      }),
    )
  })
})
