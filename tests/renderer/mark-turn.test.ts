import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDisplay } from '../../src-renderer/features/seat-desk/transcript/display-turn.ts'
import { evidenceByTurn, markTurn } from '../../src-renderer/features/seat-desk/transcript/mark-turn.ts'
import { replaceAll } from '#shared/text/written-form/written-text.ts'
import type { CallFlag } from '../../src-renderer/state/call-store.ts'
import { steps } from '../support/fake-call.ts'

const flag = (quote: string, rule = 'shirking'): CallFlag => ({
  turn: 0,
  rule,
  quote,
  severity: 'caution',
  why: '',
  rewrite: '',
  dismissed: false,
})

describe('marking a turn', () => {
  it('cuts out the words that filled a field', () => {
    const pieces = markTurn(plainDisplay('叫幸福西饼，十八号'), [{ field: 'subject', quote: '幸福西饼' }], [])
    expect(pieces.map(({ text, fields }) => [text, fields])).toEqual([
      ['叫', []],
      ['幸福西饼', ['subject']],
      ['，十八号', []],
    ])
  })

  it('lets words fill two fields where the quotes overlap', () => {
    const pieces = markTurn(
      plainDisplay('体育西路十八号'),
      [
        { field: 'incidentAddress', quote: '体育西路十八号' },
        { field: 'subject', quote: '西路' },
      ],
      [],
    )
    expect(pieces.map((piece) => piece.text)).toEqual(['体育', '西路', '十八号'])
    expect(pieces[1]?.fields).toEqual(['incidentAddress', 'subject'])
  })

  it('names a flag once, at the end of its words', () => {
    const pieces = markTurn(
      plainDisplay('这不归我们管您去问'),
      [{ field: 'demand', quote: '归我们' }],
      [flag('不归我们管')],
    )
    expect(pieces.filter((piece) => piece.flagged).map((piece) => piece.text)).toEqual(['不', '归我们', '管'])
    expect(pieces.flatMap((piece) => piece.ending.map(() => piece.text))).toEqual(['管'])
  })

  it('keeps both flags of one quote', () => {
    const pieces = markTurn(
      plainDisplay('不归我们管'),
      [],
      [flag('不归我们管'), flag('不归我们管', 'commanding')],
    )
    expect(pieces[0]?.ending).toHaveLength(2)
  })

  it('puts a flag whose words are not there at the end of the turn', () => {
    const pieces = markTurn(plainDisplay('好的'), [{ field: 'demand', quote: '没说过' }], [flag('没说过')])
    expect(pieces).toHaveLength(1)
    expect(pieces[0]).toMatchObject({ text: '好的', fields: [], flagged: true })
    expect(pieces[0]?.ending).toHaveLength(1)
  })

  it('keeps a correction in one piece, with all the fields that its words filled', () => {
    const correction = { start: 1, end: 5, heard: '天和北路', candidates: [], chosen: '天河北路' }
    const pieces = markTurn(
      { ...plainDisplay('在天河北路十八号'), corrections: [{ start: 1, end: 5, correction }] },
      [
        { field: 'incidentAddress', quote: '北路十八号' },
        { field: 'subject', quote: '天河' },
      ],
      [],
    )
    expect(pieces.map(({ text, fields }) => [text, fields])).toEqual([
      ['在', []],
      ['天河北路', ['incidentAddress', 'subject']],
      ['十八号', ['incidentAddress']],
    ])
    expect(pieces.map((piece) => piece.correction)).toEqual([null, correction, null])
  })

  it('finds a quote in numbers that are written otherwise, and says how they were spoken', () => {
    const written = replaceAll('电话幺三八零零一三八零零零对吗', [
      { start: 2, end: 13, kind: 'phone', written: '13800138000' },
      { start: 15, end: 15, kind: 'mark', written: '？' },
    ])
    const words = '电话幺三八零零一三八零零零对吗'
    const pieces = markTurn(
      { words, written, corrections: [] },
      [{ field: 'contactPhone', quote: '幺三八零零一三八零零零' }],
      [],
    )
    expect(pieces.map(({ text }) => text)).toEqual(['电话', '13800138000', '对吗？'])
    expect(pieces[1]).toMatchObject({
      fields: ['contactPhone'],
      parts: [{ text: '13800138000', spoken: '幺三八零零一三八零零零' }],
    })
    expect(pieces[2]?.parts).toEqual([{ text: '对吗？' }])
  })

  it('never loses or doubles a character', () => {
    const quotes = fc.array(fc.string({ maxLength: 4 }), { maxLength: 4 })
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), quotes, quotes, (words, evidence, flags) => {
        const spans = evidence.map((quote) => ({ field: 'demand' as const, quote }))
        const pieces = markTurn(
          plainDisplay(words),
          spans,
          flags.map((quote) => flag(quote)),
        )
        expect(pieces.map((piece) => piece.text).join('')).toBe(words)
        expect(pieces.every((piece) => piece.text !== '')).toBe(true)
      }),
    )
  })

  it('finds the evidence of a draft by turn and skips cleared fields', () => {
    const fields = steps[3]?.fields ?? {}
    expect(
      evidenceByTurn(fields)
        .get(3)
        ?.map((span) => span.field),
    ).toEqual(['incidentAddress', 'incidentAddress', 'subject', 'subject'])
    const { subject } = fields
    expect(subject).toBeDefined()
    expect(evidenceByTurn({ subject: { ...subject!, value: null } }).size).toBe(0)
  })
})
