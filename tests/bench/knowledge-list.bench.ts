import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EntryListQueries } from '../../src-main/core/store/knowledge/entry-list.ts'
import { openStore, type Store } from '../../src-main/core/store/open-store.ts'
import { testStoreKey } from '../support/store-key.ts'
import type { BenchRow } from './bench-row.ts'
import { latency, quantile } from './quantile.ts'
import { recombinedEntries, sampleEntries } from './search-set.ts'

const entries = 100_000
const batch = 5_000
const rounds = 20
/** What a person takes for at once while typing. */
const barMs = 100
const shown = 50

type Query = Parameters<EntryListQueries['page']>[0]

const everything: Query = {
  text: '',
  category: '',
  states: [],
  marked: false,
  draftHere: false,
  mayApprove: false,
  order: 'changed',
  offset: 0,
  limit: shown,
}
const context = { staffNumber: '8031', dayAfter: () => '2026-12-22' }

const views: Readonly<Record<string, Partial<Query>>> = {
  'the first page': {},
  'the last page': { offset: entries - shown },
  'by title': { order: 'title' },
  'with 公积金': { text: '公积金' },
  'with 公积金 and 租房': { text: '公积金 租房' },
  'with 税, one character': { text: '税' },
  'with words that no entry has': { text: '月球基地' },
  'of a category': { category: '公积金' },
  'expiring within 30 days': { expiringDays: 30 },
}

/** The trainer's list (知识列表) with a hundred thousand entries, on the encrypted store. */
export async function run(): Promise<readonly BenchRow[]> {
  const { answers } = await sampleEntries()
  const directory = mkdtempSync(join(tmpdir(), 'seat-list-'))
  const store = openStore(directory, testStoreKey)
  try {
    const fillMs = fill(store, recombinedEntries(answers, entries))
    const name = `list of ${String(entries)} entries:`
    return [
      { name: `${name} an entry stored`, figure: `${fillMs.toFixed(2)} ms with the pairs of its words` },
      ...Object.entries(views).map(([view, changes]) => {
        const times: number[] = []
        let total = 0
        for (let round = 0; round < rounds; round += 1) {
          const began = performance.now()
          ;({ total } = store.knowledge.list.page({ ...everything, ...changes }, context))
          times.push(performance.now() - began)
        }
        return {
          name: `${name} ${view}`,
          figure: `${latency(times)}, ${String(total)} found`,
          peer: `p95 ≤ ${String(barMs)} ms`,
          ratio: (quantile(times, 0.95) / barMs).toFixed(2),
        }
      }),
    ]
  } finally {
    store.close()
    rmSync(directory, { recursive: true })
  }
}

/** Milliseconds an entry. */
function fill(store: Store, answers: ReturnType<typeof recombinedEntries>): number {
  const began = performance.now()
  for (let from = 0; from < answers.length; from += batch) {
    store.transaction(() => {
      for (const { id, ...content } of answers.slice(from, from + batch))
        store.knowledge.entries.put(
          { entryId: id, origin: 'pack', entry: undefined, content: { source: '', ...content } },
          '1',
        )
    })
  }
  return (performance.now() - began) / answers.length
}
