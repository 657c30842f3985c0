import type { EntryView, SaveOutcome } from '#shared/contract/knowledge-views.ts'
import { changedContent, type EntryContent } from '#shared/domain/knowledge/entry.ts'
import { resolveMerge, type MergeChoice } from '#shared/domain/knowledge/merge.ts'
import { knowledgeText } from '../../../text/knowledge.ts'
import { emptyContent, cleanContent, isDirty, openedEntry, type OpenEntry } from './bench-store.ts'
import type { ListServices } from './list-actions.ts'

const checkAfterMs = 350

export interface EntryActions {
  readonly open: (entryId: string) => Promise<void>
  /** A new entry, with the words that led to it where there are any. */
  readonly begin: (content?: Partial<EntryContent>) => Promise<void>
  readonly close: () => void
  readonly edit: (change: Partial<EntryContent>) => void
  /** True once the words are stored, here or at the centre. */
  readonly save: () => Promise<boolean>
  readonly settleMerge: (choices: readonly MergeChoice[]) => Promise<void>
  readonly leaveMerge: () => void
  readonly submit: () => Promise<void>
  readonly approve: () => Promise<void>
  readonly sendBack: (reason: string) => Promise<void>
  readonly retire: (reason: string) => Promise<void>
  readonly restore: (from: number) => Promise<void>
  readonly dropDraft: () => Promise<void>
  /** Entries changed elsewhere; an empty list means too many to name. */
  readonly changedElsewhere: (entryIds: readonly string[]) => Promise<void>
}

export function createEntryActions({ connection, store, fail, notify }: ListServices): EntryActions {
  let timer: ReturnType<typeof setTimeout> | undefined

  const now = (): OpenEntry | null => store.getState().open
  /** Changes the open entry, unless another one is open by now. */
  function change(entryId: string, part: Partial<OpenEntry>): void {
    store.setState(({ open }) => (open?.view.entryId === entryId ? { open: { ...open, ...part } } : {}))
  }

  /** Keeps unsaved words of what was open, and shows another entry, or none. */
  function show(next: OpenEntry | null): void {
    clearTimeout(timer)
    store.setState(({ open, unsaved }) => {
      const kept = { ...unsaved }
      if (open !== null) {
        const { view, base, baseRevision, content } = open
        Reflect.deleteProperty(kept, view.entryId)
        if (isDirty(open)) kept[view.entryId] = { view, base, baseRevision, content }
      }
      const again = next === null ? undefined : kept[next.view.entryId]
      if (next === null || again === undefined) return { open: next, unsaved: kept }
      Reflect.deleteProperty(kept, next.view.entryId)
      const newer = next.view.revision > again.baseRevision
      return { open: { ...next, ...again, view: next.view, newer }, unsaved: kept }
    })
    look(0)
  }

  /** Takes what the core says of the entry in place of what was edited. */
  function take(view: EntryView): void {
    const before = now()
    if (before?.view.entryId !== view.entryId) return
    store.setState({ open: { ...openedEntry(view), check: before.check, proposals: before.proposals } })
    look(0)
  }

  /** Meters, warnings and phrasings for the words as they are after a pause. */
  function look(afterMs: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void lookNow(), afterMs)
  }

  async function lookNow(): Promise<void> {
    const open = now()
    if (open === null) return
    const { entryId } = open.view
    const content = cleanContent(open.content)
    const [check, proposals] = await Promise.allSettled([
      connection.call('knowledge.check', { entryId, content }),
      connection.call('knowledge.proposePhrasings', { content }),
    ])
    if (now()?.content !== open.content) return
    // Both only advise: without the centre there is no advice, and nothing to say about it.
    change(entryId, {
      ...(check.status === 'fulfilled' ? { check: check.value } : {}),
      ...(proposals.status === 'fulfilled' ? { proposals: proposals.value } : {}),
    })
  }

  async function save(): Promise<boolean> {
    const open = now()
    if (open === null || open.busy) return false
    if (!isDirty(open)) return true
    const content = cleanContent(open.content)
    if (content.title === '') {
      notify(knowledgeText.editor.titleMissing)
      return false
    }
    const { entryId } = open.view
    change(entryId, { busy: true })
    try {
      const { baseRevision } = open
      return settle(open, await connection.call('knowledge.save', { entryId, baseRevision, content }))
    } catch (error) {
      fail(error)
      return false
    } finally {
      change(entryId, { busy: false })
    }
  }

  function settle(sent: OpenEntry, outcome: SaveOutcome): boolean {
    const { entryId } = sent.view
    if (outcome.outcome === 'conflict') {
      change(entryId, { view: outcome.entry, merge: outcome.merge })
      return false
    }
    const typedSince = now()?.content
    take(outcome.entry)
    // What was typed while it was on its way goes on from what was stored.
    if (typedSince !== undefined && changedContent(sent.content, typedSince).length > 0) {
      change(entryId, { content: typedSince })
    }
    if (outcome.outcome === 'merged') notify(knowledgeText.editor.merged(outcome.merge.theirAuthor))
    if (outcome.outcome === 'kept-here') notify(knowledgeText.editor.keptHere)
    return true
  }

  /** A step of the open entry, with its words saved before; what it became is shown. */
  async function step(
    take_: (seen: { entryId: string; revision: number }) => Promise<EntryView>,
  ): Promise<void> {
    if (!(await save())) return
    const open = now()
    if (open === null) return
    const { entryId, revision, draft } = open.view
    if (draft !== undefined) {
      notify(knowledgeText.editor.keptHere)
      return
    }
    change(entryId, { busy: true })
    try {
      take(await take_({ entryId, revision }))
    } catch (error) {
      fail(error)
    } finally {
      change(entryId, { busy: false })
    }
  }

  async function reload(entryId: string): Promise<void> {
    try {
      const view = await connection.call('knowledge.get', { entryId })
      const open = now()
      if (open?.view.entryId !== entryId) return
      if (isDirty(open)) change(entryId, { view, newer: view.revision > open.baseRevision })
      else take(view)
    } catch (error) {
      fail(error)
    }
  }

  return {
    async open(entryId) {
      if (now()?.view.entryId === entryId) return
      try {
        show(openedEntry(await connection.call('knowledge.get', { entryId })))
      } catch (error) {
        fail(error)
      }
    },
    async begin(words = {}) {
      try {
        const { entryId } = await connection.call('knowledge.newId', {})
        const view: EntryView = {
          ...{ entryId, origin: 'here', state: 'draft', revision: 0, content: emptyContent },
          ...{ mayApprove: false, marks: [], read: 0 },
        }
        show({ ...openedEntry(view), content: { ...emptyContent, ...words } })
      } catch (error) {
        fail(error)
      }
    },
    close: () => show(null),
    edit(part) {
      const open = now()
      if (open === null) return
      change(open.view.entryId, { content: { ...open.content, ...part } })
      look(checkAfterMs)
    },
    save,
    async settleMerge(choices) {
      const open = now()
      const merge = open?.merge ?? null
      if (open === null || merge === null) return
      const { view } = open
      change(view.entryId, {
        merge: null,
        base: merge.theirs,
        baseRevision: merge.theirRevision,
        content: resolveMerge(merge, choices),
      })
      await save()
    },
    leaveMerge() {
      const open = now()
      if (open !== null) change(open.view.entryId, { merge: null })
    },
    async submit() {
      // What was said of the words last may be of older ones: they are looked at as they are now.
      await lookNow()
      const errors = now()?.check?.findings.filter(({ severity }) => severity === 'error') ?? []
      const [first] = errors
      if (first !== undefined) notify(first.message)
      else await step((seen) => connection.call('knowledge.submit', seen))
    },
    approve: () => step((seen) => connection.call('knowledge.approve', seen)),
    sendBack: (reason) => step((seen) => connection.call('knowledge.return', { ...seen, reason })),
    retire: (reason) => step((seen) => connection.call('knowledge.retire', { ...seen, reason })),
    restore: (from) => step((seen) => connection.call('knowledge.restore', { ...seen, from })),
    async dropDraft() {
      const open = now()
      if (open === null) return
      const { entryId } = open.view
      try {
        await connection.call('knowledge.dropDraft', { entryId })
        take(await connection.call('knowledge.get', { entryId }))
      } catch (error) {
        fail(error)
      }
    },
    async changedElsewhere(entryIds) {
      const open = now()
      if (open === null || open.busy) return
      const { entryId, origin, draft } = open.view
      // Of what was never saved nobody else knows.
      if (origin === 'here' && draft === undefined) return
      if (entryIds.length === 0 || entryIds.includes(entryId)) await reload(entryId)
    },
  }
}
