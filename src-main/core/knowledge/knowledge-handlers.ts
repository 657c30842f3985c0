import type { Handlers } from '#shared/contract/dispatcher.ts'
import type { knowledgeProcedures } from '#shared/contract/knowledge-contract.ts'
import type { Store } from '../store/open-store.ts'
import { actOnMany } from './shared/bulk-steps.ts'
import type { ExportDesk } from './shared/export-desk.ts'
import type { ImportDesk } from './shared/import-desk.ts'
import type { KnowledgeDesk } from './shared/knowledge-desk.ts'
import type { QuestionDesk } from './shared/question-desk.ts'
import type { SharedKnowledge } from './shared/shared-knowledge.ts'

/** The knowledge base behind its procedures. */
export interface KnowledgeServices {
  readonly store: Store
  readonly shared: SharedKnowledge
  readonly desk: KnowledgeDesk
  readonly questions: QuestionDesk
  readonly imports: ImportDesk
  readonly exports: ExportDesk
}

export function knowledgeHandlers(
  knowledge: KnowledgeServices,
): Pick<Handlers, keyof typeof knowledgeProcedures> {
  return {
    'knowledge.status': () => knowledge.shared.status,
    'knowledge.list': (filter, caller) => knowledge.desk.list(filter, caller),
    'knowledge.ids': (filter, caller) => ({ entryIds: knowledge.desk.ids(filter, caller) }),
    'knowledge.categories': () => knowledge.desk.categories(),
    'knowledge.get': ({ entryId }, caller) => knowledge.desk.get(entryId, caller),
    'knowledge.history': ({ entryId }) => knowledge.desk.history(entryId),
    'knowledge.newId': () => ({ entryId: knowledge.desk.newId() }),
    'knowledge.save': ({ entryId, baseRevision, content }, caller) =>
      knowledge.desk.save(entryId, baseRevision, content, caller),
    'knowledge.dropDraft': ({ entryId }) => ({ dropped: knowledge.desk.dropDraft(entryId) }),
    'knowledge.submit': (seen, caller) => knowledge.desk.step({ ...seen, step: 'submit' }, caller),
    'knowledge.approve': (seen, caller) => knowledge.desk.step({ ...seen, step: 'approve' }, caller),
    'knowledge.return': (seen, caller) => knowledge.desk.step({ ...seen, step: 'return' }, caller),
    'knowledge.retire': (seen, caller) => knowledge.desk.step({ ...seen, step: 'retire' }, caller),
    'knowledge.restore': ({ entryId, revision, from }, caller) =>
      knowledge.desk.restore(entryId, revision, from, caller),
    'knowledge.bulk': ({ entryIds, action }) => actOnMany(knowledge, entryIds, action),

    'knowledge.check': ({ entryId, content }) => knowledge.questions.check(entryId, content),
    'knowledge.try': ({ text, turns, top }) => knowledge.questions.rank(text, turns, top),
    'knowledge.proposePhrasings': ({ content }) => knowledge.questions.proposePhrasings(content),
    'knowledge.coverage': ({ days, limit }) => knowledge.questions.coverage(days, limit),
    'knowledge.dismissQuestions': async ({ texts }) => {
      await knowledge.questions.dismiss(texts)
      return {}
    },

    'knowledge.importBegin': ({ format, files }) => ({ uploadId: knowledge.imports.begin(format, files) }),
    'knowledge.importAppend': ({ uploadId, file, base64 }) => {
      knowledge.imports.append(uploadId, file, base64)
      return {}
    },
    'knowledge.importPlan': ({ uploadId }) => knowledge.imports.plan(uploadId),
    'knowledge.importRows': ({ planId, outcome, offset, limit }) =>
      knowledge.imports.rows(planId, outcome, offset, limit),
    'knowledge.importApply': ({ planId }) => knowledge.imports.apply(planId),
    'knowledge.importPack': () => knowledge.imports.planPack(),
    'knowledge.export': ({ format, filter, published }, caller) =>
      knowledge.exports.make(format, filter, published, caller),
    'knowledge.exportPiece': ({ exportId, from }) => knowledge.exports.piece(exportId, from),

    'knowledge.answer': ({ answerId }) => knowledge.desk.answer(answerId),
    'knowledge.mark': ({ answerId, kind, note }) => {
      knowledge.desk.mark(answerId, kind, note)
      return {}
    },
    'knowledge.trustCentre': () => knowledge.shared.trustCentre(),
  }
}
