import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unwrap } from '#shared/base/result.ts'
import type { SitePack } from '#shared/domain/site-pack.ts'
import type { FieldName, TicketDraft } from '#shared/domain/ticket-fields.ts'
import { setTyped } from '#shared/domain/ticket/draft.ts'
import { loadSitePack } from '../../src-main/core/knowledge/load-site-pack.ts'
import { openStore, type Store } from '../../src-main/core/store/open-store.ts'
import type { TicketRecord } from '../../src-main/core/store/ticket-store.ts'
import { SimilarFinder } from '../../src-main/core/tickets/similar-finder.ts'
import { programRoot } from '../../src-main/hosts/paths.ts'
import { testStoreKey } from '../support/store-key.ts'
import type { BenchRow } from './bench-row.ts'
import { latency, quantile } from './quantile.ts'

const tickets = 100_000
const days = 90
const batch = 5_000
const queries = 500
const barMs = 16
const start = Date.parse('2026-08-20T00:00:00+08:00')
const by = { by: '8031', at: '2026-11-20T00:00:00.000Z' }

/** Duplicates looked for among as many tickets as a busy hall takes in a quarter, on the encrypted store. */
export async function run(): Promise<readonly BenchRow[]> {
  const pack = unwrap(await loadSitePack(join(programRoot, 'knowledge-base')))
  const directory = mkdtempSync(join(tmpdir(), 'seat-similar-'))
  const store = openStore(directory, testStoreKey)
  try {
    const finder = new SimilarFinder(store)
    const filled = performance.now()
    for (let from = 0; from < tickets; from += batch) {
      store.transaction(() => {
        for (let index = from; index < from + batch; index++) add(store, finder, pack, index)
      })
    }
    const fillMs = (performance.now() - filled) / tickets
    const found: number[] = []
    const times = Array.from({ length: queries }, (_, at) => {
      const ticket = store.tickets.get(idOf(tickets - 1 - at * 7))
      const call = ticket === undefined ? undefined : store.calls.get(ticket.callId)
      if (ticket === undefined || call === undefined) throw new Error('a ticket that was added is not there')
      const began = performance.now()
      found.push(finder.find(ticket.ticketId, call, ticket.draft).length)
      return performance.now() - began
    })
    const name = `duplicates among ${String(tickets)} tickets:`
    return [
      { name: `${name} a ticket saved`, figure: `${fillMs.toFixed(2)} ms with its call and its keys` },
      {
        name: `${name} one search`,
        figure: `${latency(times)}, ${(found.reduce((sum, count) => sum + count, 0) / queries).toFixed(1)} found`,
        peer: `p95 ≤ ${String(barMs)} ms`,
        ratio: (quantile(times, 0.95) / barMs).toFixed(2),
      },
    ]
  } finally {
    store.close()
    rmSync(directory, { recursive: true })
  }
}

const idOf = (index: number): string => `t${String(index).padStart(6, '0')}`

/** Every tenth call tells what the same caller told some days before. */
const toldBefore = (index: number): number =>
  index % 10 === 0 && index >= 5_000 ? toldBefore(index - 4_999) : index

/** The `index`-th ticket: spread over the quarter, the pack's roads, parties and categories, every fourth caller a known one. */
function add(store: Store, finder: SimilarFinder, pack: SitePack, index: number): void {
  const callId = `c${String(index)}`
  const told = toldBefore(index)
  const at = start + (index / tickets) * days * 86_400_000
  store.calls.insert({
    callId,
    startedAt: new Date(at).toISOString(),
    phase: 'ended',
    source: { kind: 'capture', channels: ['citizen'] },
    callerNumber: `138${String((told * 7_919) % 25_000).padStart(8, '0')}`,
    hostId: 'bench',
  })
  const ticket: TicketRecord = {
    ticketId: idOf(index),
    callId,
    draft: draftOf(pack, told),
    answersRead: [],
    state: 'acknowledged',
    number: `20260820-${String(index).padStart(6, '0')}`,
    trouble: undefined,
    savedAt: by.at,
  }
  store.tickets.put(ticket)
  finder.keep(ticket)
}

function draftOf(pack: SitePack, index: number): TicketDraft {
  const of = <Item>(items: readonly Item[], step: number): Item | undefined =>
    items[(index * step) % items.length]
  const category = of(pack.categories, 17)
  const road = of(pack.roads, 31)
  const subject = index % 3 === 0 ? of(pack.subjects, 13) : undefined
  const fields: Partial<Record<FieldName, unknown>> = {
    requestType: '投诉',
    urgency: category?.urgency ?? '一般',
    ...(category === undefined
      ? {}
      : { category: { code: category.code, path: [category.level1, category.level2, category.level3] } }),
    ...(subject === undefined ? {} : { subject: { id: subject.id, name: subject.name } }),
    incidentAddress: {
      district: road?.districts[0] ?? '天河区',
      road: road?.name ?? '体育西路',
      number: `${String((index % 300) + 1)}号`,
    },
    content: `${category?.keywords.join('，') ?? ''}，已经好几天了没有人来处理。`,
    demand: `处理${category?.level3 ?? ''}`,
  }
  return Object.entries(fields).reduce<TicketDraft>(
    (draft, [field, value]) => setTyped(draft, field as FieldName, value, by),
    {},
  )
}
