import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Turn } from '#shared/domain/call.ts'
import { ticketFieldsSchema } from '#shared/domain/ticket-fields.ts'
import { createUnderstanding } from '#shared/domain/understanding/understand-call.ts'
import { cardinalOf } from '#shared/text/numerals.ts'
import { context, smallPack, turnsOf, understanding } from '../unit/understanding/small-pack.ts'

const fragments = [
  ...[
    '我要投诉',
    '我姓',
    '王',
    '电话是',
    '一三八',
    '零零',
    '不对',
    '是',
    '昨天',
    '晚上八点',
    '天河区',
    '体育西路',
    '十八号',
  ],
  ...[
    '五号楼',
    '穗禾西饼',
    '欠了',
    '三千块',
    '两个人',
    '停水',
    '着火',
    '没有',
    '保密',
    '匿名',
    '希望',
    '尽快处理',
    '就这个号码',
  ],
  ...['叫', '李建国', '建设的建', '，', '。', '嗯', '😀', 'KTV', '12', '.', '万', '点', '月', '号', '𠀀'],
]
const turn = fc.record({
  speaker: fc.constantFrom<Turn['speaker']>('seat', 'citizen'),
  text: fc.array(fc.constantFrom(...fragments), { maxLength: 10 }).map((words) => words.join('')),
})
const calls = fc
  .array(turn, { maxLength: 12 })
  .map((turns) =>
    turns.map((entry, index): Turn => ({ ...entry, startMs: index * 1000, endMs: index * 1000 + 900 })),
  )

test('whatever is said, the fields fit the ticket and every quote is in its turn and its span of time', () => {
  fc.assert(
    fc.property(calls, (turns) => {
      const heard = understanding.understand(turns, context)
      const values = Object.fromEntries(Object.entries(heard).map(([field, entry]) => [field, entry.value]))
      expect(ticketFieldsSchema.safeParse(values).error).toBeUndefined()
      for (const entry of Object.values(heard)) {
        expect(entry.confidence).toBeGreaterThan(0)
        expect(entry.confidence).toBeLessThanOrEqual(1)
        expect(entry.evidence.length).toBeGreaterThan(0)
        for (const { turn: at, quote, startMs, endMs } of entry.evidence) {
          const said = turns[at]
          expect(said?.text).toContain(quote)
          expect(startMs).toBeGreaterThanOrEqual(said?.startMs ?? Infinity)
          expect(endMs).toBeLessThanOrEqual(said?.endMs ?? -Infinity)
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('the same turns give the same fields, heard one by one or at once', () => {
  fc.assert(
    fc.property(calls, (turns) => {
      const live = createUnderstanding(smallPack)
      let last = live.understand([], context)
      for (let count = 1; count <= turns.length; count++)
        last = live.understand(turns.slice(0, count), context)
      expect(last).toEqual(createUnderstanding(smallPack).understand(turns, context))
    }),
    { numRuns: 60 },
  )
})

const spoken = '零一二三四五六七八九'
const mobile = fc
  .tuple(
    fc.integer({ min: 3, max: 9 }),
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 }),
  )
  .map(([second, rest]) => `1${String(second)}${rest.join('')}`)

test('a number comes together however it is cut into pieces of two digits and more', () => {
  fc.assert(
    fc.property(mobile, fc.uniqueArray(fc.integer({ min: 2, max: 9 }), { maxLength: 3 }), (number, cuts) => {
      const ends = [...cuts.sort((a, b) => a - b), number.length]
      const pieces = ends.map((end, index) => number.slice(ends[index - 1] ?? 0, end))
      fc.pre(pieces.every((piece) => piece.length >= 2))
      // A piece that repeats the digits just heard is taken for an echo, as the seat would take it.
      fc.pre(pieces.every((piece, index) => index === 0 || !number.slice(0, ends[index - 1]).endsWith(piece)))
      fc.pre(
        pieces.every(
          (piece, index) => index === 0 || !(/^1[3-9]/.test(piece) && piece.length >= (ends[index - 1] ?? 0)),
        ),
      )
      const lines = pieces.map(
        (piece) => `市民：${Array.from(piece, (digit) => spoken[Number(digit)]).join('')}`,
      )
      const turns = turnsOf('坐席：请留一下联系电话', ...lines.flatMap((line) => [line, '坐席：嗯']))
      expect(understanding.understand(turns, context).contactPhone?.value).toBe(number)
    }),
  )
})

test('every cardinal below a hundred million is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999 }), (value) => {
      expect(cardinalOf(inWords(value))).toBe(value)
    }),
  )
})

function inWords(value: number): string {
  const [high, low] = [Math.floor(value / 10_000), value % 10_000]
  if (high === 0) return below(low)
  return `${below(high)}万${low === 0 ? '' : low < 1000 ? `零${below(low)}` : below(low)}`
}

function below(value: number): string {
  let words = ''
  for (const [size, unit] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / size) % 10
    if (digit > 0) words += `${spoken[digit] ?? ''}${unit}`
    else if (words !== '' && !words.endsWith('零') && value % size > 0) words += '零'
  }
  return words
}
