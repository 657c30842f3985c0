import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EntryListQueries } from '../../src-main/core/store/knowledge/entry-list.ts'
import { EntryTable } from '../../src-main/core/store/knowledge/entry-table.ts'
import { EntryWords } from '../../src-main/core/store/knowledge/entry-words.ts'
import { migrate } from '../../src-main/core/store/migrate.ts'
import { migrations } from '../../src-main/core/store/migrations/index.ts'

const everything = {
  category: '',
  marked: false,
  draftHere: false,
  mayApprove: false,
  order: 'changed',
  offset: 0,
  limit: 50,
} as const

function knowledge() {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations, () => undefined)
  const words = new EntryWords(database)
  const entries = new EntryTable(database, words)
  const put = (entryId: string, answer: string): void => {
    const content = { title: '', similar: [], category: '', keywords: [], answer, source: '' }
    entries.put({ entryId, origin: 'pack', entry: undefined, content }, '1')
  }
  const found = (text: string): string[] =>
    new EntryListQueries(database, words)
      .page({ ...everything, states: [], text }, { staffNumber: '1', dayAfter: () => '2026-01-01' })
      .rows.map(({ entryId }) => entryId)
      .toSorted()
  return { database, entries, put, found }
}

describe('migration 90: entries by the words in them', () => {
  it('finds what an older client wrote', () => {
    const { database, put, found } = knowledge()
    put('a', '医保卡里的钱')
    database.exec('DELETE FROM knowledge_indexed')
    expect(found('医保')).toEqual(['a'])
  })

  it('follows what is written again and what goes', () => {
    const { database, entries, put, found } = knowledge()
    put('a', '医保卡')
    put('a', '社保卡')
    put('b', '社保局')
    expect([found('医保'), found('社保')]).toEqual([[], ['a', 'b']])
    entries.remove('a')
    expect(found('社保')).toEqual(['b'])
    expect(database.prepare('SELECT count(*) FROM knowledge_indexed').pluck().get()).toBe(1)
  })

  it('finds exactly the entries that hold a run of characters', () => {
    const character = fc.constantFrom('医', '保', '卡', 'e', '1', ' ', '，')
    const text = fc.array(character, { maxLength: 8 }).map((all) => all.join(''))
    const word = fc.array(fc.constantFrom('医', '保', '卡', 'e', '1'), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), word, (texts, characters) => {
        const { put, found } = knowledge()
        texts.forEach((answer, at) => {
          put(`#${String(at + 2)}`, answer)
        })
        const wanted = characters.join('')
        const holding = texts.flatMap((answer, at) =>
          `${String(at + 2)}\n${answer}`.includes(wanted) ? [`#${String(at + 2)}`] : [],
        )
        expect(found(wanted)).toEqual(holding)
      }),
      { numRuns: 40 },
    )
  })
})
