import { describe, expect, it } from 'vitest'
import { checkEntry } from '#shared/domain/knowledge/check-entry.ts'
import type { EntryContent } from '#shared/domain/knowledge/entry.ts'
import type { FindingKind } from '#shared/domain/knowledge/finding.ts'
import { measure } from '#shared/domain/knowledge/meters.ts'
import { quantitiesOf } from '#shared/domain/knowledge/quantities.ts'

const today = '2026-11-22'
const good: EntryContent = {
  title: '居住证怎么办',
  similar: ['办居住证要带什么'],
  category: '公安',
  keywords: ['居住证'],
  answer: '请带身份证到派出所办理。工本费20元。七个工作日可以取证。',
  expires: '2027-12-31',
}

function kinds(changes: Partial<EntryContent>, neighbour?: Partial<EntryContent>): FindingKind[] {
  const neighbours = neighbour === undefined ? [] : [{ entryId: 'other', content: { ...good, ...neighbour } }]
  return checkEntry({ ...good, ...changes }, { today, neighbours }).map(({ kind }) => kind)
}

describe('what is said of an entry', () => {
  it('is nothing for a short, single, dated answer', () => {
    expect(kinds({})).toEqual([])
  })

  it.each<[string, Partial<EntryContent>, FindingKind[]]>([
    ['no words to say', { answer: '  ' }, ['empty']],
    ['more than two minutes of talk', { answer: '请到窗口办理。'.repeat(50) }, ['too-long']],
    [
      'a sentence nobody can follow',
      { answer: `请带${'身份证复印件以及'.repeat(6)}到窗口。` },
      ['long-sentence'],
    ],
    ['two questions in the title', { title: '居住证怎么办和多少钱' }, ['several-topics']],
    [
      'an answer that turns to other matters',
      { answer: '请到派出所办理。另外，补办也在这里。此外，迁出要先注销。' },
      ['several-topics'],
    ],
    ['an address of the web', { answer: '请打开 https://example.org/a 办理。' }, ['not-speakable']],
    ['a table', { answer: '费用如下：\n| 证件 | 费用 |' }, ['not-speakable']],
    ['no phrasings', { similar: [] }, ['no-similar']],
    ['no end', { expires: undefined }, ['no-expiry']],
    ['an end that is past', { expires: '2026-11-21' }, ['expired']],
    ['an end that is near', { expires: '2026-12-01' }, ['expires-soon']],
    ['a beginning that is to come', { effective: '2027-01-01' }, ['not-in-force']],
    ['dates in the wrong order', { effective: '2028-01-01' }, ['dates-reversed', 'not-in-force']],
  ])('notices %s', (_what, changes, expected) => {
    expect(kinds(changes)).toEqual(expected)
  })

  it('takes one question with a list of things for one topic, and a link by its words', () => {
    expect(kinds({ title: '身份证和户口本丢了怎么办' })).toEqual([])
    expect(kinds({ answer: '请在[市政府网站](https://example.org)办理。' })).toEqual([])
  })

  it('notices a neighbour with the same question or the same answer', () => {
    expect(kinds({}, { title: '暂住证明', similar: ['办居住证，要带什么？'], answer: '请咨询。' })).toEqual([
      'duplicate',
    ])
    expect(kinds({}, { title: '外地人证件', similar: [], keywords: [] })).toEqual(['duplicate'])
    expect(kinds({}, { title: '流浪狗怎么处理', similar: [], answer: '请告诉我地点。' })).toEqual([])
  })

  it('notices another fee or period for the same matter, spoken numerals included', () => {
    const near = { title: '居住证办理怎么办', similar: [] }
    const [fee] = checkEntry(good, {
      today,
      neighbours: [{ entryId: 'x', content: { ...good, ...near, answer: '工本费十元。' } }],
    })
    expect(fee).toMatchObject({
      kind: 'contradiction',
      quote: '20元',
      other: { entryId: 'x', quote: '10元' },
    })
    expect(kinds({}, { ...near, answer: '十个工作日可以取证。' })).toEqual(['contradiction'])
    expect(kinds({}, { ...near, answer: '工本费二十元。' })).toEqual([])
    expect(kinds({}, { title: '停车场怎么收费', similar: [], answer: '工本费十元。' })).toEqual([])
  })

  it('reads fees, periods and ages, not dates', () => {
    const read = (answer: string): string[] =>
      quantitiesOf(answer).map(({ value, unit }) => `${String(value)}${unit}`)
    expect(read('押金两万元，三十个工作日退还，未满十六周岁的减半，占50%。')).toEqual([
      '20000元',
      '30工作日',
      '16岁',
      '50%',
    ])
    expect(read('2026年3月1日起执行，24小时热线。')).toEqual([])
  })

  it('measures what is spoken, without marks and signs', () => {
    expect(measure('**请带**身份证。\n- 到[窗口](https://example.org)办理')).toEqual({
      characters: 10,
      sentences: 2,
      longestSentence: 5,
      seconds: 5,
    })
    expect(measure('')).toEqual({ characters: 0, sentences: 0, longestSentence: 0, seconds: 0 })
  })
})
