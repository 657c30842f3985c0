import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentFields, type EntryContent } from '#shared/domain/knowledge/entry.ts'
import { groupQuestions } from '#shared/domain/knowledge/coverage.ts'
import { mergeContents, paragraphs, resolveMerge } from '#shared/domain/knowledge/merge.ts'
import { planImport } from '#shared/domain/knowledge/plan-import.ts'
import { diffWords } from '#shared/domain/knowledge/word-diff.ts'
import { readTables } from '../../src-main/core/knowledge/tables/read-tables.ts'
import { writeTable } from '../../src-main/core/knowledge/tables/write-table.ts'
import { tableFormats } from '#shared/contract/knowledge-views.ts'

const word = fc.constantFrom(
  '请带身份证',
  '工本费20元',
  '七个工作日',
  '到派出所',
  '网上办理',
  '免费',
  '周末不办',
  'a|b',
  'c\\n',
)
const paragraph = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => `${words.join('，')}。`)
const day = fc.constantFrom('2026-01-01', '2026-06-30')
const later = fc.constantFrom('2027-01-01', '2027-12-31')
const content: fc.Arbitrary<EntryContent> = fc.record(
  {
    title: word,
    similar: fc.uniqueArray(word, { maxLength: 4 }),
    category: word,
    keywords: fc.uniqueArray(word, { maxLength: 4 }),
    answer: fc.uniqueArray(paragraph, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('\n\n')),
    effective: day,
    expires: later,
    source: word,
  },
  { requiredKeys: ['title', 'similar', 'category', 'keywords', 'answer'] },
)

describe('a merge', () => {
  it('with one side unchanged is the other side', () => {
    fc.assert(
      fc.property(content, content, (base, changed) => {
        expect(mergeContents({ base, mine: changed, theirs: base })).toEqual({
          merged: changed,
          conflicts: [],
        })
        expect(mergeContents({ base, mine: base, theirs: changed })).toEqual({
          merged: changed,
          conflicts: [],
        })
        expect(mergeContents({ base, mine: changed, theirs: changed })).toEqual({
          merged: changed,
          conflicts: [],
        })
      }),
    )
  })

  it('loses no change of either side: it is in the result or in a conflict', () => {
    fc.assert(
      fc.property(content, content, content, (base, mine, theirs) => {
        const { merged, conflicts } = mergeContents({ base, mine, theirs })
        for (const side of [mine, theirs]) {
          for (const field of contentFields) {
            if (JSON.stringify(side[field]) === JSON.stringify(base[field])) continue
            const inConflict = conflicts.filter((conflict) => conflict.field === field)
            const shown = inConflict.map((conflict) => (side === mine ? conflict.mine : conflict.theirs))
            if (field === 'similar' || field === 'keywords') {
              const added = side[field].filter((item) => !base[field].includes(item))
              const removed = base[field].filter((item) => !side[field].includes(item))
              expect(merged[field]).toEqual(expect.arrayContaining(added))
              expect(merged[field].filter((item) => removed.includes(item))).toEqual([])
            } else if (field === 'answer') {
              const there = new Set([...paragraphs(merged.answer), ...shown.flatMap(paragraphs)])
              const before = paragraphs(base.answer)
              const added = paragraphs(side.answer).filter((part) => !before.includes(part))
              expect(added.filter((part) => !there.has(part))).toEqual([])
            } else expect([merged[field] ?? '', ...shown]).toContain(side[field] ?? '')
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is the same whoever comes first, as long as nothing is in conflict', () => {
    fc.assert(
      fc.property(content, content, content, (base, mine, theirs) => {
        const there = mergeContents({ base, mine, theirs })
        const back = mergeContents({ base, mine: theirs, theirs: mine })
        expect(back.conflicts).toHaveLength(there.conflicts.length)
        if (there.conflicts.length === 0) expect(back.merged.answer).toBe(there.merged.answer)
      }),
    )
  })

  it('resolved with mine everywhere is what it says, with theirs it has theirs in every conflict', () => {
    fc.assert(
      fc.property(content, content, content, (base, mine, theirs) => {
        const sides = { base, mine, theirs }
        const { merged, conflicts } = mergeContents(sides)
        expect(resolveMerge(sides, [])).toEqual(merged)
        const chosen = resolveMerge(
          sides,
          conflicts.map(() => 'theirs'),
        )
        for (const { field, theirs: text } of conflicts) {
          if (field === 'answer') {
            expect(paragraphs(chosen.answer)).toEqual(expect.arrayContaining([...paragraphs(text)]))
          } else expect(chosen[field] ?? '').toBe(text)
        }
      }),
    )
  })
})

describe('a word diff', () => {
  it('gives back both texts', () => {
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (left, right) => {
        const [before, after] = [left.join(''), right.join('')]
        const spans = diffWords(before, after)
        const of = (kind: string) => spans.filter((span) => span.kind !== kind).map(({ text }) => text)
        expect(of('added').join('')).toBe(before)
        expect(of('removed').join('')).toBe(after)
      }),
    )
  })
})

describe('a table', () => {
  const entries = fc
    .uniqueArray(fc.tuple(fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,20}$/), content), {
      selector: ([id]) => id,
      minLength: 1,
      maxLength: 5,
    })
    .map((list) => list.map(([entryId, one]) => ({ entryId, content: one })))

  it.each(tableFormats)('%s that is imported and exported is what it was', async (format) => {
    await fc.assert(
      fc.asyncProperty(entries, async (list) => {
        const { bytes, ending } = await writeTable(format, list)
        const rows = await readTables(format, [{ name: `知识库.${ending}`, bytes }])
        if (!rows.ok) throw new Error(rows.error.message)
        const none = { contentOf: () => undefined, idOfTitle: () => undefined }
        const planned = planImport(rows.value, none, () => 'unused')
        expect(planned.flatMap(({ reasons }) => reasons)).toEqual([])
        const read = planned.map((row) => ({ entryId: row.entryId, content: row.content }))
        const byId = (left: { entryId: string }, right: { entryId: string }) =>
          left.entryId < right.entryId ? -1 : 1
        expect(read.toSorted(byId)).toEqual(list.toSorted(byId))
        const known = new Map(list.map((entry) => [entry.entryId, entry.content]))
        const again = planImport(rows.value, { ...none, contentOf: (id) => known.get(id) }, () => 'unused')
        expect(again.every(({ outcome }) => outcome === 'same')).toBe(true)
      }),
      { numRuns: format === 'xlsx' ? 15 : 60 },
    )
  })
})

describe('grouping questions', () => {
  it('keeps every question once, whatever their order', () => {
    const question = fc.record({
      text: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('')),
      asked: fc.integer({ min: 1, max: 50 }),
      lastAt: fc.constantFrom('2026-11-01', '2026-11-20'),
    })
    const unique = fc.uniqueArray(question, { selector: ({ text }) => text, maxLength: 20 })
    fc.assert(
      fc.property(unique, (questions) => {
        const groups = groupQuestions(questions)
        const texts = groups.flatMap(({ phrasings }) => phrasings.map(({ text }) => text))
        expect(texts.toSorted()).toEqual(questions.map(({ text }) => text).toSorted())
        const sum = (list: readonly { asked: number }[]) =>
          list.reduce((total, { asked }) => total + asked, 0)
        expect(sum(groups)).toBe(sum(questions))
        expect(groupQuestions(questions.toReversed())).toEqual(groups)
      }),
    )
  })
})
