import { FailureError, unwrap } from '#shared/base/result.ts'
import type { EventData, ProcedureInput, ProcedureName, ProcedureOutput } from '#shared/contract/contract.ts'
import type { EntryFilter } from '#shared/contract/knowledge-contract.ts'
import type { EntryRow, EntryView } from '#shared/contract/knowledge-views.ts'
import { checkEntry } from '#shared/domain/knowledge/check-entry.ts'
import type { Actor, Deed, Entry, EntryContent } from '#shared/domain/knowledge/entry.ts'
import { measure } from '#shared/domain/knowledge/meters.ts'
import { mergeContents } from '#shared/domain/knowledge/merge.ts'
import { saveRevision, takeStep, type Step } from '#shared/domain/knowledge/workflow.ts'

type KnowledgeName = Extract<ProcedureName, `knowledge.${string}`>
type Handlers = {
  readonly [Name in KnowledgeName]: (input: ProcedureInput<Name>) => ProcedureOutput<Name>
}

/** A centre in memory with the product's own workflow and merge; what it says of files is made up. */
export interface FakeKnowledge {
  readonly handlers: Handlers
  /** Who sits here from now on. */
  signIn(actor: Actor): void
  /** Another trainer saves, as if at another machine. */
  saveElsewhere(entryId: string, change: Partial<EntryContent>): void
  setOnline(online: boolean): void
  fill(count: number): void
}

export const trainer: Actor = { staffNumber: '8031', staffName: '李明' }
export const otherTrainer: Actor = { staffNumber: '8042', staffName: '陈静' }

const now = '2026-11-21T10:05:00+08:00'
const categories = { card: '社会保险/社保卡', water: '公用事业/供水', noise: '噪声污染', shop: '消费维权' }

const samples: readonly (readonly [
  id: string,
  title: string,
  category: string,
  answer: string,
  expires?: string,
])[] = [
  [
    'card-renew',
    '社保卡丢了怎么补办',
    categories.card,
    '请先挂失。带上身份证到任一服务网点申请，**5 个工作日**内领取。',
    '2027-12-31',
  ],
  [
    'card-agent',
    '社保卡可以代办吗',
    categories.card,
    '可以。代办人带双方身份证：\n\n- 社保网点\n- 合作银行',
    '2026-12-05',
  ],
  [
    'water-cut',
    '家里停水了怎么办',
    categories.water,
    '我先帮您查停水公告。没有公告的，马上转供水单位抢修。',
    '2027-06-30',
  ],
  [
    'water-bill',
    '水费突然变高怎么查',
    categories.water,
    '请说一下户号，我登记后由供水单位上门核表。',
    '2026-11-01',
  ],
  [
    'noise-night',
    '夜间施工噪音怎么投诉',
    categories.noise,
    '夜间指 22 点到次日 6 点。请说地点和时间，我登记后派城管现场核查。',
    '2027-12-31',
  ],
  [
    'shop-card',
    '商家停业后预付卡余额如何退',
    categories.shop,
    '请保留付款凭证。我登记后由市场监管部门组织调解。',
    '2027-12-31',
  ],
]

const contentOf = (title: string, category: string, answer: string, expires?: string): EntryContent => ({
  title,
  similar: [`${title}呢`, `请问${title}`],
  category,
  keywords: [title.slice(0, 3)],
  answer,
  effective: '2026-01-01',
  source: '样例依据',
  ...(expires === undefined ? {} : { expires }),
})

export function createFakeKnowledge(
  emit: (name: 'knowledge.changed', data: EventData<'knowledge.changed'>) => void,
): FakeKnowledge {
  const entries = new Map<string, Entry>()
  const revisions = new Map<string, Entry[]>()
  const drafts = new Map<string, NonNullable<EntryView['draft']>>()
  const marks = new Map<string, EntryView['marks']>()
  let actor = trainer
  let online = true
  let ids = 0

  const deed = (by: Actor = actor): Deed => ({ at: now, by })
  function put(entry: Entry): Entry {
    entries.set(entry.id, entry)
    revisions.set(entry.id, [entry, ...(revisions.get(entry.id) ?? [])])
    return entry
  }
  function publish(id: string, content: EntryContent, by: Actor): void {
    const { revision, ...rest } = saveRevision(undefined, id, content, deed(by))
    const published = { ...deed(otherTrainer), revision }
    put({ ...rest, revision, state: 'published', authors: [], published })
  }
  for (const [id, ...parts] of samples) publish(id, contentOf(...parts), otherTrainer)

  function known(entryId: string): Entry {
    const entry = entries.get(entryId)
    if (entry === undefined) throw new FailureError('not-found', '找不到这条知识')
    return entry
  }
  function view(entryId: string): EntryView {
    const entry = entries.get(entryId)
    const draft = drafts.get(entryId)
    const base = { entryId, marks: marks.get(entryId) ?? [], read: entryId === 'card-renew' ? 12 : 0 }
    if (entry === undefined) {
      if (draft === undefined) throw new FailureError('not-found', '找不到这条知识')
      return {
        ...base,
        origin: 'here',
        state: 'draft',
        revision: 0,
        content: draft.content,
        draft,
        mayApprove: false,
      }
    }
    const { published, authors, ...rest } = entry
    return {
      ...base,
      ...rest,
      origin: 'centre',
      mayApprove: entry.state === 'review' && !authors.includes(actor.staffNumber),
      ...(draft === undefined ? {} : { draft }),
      ...(published === undefined
        ? {}
        : {
            published: {
              at: published.at,
              by: published.by,
              version: String(published.revision),
              content: revisionOf(entryId, published.revision),
            },
          }),
    }
  }
  function revisionOf(entryId: string, revision: number): EntryContent {
    return revisions.get(entryId)!.find((entry) => entry.revision === revision)!.content
  }
  function row(entry: Entry): EntryRow {
    const { id, content, state, revision, changed, published } = entry
    const said = marks.get(id) ?? []
    return {
      ...{ entryId: id, origin: 'centre', title: content.title, category: content.category, state, revision },
      ...(published === undefined ? {} : { version: String(published.revision) }),
      ...(content.effective === undefined ? {} : { effective: content.effective }),
      ...(content.expires === undefined ? {} : { expires: content.expires }),
      ...{ changedAt: changed.at, changedBy: changed.by.staffName, characters: content.answer.length },
      ...{ returned: entry.returned !== undefined, draftHere: drafts.has(id), read: view(id).read },
      wrong: said.filter(({ kind }) => kind === 'wrong').length,
      expired: said.filter(({ kind }) => kind === 'expired').length,
    }
  }
  function matching(filter: EntryFilter): readonly Entry[] {
    return [...entries.values()].filter(
      (entry) =>
        (filter.text === '' || entry.content.title.includes(filter.text)) &&
        (filter.states.length === 0 || filter.states.includes(entry.state)) &&
        (entry.content.category + '/').startsWith(filter.category === '' ? '' : `${filter.category}/`) &&
        (filter.expiringDays === undefined || (entry.content.expires ?? '9999') < '2026-12-21') &&
        (!filter.marked || marks.has(entry.id)) &&
        (!filter.draftHere || drafts.has(entry.id)) &&
        (!filter.mayApprove || view(entry.id).mayApprove),
    )
  }
  function changed(entryId: string): EntryView {
    emit('knowledge.changed', { entryIds: [entryId] })
    return view(entryId)
  }
  function step(entryId: string, part: Step): EntryView {
    if (!online) throw new FailureError('centre-away', '中心连不上')
    const entry = unwrap(takeStep(known(entryId), part, deed()))
    entries.set(entryId, entry)
    return changed(entryId)
  }
  function save({
    entryId,
    baseRevision,
    content,
  }: ProcedureInput<'knowledge.save'>): ProcedureOutput<'knowledge.save'> {
    const parsed = content as EntryContent
    if (!online) {
      drafts.set(entryId, { baseRevision, content: parsed, savedAt: now })
      return { outcome: 'kept-here', entry: view(entryId) }
    }
    const entry = entries.get(entryId)
    drafts.delete(entryId)
    if (entry === undefined || entry.revision === baseRevision) {
      put(saveRevision(entry, entryId, parsed, deed()))
      return { outcome: 'saved', entry: changed(entryId) }
    }
    const base = revisionOf(entryId, baseRevision)
    const sides = { base, mine: parsed, theirs: entry.content }
    const { merged, conflicts } = mergeContents(sides)
    const merge = {
      ...sides,
      merged,
      conflicts,
      theirRevision: entry.revision,
      theirAuthor: entry.changed.by.staffName,
    }
    if (conflicts.length > 0) return { outcome: 'conflict', entry: view(entryId), merge }
    put(saveRevision(entry, entryId, merged, deed()))
    return { outcome: 'merged', entry: changed(entryId), merge }
  }
  const planRows = [
    {
      file: '导入.xlsx',
      line: 2,
      outcome: 'new',
      entryId: 'gas-leak',
      title: '闻到燃气味怎么办',
      changes: [],
      reasons: [],
    },
    {
      file: '导入.xlsx',
      line: 3,
      outcome: 'changed',
      entryId: 'water-cut',
      title: '家里停水了怎么办',
      changes: ['答复'],
      reasons: [],
    },
    {
      file: '导入.xlsx',
      line: 4,
      outcome: 'bad',
      entryId: '',
      title: '',
      changes: [],
      reasons: ['没有标题', '失效日期写成了“明年”，应为 2027-12-31 这样的日期'],
    },
  ] satisfies ProcedureOutput<'knowledge.importRows'>['rows']
  const plan = { planId: 'p1', counts: { new: 1, changed: 1, same: 0, bad: 1 } }
  const status = (): ProcedureOutput<'knowledge.status'> => ({
    ...{
      centre: online ? 'online' : 'offline',
      sequence: 42,
      answers: entries.size,
      draftsHere: drafts.size,
      key: 'a1b2 c3d4',
    },
  })

  const handlers: Handlers = {
    'knowledge.status': status,
    'knowledge.list': (input) => {
      const filter = input as EntryFilter & { offset: number; limit: number }
      const found = matching(filter)
      const count = (state: Entry['state']): number =>
        [...entries.values()].filter((entry) => entry.state === state).length
      return {
        rows: found.slice(filter.offset, filter.offset + filter.limit).map(row),
        total: found.length,
        states: {
          draft: count('draft'),
          review: count('review'),
          published: count('published'),
          retired: count('retired'),
        },
      }
    },
    'knowledge.ids': (input) => ({ entryIds: matching(input as EntryFilter).map(({ id }) => id) }),
    'knowledge.categories': () => {
      const groups = Map.groupBy(entries.values(), ({ content }) => content.category)
      return [...groups].map(([category, some]) => ({ category, entries: some.length }))
    },
    'knowledge.get': ({ entryId }) => view(entryId),
    'knowledge.history': ({ entryId }) =>
      (revisions.get(entryId) ?? []).map(({ revision, content, changed: saved }) => ({
        ...{ revision, content, saved, steps: [{ ...saved, step: 'saved' as const }] },
      })),
    'knowledge.newId': () => ({ entryId: `new-${String(++ids)}` }),
    'knowledge.save': save,
    'knowledge.dropDraft': ({ entryId }) => ({ dropped: drafts.delete(entryId) }),
    'knowledge.submit': ({ entryId, revision }) => step(entryId, { step: 'submit', revision }),
    'knowledge.approve': ({ entryId, revision }) => step(entryId, { step: 'approve', revision }),
    'knowledge.return': ({ entryId, revision, reason }) =>
      step(entryId, { step: 'return', revision, reason }),
    'knowledge.retire': ({ entryId, revision, reason }) =>
      step(entryId, { step: 'retire', revision, reason }),
    'knowledge.restore': ({ entryId, from }) => {
      put(saveRevision(known(entryId), entryId, revisionOf(entryId, from), deed()))
      return changed(entryId)
    },
    'knowledge.bulk': ({ entryIds, action }) => {
      const done: string[] = []
      const failed: { entryId: string; message: string }[] = []
      for (const entryId of entryIds) {
        try {
          const { content, revision } = known(entryId)
          if (action.kind === 'category')
            put(saveRevision(known(entryId), entryId, { ...content, category: action.category }, deed()))
          else if (action.kind === 'expires')
            put(saveRevision(known(entryId), entryId, { ...content, expires: action.expires }, deed()))
          else if (action.kind === 'retire')
            entries.set(
              entryId,
              unwrap(takeStep(known(entryId), { step: 'retire', revision, reason: action.reason }, deed())),
            )
          else entries.set(entryId, unwrap(takeStep(known(entryId), { step: action.kind, revision }, deed())))
          done.push(entryId)
        } catch (error) {
          if (!(error instanceof FailureError)) throw error
          failed.push({ entryId, message: error.message })
        }
      }
      emit('knowledge.changed', { entryIds: [] })
      return { done, failed }
    },
    'knowledge.check': ({ content }) => {
      const words = content as EntryContent
      const findings = checkEntry(words, { today: '2026-11-21', neighbours: [] })
      return { meters: measure(words.answer), findings: [...findings] }
    },
    'knowledge.try': ({ text = '', turns = [] }) =>
      [...entries.values()]
        .filter(({ content }) => content.title.includes((turns.at(-1)?.text ?? text).slice(0, 2)))
        .slice(0, 5)
        .map(({ id, content, revision }, index) => ({
          ...{ entryId: id, title: content.title, version: String(revision), answer: content.answer },
          ...{ score: 0.9 - index * 0.2, matched: [content.title.slice(0, 2)] },
          why: [{ field: 'title' as const, text: content.title, words: [content.title.slice(0, 2)] }],
        })),
    'knowledge.proposePhrasings': ({ content }) =>
      content.title.includes('社保卡') ? [{ text: '社保卡不见了咋弄', asked: 7 }] : [],
    'knowledge.coverage': () => [
      {
        ...{ question: '老旧小区加装电梯要多少户同意', asked: 18, lastAt: now },
        phrasings: [
          { text: '老旧小区加装电梯要多少户同意', asked: 11 },
          { text: '装电梯一楼不同意怎么办', asked: 7 },
        ],
        nearest: { entryId: 'noise-night', title: '夜间施工噪音怎么投诉' },
      },
      {
        ...{ question: '共享单车押金退不回来', asked: 6, lastAt: now },
        phrasings: [{ text: '共享单车押金退不回来', asked: 6 }],
      },
    ],
    'knowledge.dismissQuestions': () => ({}),
    'knowledge.importBegin': () => ({ uploadId: 'u9' }),
    'knowledge.importAppend': () => ({}),
    'knowledge.importPlan': () => plan,
    'knowledge.importRows': ({ outcome }) => {
      const rows = planRows.filter((each) => outcome === undefined || each.outcome === outcome)
      return { rows, total: rows.length }
    },
    'knowledge.importApply': () => ({ saved: 2, failed: [] }),
    'knowledge.importPack': () => plan,
    'knowledge.export': () => ({
      ...{ exportId: 'x1', name: '知识库.csv', mediaType: 'text/csv' },
      bytes: 6,
      entries: entries.size,
    }),
    'knowledge.exportPiece': ({ from }) => ({
      base64: from === 0 ? btoa('abc') : btoa('def'),
      done: from > 0,
    }),
    'knowledge.answer': ({ answerId }) => {
      const entry = entries.get(answerId) ?? known('shop-card')
      return {
        ...{ answerId, version: String(entry.published?.revision ?? 1), content: entry.content },
        publishedAt: now,
      }
    },
    'knowledge.mark': ({ answerId, kind, note = '' }) => {
      const mark = { kind, note, at: now, staffNumber: actor.staffNumber }
      marks.set(answerId, [...(marks.get(answerId) ?? []), mark])
      return {}
    },
    'knowledge.trustCentre': status,
  }

  return {
    handlers,
    signIn: (next) => void (actor = next),
    saveElsewhere(entryId, change) {
      const entry = known(entryId)
      put(saveRevision(entry, entryId, { ...entry.content, ...change }, deed(otherTrainer)))
      changed(entryId)
    },
    setOnline: (next) => void (online = next),
    fill(count) {
      for (let index = 0; index < count; index++) {
        publish(
          `entry-${String(index)}`,
          contentOf(`第 ${String(index)} 条口径怎么答`, '批量', '照实说明。'),
          otherTrainer,
        )
      }
      emit('knowledge.changed', { entryIds: [] })
    },
  }
}
