import { ExportDesk } from './shared/export-desk.ts'
import { ImportDesk } from './shared/import-desk.ts'
import { KnowledgeDesk } from './shared/knowledge-desk.ts'
import { QuestionDesk } from './shared/question-desk.ts'
import { SharedKnowledge, type SharedKnowledgeOptions } from './shared/shared-knowledge.ts'
import type { KnowledgeServices } from './knowledge-handlers.ts'

/** Puts the parts of the shared knowledge base together. */
export function openKnowledge(options: SharedKnowledgeOptions): KnowledgeServices {
  const shared = new SharedKnowledge(options)
  const parts = { ...options, shared }
  const desk = new KnowledgeDesk(parts)
  return {
    store: options.store,
    shared,
    desk,
    questions: new QuestionDesk(parts),
    imports: new ImportDesk({ ...parts, newEntryId: () => desk.newId() }),
    exports: new ExportDesk({ ...parts, desk }),
  }
}
