import * as z from 'zod'
import {
  adoptionSchema,
  entryRevisionSchema,
  entrySaveSchema,
  entryStepSchema,
  incrementPageSchema,
  knowledgeBatch,
  knowledgePaths,
  saveResultSchema,
  signalSchema,
  signingKeySchema,
  stampedEntriesSchema,
  stepResultSchema,
  unansweredSchema,
} from '#shared/contract/central-knowledge.ts'
import { entryIdSchema } from '#shared/domain/knowledge/entry.ts'
import { refusals, refusedRead, refusedWrite, type RouteContract } from './route-contracts.ts'

const page = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(200),
})

export const knowledgeContracts = {
  knowledgeKey: {
    method: 'GET',
    url: knowledgePaths.key,
    summary: '知识库更新的签名公钥',
    authorised: true,
    schema: { response: { 200: signingKeySchema, ...refusals(401, 429, 500, 503) } },
  },
  knowledgeChanges: {
    method: 'GET',
    url: knowledgePaths.changes,
    summary: '已发布的知识更新：自某一序号之后，逐条签名，序号连续',
    authorised: true,
    schema: { querystring: page, response: { 200: incrementPageSchema, ...refusedRead } },
  },
  knowledgeEntries: {
    method: 'GET',
    url: knowledgePaths.entries,
    summary: '某一时刻之后变动过的知识条目（知识库管理员、班长）',
    authorised: true,
    schema: { querystring: page, response: { 200: stampedEntriesSchema, ...refusedRead } },
  },
  knowledgeRevisions: {
    method: 'GET',
    url: `${knowledgePaths.entries}/:id/revisions`,
    summary: '一条知识的全部版本及经过，新的在前',
    authorised: true,
    schema: {
      params: z.object({ id: entryIdSchema }),
      response: {
        200: z.object({ revisions: z.array(entryRevisionSchema) }),
        ...refusedRead,
        ...refusals(404),
      },
    },
  },
  saveKnowledge: {
    method: 'POST',
    url: knowledgePaths.saves,
    summary: '保存知识草稿，一次一批：不是在最新版本上改的自动合并，合并不了的退回请人选择',
    authorised: true,
    schema: {
      body: z.object({ saves: z.array(entrySaveSchema).min(1).max(knowledgeBatch) }),
      response: { 200: z.object({ results: z.array(saveResultSchema) }), ...refusedWrite },
    },
  },
  stepKnowledge: {
    method: 'POST',
    url: knowledgePaths.steps,
    summary: '提交审核、通过发布、退回、停用，一次一批；写过内容的人不能审核',
    authorised: true,
    schema: {
      body: z.object({ steps: z.array(entryStepSchema).min(1).max(knowledgeBatch) }),
      response: { 200: z.object({ results: z.array(stepResultSchema) }), ...refusedWrite },
    },
  },
  signalKnowledge: {
    method: 'POST',
    url: knowledgePaths.signals,
    summary: '坐席反馈：已播报、有误、过期、没有答复的提问；同一编号只记一次',
    authorised: true,
    schema: {
      body: z.object({ signals: z.array(signalSchema).min(1).max(knowledgeBatch) }),
      response: { 200: z.object({ taken: z.number().int() }), ...refusedWrite },
    },
  },
  knowledgeAdoption: {
    method: 'GET',
    url: knowledgePaths.adoption,
    summary: '某一时刻之后有变动的采用与纠错计数',
    authorised: true,
    schema: {
      querystring: page,
      response: { 200: z.object({ adoption: z.array(adoptionSchema) }), ...refusedRead },
    },
  },
  knowledgeUnanswered: {
    method: 'GET',
    url: knowledgePaths.unanswered,
    summary: '没有答复的提问，问得多的在前',
    authorised: true,
    schema: {
      querystring: z.object({ days: z.coerce.number().int().min(1).max(366).default(30) }),
      response: { 200: z.object({ questions: z.array(unansweredSchema) }), ...refusedRead },
    },
  },
  dismissUnanswered: {
    method: 'POST',
    url: knowledgePaths.dismissals,
    summary: '没有答复的提问已处理，再有人问才重新列出',
    authorised: true,
    schema: {
      body: z.object({ texts: z.array(z.string().min(1).max(200)).min(1).max(500) }),
      response: { 200: z.object({ dismissed: z.number().int() }), ...refusedWrite },
    },
  },
} as const satisfies Record<string, RouteContract>
