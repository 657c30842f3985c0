import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { punctuate } from '#shared/text/punctuate.ts'
import { displayText } from '#shared/text/written-form/display-text.ts'
import { writtenForm } from '#shared/text/written-form/written-form.ts'
import { toDisplay, toSpoken, type WrittenText } from '#shared/text/written-form/written-text.ts'
import { spellDigits, spellNumber, type Manner } from '../support/spell-number.ts'

const manner = fc.record<Manner>({
  two: fc.constantFrom('二', '两'),
  one: fc.constantFrom('一', '幺'),
  short: fc.boolean(),
})

/** What is written for a number, 万 and 亿 multiplied out. */
function valueOf(written: string): number {
  let value = 0
  for (const [, digits = '', unit = ''] of written.matchAll(/([\d.]+)([万亿]?)/g))
    value += Number(digits) * ({ 万: 1e4, 亿: 1e8 }[unit] ?? 1)
  return Math.round(value * 100) / 100
}

const soupWords = [
  ...[
    '零',
    '一',
    '二',
    '两',
    '三',
    '五',
    '八',
    '九',
    '十',
    '百',
    '千',
    '万',
    '亿',
    '幺',
    '洞',
    '拐',
    '点',
    '半',
    '几',
    '多',
    '第',
  ],
  ...[
    '号',
    '楼',
    '栋',
    '单元',
    '室',
    '块',
    '毛',
    '元',
    '月',
    '日',
    '年',
    '天',
    '个',
    '次',
    '人',
    '岁',
    '米',
    '度',
    '分',
    '百分之',
  ],
  ...[
    '分之',
    '到',
    '至',
    '周',
    '星期',
    '晚上',
    '粤',
    'A',
    'b',
    'K',
    '加',
    '杠',
    '路',
    '转',
    '尾号',
    '是',
    '押金',
    '了',
    '双',
    '的',
    '吗',
  ],
  ...[
    '您好',
    '但是',
    '请问',
    '，',
    '。',
    ' ',
    '3',
    '12',
    '.',
    '🙂',
    '一下',
    '万一',
    '三元里',
    '电话',
    '不对',
    'X',
    '叉',
    '，',
  ],
]
const soup = fc.array(fc.constantFrom(...soupWords), { maxLength: 25 }).map((words) => words.join(''))
const anything = fc.oneof(
  { weight: 4, arbitrary: soup },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
)

function expectSound(spoken: string, written: WrittenText): void {
  let at = 0
  let spokenAt = 0
  for (const span of written.spans) {
    expect(span.start).toBeGreaterThanOrEqual(at)
    expect(span.spokenStart).toBeGreaterThanOrEqual(spokenAt)
    expect(written.text.slice(at, span.start)).toBe(spoken.slice(spokenAt, span.spokenStart))
    expect(spoken.slice(span.spokenStart, span.spokenEnd)).toBe(span.spoken)
    expect(written.text.slice(span.start, span.end)).not.toBe(span.spoken)
    at = span.end
    spokenAt = span.spokenEnd
  }
  expect(written.text.slice(at)).toBe(spoken.slice(spokenAt))
}

describe('numbers spoken in any manner', () => {
  it('are written as their digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 12, max: 999_999_999 }), manner, (number, how) => {
        const written = writtenForm(`一共${spellNumber(number, how)}`)
        expect(valueOf(written.text)).toBe(number)
      }),
    )
  })

  it('are sums of money with their 元', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), manner, (number, how) => {
        const { text, spans } = writtenForm(`收了我${spellNumber(number, how)}块钱`)
        expect(text).toMatch(/^收了我[\d万]+元$/)
        expect(valueOf(text)).toBe(number)
        expect(spans.map(({ kind }) => kind)).toEqual(['amount'])
      }),
    )
  })

  it('are sums with 毛 and 分', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 99 }),
        manner,
        (yuan, cents, how) => {
          const tenths = Math.floor(cents / 10)
          const last = cents % 10
          fc.pre(tenths > 0)
          const words = `${spellNumber(yuan, how)}块${spellDigits(String(tenths))}毛${last > 0 ? spellDigits(String(last)) : ''}`
          expect(writtenForm(`退了${words}`).text).toBe(
            `退了${String(Number((yuan + cents / 100).toFixed(2)))}元`,
          )
        },
      ),
    )
  })

  it('are addresses', () => {
    const small = fc.integer({ min: 2, max: 60 })
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 2999 }),
        small,
        small,
        fc.integer({ min: 101, max: 3999 }),
        manner,
        (road, house, unit, room, how) => {
          const long = { ...how, short: false }
          const words = `解放路${spellNumber(road, long)}号${spellNumber(house, long)}栋${spellNumber(unit, long)}单元${spellDigits(String(room), how)}室`
          expect(writtenForm(words).text).toBe(
            `解放路${String(road)}号${String(house)}栋${String(unit)}单元${String(room)}室`,
          )
        },
      ),
    )
  })

  it('are decimals and shares', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: 1, max: 99 }),
        manner,
        (whole, part, how) => {
          const fraction = String(part).padStart(2, '0')
          const words = `${spellNumber(whole, { ...how, two: '二' })}点${spellDigits(fraction)}`
          expect(writtenForm(`百分之${words}`).text).toBe(`${String(whole)}.${fraction}%`)
          expect(writtenForm(`读数${words}吨`).text).toBe(`读数${String(whole)}.${fraction}吨`)
        },
      ),
    )
  })
})

describe('digits read one by one', () => {
  const digits = (length: number) =>
    fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
      .map((list) => list.join(''))

  it('are telephone numbers, 幺 and 三个八 included', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 9 }),
        digits(9),
        manner,
        fc.boolean(),
        (second, rest, how, grouped) => {
          const number = `1${String(second)}${rest}`
          const { text, spans } = writtenForm(`电话是${spellDigits(number, { ...how, grouped })}谢谢`)
          expect(text).toBe(`电话是${number}谢谢`)
          expect(spans.map(({ kind }) => kind)).toEqual(['phone'])
        },
      ),
    )
  })

  it('are number plates', () => {
    const letter = fc.constantFrom('A', 'B', 'C', 'F', 'K')
    fc.assert(
      fc.property(
        letter,
        digits(5),
        fc.option(fc.constantFrom('D', 'F'), { nil: '' }),
        manner,
        (city, number, energy, how) => {
          const plate = `粤${city}${energy}${number}`
          const spoken = `粤${city.toLowerCase()}${energy}${spellDigits(number, how)}`
          expect(writtenForm(`${spoken}的车`)).toMatchObject({
            text: `${plate}的车`,
            spans: [{ kind: 'plate' }],
          })
        },
      ),
    )
  })

  it('are identity numbers', () => {
    const birth = fc.date({ min: new Date('1930-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(
        birth,
        digits(3),
        fc.constantFrom('0', '1', '2', '5', '9', 'X'),
        manner,
        (date, serial, check, how) => {
          const number = `440106${date.toISOString().slice(0, 10).replaceAll('-', '')}${serial}${check}`
          const spoken =
            spellDigits(number.slice(0, 17), how) + (check === 'X' ? '叉' : spellDigits(check, how))
          expect(writtenForm(`证件号${spoken}`)).toMatchObject({
            text: `证件号${number}`,
            spans: [{ kind: 'id-number' }],
          })
        },
      ),
    )
  })
})

describe('dates and times', () => {
  it('keep what was said', () => {
    const date = fc.record({
      year: fc.integer({ min: 1950, max: 2049 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 31 }),
    })
    fc.assert(
      fc.property(date, fc.constantFrom('号', '日'), ({ year, month, day }, word) => {
        const spoken = `${spellDigits(String(year))}年${spellNumber(month)}月${spellNumber(day)}${word}`
        expect(writtenForm(spoken).text).toBe(`${String(year)}年${String(month)}月${String(day)}${word}`)
      }),
    )
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 24 }),
        fc.integer({ min: 1, max: 59 }),
        manner,
        (hour, minute, how) => {
          const hours = hour === 2 ? how.two : spellNumber(hour)
          const minutes = `${minute < 10 ? '零' : ''}${spellNumber(minute)}`
          const clock = `${String(hour)}:${String(minute).padStart(2, '0')}`
          expect(writtenForm(`上午${hours}点${minutes}分`).text).toBe(`上午${clock}`)
          expect(writtenForm(`上午${hours}点${minutes}停的水`).text).toBe(`上午${clock}停的水`)
        },
      ),
    )
  })
})

describe('any text', () => {
  it('is the same outside of its spans, which are in order', () => {
    fc.assert(
      fc.property(anything, (text) => expectSound(text, writtenForm(text))),
      { numRuns: 1000 },
    )
    fc.assert(
      fc.property(anything, fc.boolean(), (text, final) =>
        expectSound(text, displayText({ text }, { final })),
      ),
      { numRuns: 500 },
    )
  })

  it('that is written already is written the same again', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const once = writtenForm(text).text
        expect(writtenForm(once).text).toBe(once)
      }),
      { numRuns: 3000 },
    )
  })

  it('leads to the display and back', () => {
    fc.assert(
      fc.property(anything, fc.nat(), fc.nat(), (text, a, b) => {
        const written = displayText({ text })
        const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].toSorted((x, y) => x - y)
        const there = toDisplay(written, start, end)
        const back = toSpoken(written, there.start, there.end)
        expect(there.start).toBeLessThanOrEqual(there.end)
        expect(there.end).toBeLessThanOrEqual(written.text.length)
        if (start === end) return
        expect(back.start).toBeLessThanOrEqual(start)
        expect(back.end).toBeGreaterThanOrEqual(end)
        const touched = written.spans.some((span) => span.spokenStart < end && span.spokenEnd > start)
        if (!touched) expect(written.text.slice(there.start, there.end)).toBe(text.slice(start, end))
      }),
      { numRuns: 1000 },
    )
  })

  it('gets marks and loses nothing, once and not twice', () => {
    const pauses = fc.array(fc.nat({ max: 60 }), { maxLength: 5 })
    fc.assert(
      fc.property(anything, pauses, fc.boolean(), (text, pausesAfter, final) => {
        const marked = punctuate(text, { pausesAfter, final })
        let at = 0
        for (let index = 0; index < marked.length; index++)
          if (marked.charAt(index) === text.charAt(at)) at++
          else expect('，。？').toContain(marked.charAt(index))
        expect(at).toBe(text.length)
        expect(punctuate(marked, { final })).toBe(marked)
        for (const { spoken } of writtenForm(text).spans) expect(marked).toContain(spoken)
        if (final && /\p{L}\s*$/u.test(text)) expect(marked.trimEnd()).toMatch(/[。？]$/)
      }),
      { numRuns: 1000 },
    )
  })
})
