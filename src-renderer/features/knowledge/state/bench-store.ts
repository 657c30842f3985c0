import { createStore, type StoreApi } from 'zustand/vanilla'
import type { EntryFilter } from '#shared/contract/knowledge-contract.ts'
import type {
  EntryCheck,
  EntryList,
  EntryRow,
  EntryView,
  KnowledgeStatus,
} from '#shared/contract/knowledge-views.ts'
import { changedContent, type EntryContent } from '#shared/domain/knowledge/entry.ts'
import type { Merge } from '#shared/domain/knowledge/merge.ts'

export const benchViews = ['entries', 'map', 'coverage', 'trial', 'exchange'] as const
export type BenchView = (typeof benchViews)[number]

export const listOrders = ['changed', 'title', 'expires', 'read', 'marked'] as const
export type ListOrder = (typeof listOrders)[number]

export interface ListState {
  readonly filter: EntryFilter
  readonly order: ListOrder
  /** Null until the list was read for the first time. */
  readonly total: number | null
  readonly states: EntryList['states'] | null
  /** By their place in the list; those that were not on screen yet are missing. */
  readonly rows: ReadonlyMap<number, EntryRow>
  /** Place of the row that the keys move. */
  readonly cursor: number
  readonly selected: ReadonlySet<string>
}

/** Words being edited, and what they were edited from. */
export interface Edits {
  readonly base: EntryContent
  readonly baseRevision: number
  readonly content: EntryContent
}

export interface OpenEntry extends Edits {
  readonly view: EntryView
  /** Null until the words were looked at. */
  readonly check: EntryCheck | null
  readonly proposals: readonly { readonly text: string; readonly asked: number }[]
  readonly busy: boolean
  /** Somebody changed it at the centre while it is edited here: saving merges. */
  readonly newer: boolean
  /** The step that waits for its reason. */
  readonly asked: 'return' | 'retire' | null
  /** What a person has to choose before it can be saved. */
  readonly merge: Merge | null
}

export interface CategoryCount {
  readonly category: string
  readonly entries: number
}

/** What tree and map show together. */
export interface TreeState {
  readonly expanded: ReadonlySet<string>
  /** Path of the category that the keys act on; empty for all of them. */
  readonly current: string
  /** Cut, to be put under another one. */
  readonly cut: string | null
  /** A category that is being named: renamed, or made under `path`. */
  readonly naming: { readonly kind: 'rename' | 'child'; readonly path: string } | null
  /** A change that waits for a yes. */
  readonly pending: { readonly moves: readonly CategoryMove[]; readonly entries: number } | null
}

/** Entries that get another category. */
export interface CategoryMove {
  readonly entryIds: readonly string[]
  readonly category: string
}

export interface BenchState {
  readonly view: BenchView
  readonly status: KnowledgeStatus | null
  readonly list: ListState
  readonly categories: readonly CategoryCount[]
  readonly tree: TreeState
  /** Made here and still without an entry. */
  readonly emptyCategories: readonly string[]
  /** Entries that the person here may approve. */
  readonly toApprove: number
  readonly open: OpenEntry | null
  /** Unsaved words of entries that are not on screen, by id. */
  readonly unsaved: Readonly<Record<string, Edits & { readonly view: EntryView }>>
  /** Why something could not be read. */
  readonly failure: string | null
}

export type BenchStore = StoreApi<BenchState>

export const noFilter: EntryFilter = {
  text: '',
  states: [],
  category: '',
  marked: false,
  draftHere: false,
  mayApprove: false,
}

export const emptyContent: EntryContent = { title: '', similar: [], category: '', keywords: [], answer: '' }

export function createBenchStore(): BenchStore {
  return createStore<BenchState>(() => ({
    view: 'entries',
    status: null,
    list: {
      filter: noFilter,
      order: 'changed',
      total: null,
      states: null,
      rows: new Map(),
      cursor: 0,
      selected: new Set(),
    },
    categories: [],
    tree: { expanded: new Set(), current: '', cut: null, naming: null, pending: null },
    emptyCategories: [],
    toApprove: 0,
    open: null,
    unsaved: {},
    failure: null,
  }))
}

export function isDirty({ base, content }: Edits): boolean {
  return changedContent(base, content).length > 0
}

/** An entry as it came, with nothing edited yet; edits that wait on this machine count as its words. */
export function openedEntry(view: EntryView): OpenEntry {
  const content = view.draft?.content ?? view.content
  return {
    view,
    base: content,
    baseRevision: view.draft?.baseRevision ?? view.revision,
    content,
    check: null,
    proposals: [],
    busy: false,
    newer: false,
    asked: null,
    merge: null,
  }
}

/** The words as they can be sent: blank lines of lists dropped, empty dates and source left out. */
export function cleanContent(content: EntryContent): EntryContent {
  const { title, similar, category, keywords, answer } = content
  const items = (list: readonly string[]): string[] => [
    ...new Set(list.map((item) => item.trim()).filter((item) => item !== '')),
  ]
  const optional = Object.entries({
    effective: content.effective,
    expires: content.expires,
    source: content.source?.trim(),
  }).filter(([, value]) => value !== undefined && value !== '')
  return {
    title: title.trim(),
    similar: items(similar),
    category: category.trim(),
    keywords: items(keywords),
    answer,
    ...Object.fromEntries(optional),
  }
}
