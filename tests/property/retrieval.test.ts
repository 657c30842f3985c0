import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAnswerIndex } from '#shared/domain/retrieval/answer-index.ts'
import { fillScript } from '#shared/domain/scripts/fill-script.ts'
import { splitPinyin } from '#shared/domain/retrieval/typed-pinyin.ts'
import { answers, lexicon } from '../unit/retrieval/entries.ts'

const index = createAnswerIndex(answers, lexicon)
const words = fc.constantFrom(
  '社保卡',
  '公积金',
  '怎么',
  '井盖',
  'etc',
  'gjj',
  '没水',
  '嗯',
  '，',
  ' ',
  '🙂',
  '12345',
)
const query = fc.oneof(
  fc.array(words, { maxLength: 12 }).map((list) => list.join('')),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
)
const turn = fc.record({
  speaker: fc.constantFrom('seat' as const, 'citizen' as const),
  startMs: fc.nat(),
  endMs: fc.nat(),
  text: query,
})

describe('searching', () => {
  it('gives sorted scores from 0 to 1, known ids once each, and no more than asked', () => {
    fc.assert(
      fc.property(
        query,
        fc.array(turn, { maxLength: 20 }),
        fc.integer({ min: 1, max: 6 }),
        (text, turns, top) => {
          const hits = index.search({ text, turns }, top)
          const scores = hits.map(({ score }) => score)
          expect(hits.length).toBeLessThanOrEqual(top)
          expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length)
          expect(scores.every((score) => score > 0 && score <= 1)).toBe(true)
          expect(scores).toEqual(scores.toSorted((a, b) => b - a))
          expect(hits.every(({ id }) => answers.some((answer) => answer.id === id))).toBe(true)
          expect(hits.flatMap(({ matched }) => matched).every((word) => word !== '')).toBe(true)
        },
      ),
    )
  })

  it('depends on nothing but the query', () => {
    fc.assert(
      fc.property(query, query, (text, other) => {
        const before = index.search({ text }, 5)
        index.search({ text: other }, 5)
        expect(index.search({ text }, 5)).toEqual(before)
      }),
    )
  })

  it('finds an entry by its own title, in whatever order the entries stand', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...answers], { minLength: answers.length }), (shuffled) => {
        const other = createAnswerIndex(shuffled, lexicon)
        for (const { id, title } of answers) expect(other.search({ text: title }, 1)[0]?.id).toBe(id)
      }),
      { numRuns: 10 },
    )
  })
})

it('syllables spell what was typed, but for a tail that only begins one', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from('abeghijknosuz')), maxLength: 14 }),
      (letters) => {
        const syllables = splitPinyin(letters)
        if (syllables !== undefined) expect(letters.startsWith(syllables.join(''))).toBe(true)
      },
    ),
  )
})

it('a filled script holds no placeholder, and text without one stays as it is', () => {
  const plain = fc.string({ maxLength: 20 }).map((text) => text.replaceAll(/[{}]/g, ''))
  fc.assert(
    fc.property(plain, plain, plain, (before, after, value) => {
      expect(fillScript(before, { unit: value })).toBe(before)
      expect(fillScript(`${before}{{unit}}${after}`, { unit: value })).not.toContain('{{')
    }),
  )
})
