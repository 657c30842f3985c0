import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buildTree,
  entryKey,
  movedPath,
  visibleRows,
} from '../../src-renderer/features/knowledge/tree/category-tree.ts'
import { layOutMap } from '../../src-renderer/features/knowledge/tree/mind-map-layout.ts'
import { parseDay } from '../../src-renderer/format/day.ts'
import {
  insertLink,
  parseMarkdown,
  plainWords,
  toggleBold,
  toggleList,
} from '../../src-renderer/format/markdown.ts'
import { spokenDifferences } from '../../src-renderer/state/spoken-differences.ts'
import { desksOf, nextDesk, shownDesk } from '../../src-renderer/state/desks.ts'
import { pointedAnswer, noAnswers } from '../../src-renderer/state/answers-store.ts'
import { answers } from '../support/fake-call.ts'

describe('the Markdown of an answer', () => {
  it('is paragraphs, lists, bold and links', () => {
    expect(parseMarkdown('先挂失。\n再**补办**\n\n- 身份证\n- [网点](https://a.cn)\n1. 一\n2、二')).toEqual([
      {
        kind: 'paragraph',
        lines: [
          [{ kind: 'text', text: '先挂失。' }],
          [
            { kind: 'text', text: '再' },
            { kind: 'bold', text: '补办' },
          ],
        ],
      },
      {
        kind: 'list',
        ordered: false,
        items: [
          [{ kind: 'text', text: '身份证' }],
          [{ kind: 'link', text: '网点', address: 'https://a.cn' }],
        ],
      },
      {
        kind: 'list',
        ordered: true,
        items: [[{ kind: 'text', text: '一' }], [{ kind: 'text', text: '二' }]],
      },
    ])
  })

  it('is read out without its signs', () => {
    expect(plainWords('带**身份证**：\n\n- 社保网点\n- [银行](https://a.cn)')).toBe(
      '带身份证：\n社保网点\n银行',
    )
  })

  it('loses no character of words without signs', () => {
    fc.assert(fc.property(fc.stringMatching(/^[一-龥，。]{1,40}$/u), (words) => plainWords(words) === words))
  })

  it('makes bold and takes it back', () => {
    const bold = toggleBold({ text: '五个工作日', start: 0, end: 2 })
    expect(bold).toEqual({ text: '**五个**工作日', start: 2, end: 4 })
    expect(toggleBold(bold)).toEqual({ text: '五个工作日', start: 0, end: 2 })
  })

  it('makes a list of the selected lines and takes it back', () => {
    const list = toggleList({ text: '前\n甲\n乙\n后', start: 3, end: 5 })
    expect(list.text).toBe('前\n- 甲\n- 乙\n后')
    expect(toggleList(list).text).toBe('前\n甲\n乙\n后')
  })

  it('makes a link whose address is selected', () => {
    const { text, start, end } = insertLink({ text: '见网点表', start: 1, end: 4 }, '文字')
    expect(text).toBe('见[网点表](https://)')
    expect(text.slice(start, end)).toBe('https://')
  })
})

describe('the tree of categories', () => {
  const root = buildTree(
    [
      { category: '社会保险/社保卡', entries: 3 },
      { category: '社会保险', entries: 1 },
      { category: '噪声污染', entries: 2 },
      { category: '', entries: 4 },
    ],
    ['社会保险/工伤'],
    '全部',
  )

  it('counts what is below', () => {
    expect(root.entries).toBe(10)
    expect(root.children.map(({ name, entries }) => [name, entries])).toEqual([
      ['社会保险', 4],
      ['噪声污染', 2],
    ])
  })

  it('shows what is open, with level and place', () => {
    const rows = visibleRows(root, new Set(['社会保险']))
    expect(rows.map(({ key, level, place, siblings }) => [key, level, place, siblings])).toEqual([
      ['', 1, 1, 1],
      ['社会保险', 2, 1, 2],
      ['社会保险/工伤', 3, 1, 2],
      ['社会保险/社保卡', 3, 2, 2],
      ['噪声污染', 2, 2, 2],
    ])
  })

  it('has the entries as leaves where it is the twin of the map', () => {
    const leaves = new Map([['噪声污染', [{ entryId: 'n', title: '夜间施工' }]]])
    const rows = visibleRows(root, new Set(['噪声污染']), leaves)
    expect(rows.at(-1)).toMatchObject({ key: entryKey('n'), name: '夜间施工', parent: '噪声污染', level: 3 })
  })

  it.each([
    ['社会保险', '社保'],
    ['社会保险/社保卡', '社保/社保卡'],
    ['社会保险费', undefined],
  ])('renames %s to %s', (category, moved) => {
    expect(movedPath(category, '社会保险', '社保')).toBe(moved)
  })

  it('is drawn with no two boxes over each other', () => {
    const category = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(fc.array(category, { maxLength: 12 }), (paths) => {
        const counts = paths.map((parts) => ({ category: parts.join('/'), entries: 1 }))
        const expanded = new Set(counts.flatMap(({ category: path }) => [path, path.split('/')[0]!]))
        const entries = new Map(
          counts.map(({ category: path }) => [path, [{ entryId: `e${path}`, title: path }]]),
        )
        const sizes = { row: 32, columnGap: 40, padding: 10, widthOf: (text: string) => text.length * 14 }
        const { boxes } = layOutMap(buildTree(counts, [], '全部'), expanded, entries, sizes)
        return boxes.every((box, index) =>
          boxes
            .slice(index + 1)
            .every(
              (other) =>
                Math.abs(box.y - other.y) >= 16 ||
                box.x + box.width <= other.x ||
                other.x + other.width <= box.x,
            ),
        )
      }),
    )
  })
})

describe('a day as it is typed', () => {
  it.each([
    ['2027-12-31', '2027-12-31'],
    ['2027/1/5', '2027-01-05'],
    ['2027年1月5日', '2027-01-05'],
    ['20271231', '2027-12-31'],
    ['２０２７－１２－３１', '2027-12-31'],
    ['2027-02-30', undefined],
    ['明年', undefined],
    ['', undefined],
  ])('%s is %s', (typed, day) => {
    expect(parseDay(typed)).toBe(day)
  })
})

describe('at the seat', () => {
  const hit = { ...answers[0]!, id: 'card', answer: '补办后 **5 个工作日**内可以领取社保卡。' }
  const said = (text: string, speaker: 'seat' | 'citizen' = 'seat') => ({ turns: [{ speaker, text }] })
  const differences = (call: unknown) =>
    spokenDifferences(call as Parameters<typeof spokenDifferences>[0], { found: null, suggested: [hit] })

  it('points out a number that the seat said otherwise than the card', () => {
    expect(differences(said('补办后七个工作日内可以领取社保卡')).get('card')).toMatchObject({
      spoken: '七个工作日',
      written: '5 个工作日',
    })
  })

  it('leaves the citizen’s numbers alone', () => {
    expect(differences(said('补办后七个工作日内可以领取社保卡', 'citizen')).size).toBe(0)
  })

  it('means the focused answer, else the open one, else the first', () => {
    const other = { ...hit, id: 'other' }
    const state = { ...noAnswers, suggested: [hit, other] }
    expect(pointedAnswer(state)?.id).toBe('card')
    expect(pointedAnswer({ ...state, expandedId: 'other' })?.id).toBe('other')
    expect(pointedAnswer({ ...state, expandedId: 'other', focusedId: 'card' })?.id).toBe('card')
    expect(pointedAnswer({ ...state, suggested: [], focusedId: 'card' })).toBeNull()
  })
})

describe('desks', () => {
  it.each([
    [['operator'], ['seat', 'rehearsal']],
    [['trainer'], ['knowledge', 'rules', 'rehearsal']],
  ] as const)('%j has %j', (roles, desks) => {
    expect(desksOf({ roles: [...roles] })).toEqual(desks)
    expect(shownDesk('seat', { roles: [...roles] })).toBe(desks[0])
  })

  it('come one after the other, round and round', () => {
    const lead = { roles: ['lead' as const] }
    const own = desksOf(lead)
    expect(own).toContain('knowledge')
    let now = own[0]!
    const seen = own.map(() => (now = nextDesk(now, lead)))
    expect(seen).toEqual([...own.slice(1), own[0]])
  })
})
