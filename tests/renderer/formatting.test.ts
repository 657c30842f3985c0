import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { incidentTimeSchema } from '#shared/domain/ticket-fields.ts'
import { addressLevel, formatAddress, withAddressPart } from '../../src-renderer/format/address.ts'
import { formatFieldValue } from '../../src-renderer/format/field-value.ts'
import { formatIncidentTime, parseIncidentTime } from '../../src-renderer/format/incident-time.ts'
import { formatPhone, phoneDigits } from '../../src-renderer/format/phone.ts'
import { firstSentences, markWords } from '../../src-renderer/format/text.ts'
import { daysUntil, formatClock, formatDateTime, formatRemaining } from '../../src-renderer/format/time.ts'

describe('phone numbers', () => {
  it.each([
    ['13760319925', '137 6031 9925'],
    ['02087654321', '020 8765 4321'],
    ['075512345678', '0755 1234 5678'],
    ['0716123456', '0716123456'],
    ['12345', '12345'],
    ['', ''],
  ])('shows %s as %s', (digits, shown) => {
    expect(formatPhone(digits)).toBe(shown)
  })

  it('loses no digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{0,15}$/), (digits) => {
        expect(phoneDigits(formatPhone(digits))).toBe(digits)
      }),
    )
  })

  it('reads full-width digits and separators', () => {
    expect(phoneDigits('（０２０） 8765-4321')).toBe('02087654321')
  })
})

describe('times', () => {
  it.each([
    [0, '00:00'],
    [86_999, '01:26'],
    [3_661_000, '1:01:01'],
    [-5, '00:00'],
  ])('shows %i ms into a call as %s', (ms, shown) => {
    expect(formatClock(ms)).toBe(shown)
  })

  it('writes dates the Chinese way and leaves what is no date', () => {
    expect(formatDateTime('2026-11-19T09:12:00')).toBe('11月19日 09:12')
    expect(formatDateTime('soon')).toBe('soon')
  })

  it('rounds what is left up, and ends at zero', () => {
    expect(formatRemaining(86_220_000)).toBe('23小时57分')
    expect(formatRemaining(1)).toBe('1分')
    expect(formatRemaining(0)).toBeNull()
  })

  it('counts a day of validity to its end', () => {
    const now = new Date('2026-11-21T12:00:00').getTime()
    expect(daysUntil('2026-11-21', now)).toBe(0)
    expect(daysUntil('2026-11-22', now)).toBe(1)
    expect(daysUntil('2026-11-20', now)).toBeLessThan(0)
  })
})

describe('incident time', () => {
  it.each([
    ['2026-10', '2026-10'],
    ['2026-10-15', '2026-10-15'],
    ['2026/10/5', '2026-10-05'],
    ['2026年10月5日 14:30', '2026-10-05T14:30'],
    ['2026年10月', '2026-10'],
    ['2026-10-15 起', { from: '2026-10-15' }],
    ['2026-10-15 至 2026-10-18', { from: '2026-10-15', to: '2026-10-18' }],
  ])('reads %s', (typed, value) => {
    expect(parseIncidentTime(typed)).toEqual(value)
  })

  it.each(['昨天', '2026-13-01', '2026-02-30', '2026-10-15 25:00', '2026-10-18 至 2026-10-15', ''])(
    'refuses %j',
    (typed) => {
      expect(parseIncidentTime(typed)).toBeNull()
    },
  )

  it('reads back what it shows', () => {
    const point = fc
      .tuple(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        fc.constantFrom(7, 10, 16),
      )
      .map(([date, length]) => date.toISOString().slice(0, length))
    const value = fc.oneof(
      point,
      point.map((from) => ({ from })),
      fc
        .tuple(point, point)
        .filter(([from, to]) => from <= to)
        .map(([from, to]) => ({ from, to })),
    )
    fc.assert(
      fc.property(value, (time) => {
        expect(incidentTimeSchema.safeParse(time).success).toBe(true)
        expect(parseIncidentTime(formatIncidentTime(time))).toEqual(time)
      }),
    )
  })
})

describe('addresses and other values', () => {
  const address = { district: '天河区', road: '体育西路', number: '18 号' }

  it('goes from wide to narrow and names the level reached', () => {
    expect(formatAddress(address)).toBe('天河区 体育西路 18 号')
    expect(addressLevel(address)).toBe('number')
    expect(addressLevel({ detail: '楼下' })).toBeNull()
  })

  it('replaces a part, drops an emptied one, and is null without parts', () => {
    expect(withAddressPart(address, 'street', '天河南街道')).toEqual({ ...address, street: '天河南街道' })
    expect(withAddressPart(address, 'number', ' ')).toEqual({ district: '天河区', road: '体育西路' })
    expect(withAddressPart({ poi: '公园' }, 'poi', '')).toBeNull()
  })

  it('shows each kind of field as people read it', () => {
    expect(formatFieldValue('amountYuan', 2600)).toBe('2,600')
    expect(formatFieldValue('category', { code: '1', path: ['市场监管', '价格'] })).toBe('市场监管 › 价格')
    expect(formatFieldValue('confidential', true)).toBe('是')
    expect(formatFieldValue('subject', null)).toBe('')
  })
})

describe('answers', () => {
  it('cuts after the second sentence', () => {
    expect(firstSentences('一。二！三？', 2)).toBe('一。二！')
    expect(firstSentences('没有标点', 2)).toBe('没有标点')
  })

  it('marks the longest word and keeps the text whole', () => {
    expect(markWords('预付卡余额', ['卡', '预付卡'])).toEqual([
      { text: '预付卡', marked: true },
      { text: '余额', marked: false },
    ])
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string(), { maxLength: 4 }), (whole, words) => {
        expect(
          markWords(whole, words)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(whole)
      }),
    )
  })
})
