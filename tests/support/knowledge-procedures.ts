import type { CentreAddress } from '#shared/contract/process-messages.ts'
import type { ProcedureInput, ProcedureName } from '#shared/contract/contract.ts'
import { KnowledgeClient } from '../../src-main/core/knowledge/shared/knowledge-client.ts'
import { tokens } from './central.ts'
import type { CoreHarness } from './core-harness.ts'

type KnowledgeName = Extract<ProcedureName, `knowledge.${string}`>
type Inputs = { readonly [Name in KnowledgeName]: () => Promise<ProcedureInput<Name>> }

const content = { title: '鸽子棚怎么办证', answer: '请到社区登记。' }

/** A good input for every procedure of the knowledge base, for a core at the test centre. */
export function knowledgeInputs(seat: () => CoreHarness, centre: () => CentreAddress): Inputs {
  const colleague = (): KnowledgeClient => new KnowledgeClient({ ...centre(), token: tokens.trainer })

  async function save(seat: CoreHarness): Promise<{ entryId: string; revision: number }> {
    const { entryId } = await seat.call('knowledge.newId', {})
    await seat.call('knowledge.save', { entryId, baseRevision: 0, content })
    return { entryId, revision: 1 }
  }

  /** An entry in review that somebody else wrote. */
  async function theirs(seat: CoreHarness): Promise<{ entryId: string; revision: number }> {
    const { entryId } = await seat.call('knowledge.newId', {})
    const words = { ...content, similar: [], keywords: [], category: '' }
    await colleague().save([{ entryId, baseRevision: 0, content: words, how: 'saved' }])
    await colleague().step([{ entryId, step: 'submit', revision: 1 }])
    // What this seat does next at the centre brings the entry here, too.
    await save(seat).then((seen) => seat.call('knowledge.submit', seen))
    return { entryId, revision: 1 }
  }

  async function plan(seat: CoreHarness): Promise<{ planId: string }> {
    const { planId } = await seat.call('knowledge.importPlan', { uploadId: await upload(seat) })
    return { planId }
  }

  async function upload(seat: CoreHarness): Promise<string> {
    const bytes = Buffer.from('标题,答复\n无人机要登记吗,要。\n')
    const files = [{ name: 'a.csv', bytes: bytes.length }]
    const { uploadId } = await seat.call('knowledge.importBegin', { format: 'csv', files })
    await seat.call('knowledge.importAppend', { uploadId, file: 0, base64: bytes.toString('base64') })
    return uploadId
  }

  async function answerId(seat: CoreHarness): Promise<string> {
    const [hit] = await seat.call('answers.search', { text: '社保卡办理需要什么材料' })
    return hit!.id
  }

  return {
    'knowledge.status': () => Promise.resolve({}),
    'knowledge.list': () => Promise.resolve({ text: '社保' }),
    'knowledge.ids': () => Promise.resolve({ states: ['published'] }),
    'knowledge.categories': () => Promise.resolve({}),
    'knowledge.get': () => save(seat()),
    'knowledge.history': () => save(seat()),
    'knowledge.newId': () => Promise.resolve({}),
    'knowledge.save': () => Promise.resolve({ entryId: 'written', baseRevision: 0, content }),
    'knowledge.dropDraft': () => Promise.resolve({ entryId: 'nothing' }),
    'knowledge.submit': () => save(seat()),
    'knowledge.approve': () => theirs(seat()),
    'knowledge.return': async () => ({ ...(await theirs(seat())), reason: '请写明依据' }),
    'knowledge.retire': async () => ({ ...(await save(seat())), reason: '政策取消' }),
    'knowledge.restore': async () => ({ ...(await save(seat())), from: 1 }),
    'knowledge.bulk': async () => ({
      entryIds: [(await save(seat())).entryId],
      action: { kind: 'expires', expires: '2028-01-01' },
    }),
    'knowledge.check': () => Promise.resolve({ entryId: 'written', content }),
    'knowledge.try': () => Promise.resolve({ text: '社保卡办理需要什么材料' }),
    'knowledge.proposePhrasings': () => Promise.resolve({ content }),
    'knowledge.coverage': () => Promise.resolve({ days: 7 }),
    'knowledge.dismissQuestions': () => Promise.resolve({ texts: ['鸽子棚怎么办证'] }),
    'knowledge.importBegin': () => Promise.resolve({ format: 'csv', files: [{ name: 'a.csv', bytes: 3 }] }),
    'knowledge.importAppend': async () => {
      const files = [{ name: 'a.csv', bytes: 3 }]
      const { uploadId } = await seat().call('knowledge.importBegin', { format: 'csv', files })
      return { uploadId, file: 0, base64: 'AAAA' }
    },
    'knowledge.importPlan': async () => ({ uploadId: await upload(seat()) }),
    'knowledge.importRows': () => plan(seat()),
    'knowledge.importApply': () => plan(seat()),
    'knowledge.importPack': () => Promise.resolve({}),
    'knowledge.export': () => Promise.resolve({ format: 'jsonl', filter: { text: '社保' } }),
    'knowledge.exportPiece': async () => {
      const { exportId } = await seat().call('knowledge.export', { format: 'csv' })
      return { exportId, from: 0 }
    },
    'knowledge.answer': async () => ({ answerId: await answerId(seat()) }),
    'knowledge.mark': async () => ({ answerId: await answerId(seat()), kind: 'wrong' }),
    'knowledge.trustCentre': () => Promise.resolve({}),
  }
}
