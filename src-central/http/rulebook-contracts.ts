import * as z from 'zod'
import { revisionOrderSchema, revisionPageSchema, rulebookPaths } from '#shared/contract/central-rulebook.ts'
import { rulebookRevisionSchema } from '#shared/domain/review/rulebook.ts'
import { refusals, refusedWrite, type RouteContract } from './route-contracts.ts'

export const rulebookContracts = {
  listRulebookRevisions: {
    method: 'GET',
    url: rulebookPaths.revisions,
    summary: '某一位置之后保存的规则和评分表版本，按保存先后',
    authorised: true,
    schema: {
      querystring: z.object({
        after: z.coerce.number().int().min(0).default(0),
        limit: z.coerce.number().int().min(1).max(100).default(50),
      }),
      response: { 200: revisionPageSchema, ...refusals(400, 401, 429, 500, 503) },
    },
  },
  saveRulebookRevision: {
    method: 'POST',
    url: rulebookPaths.revisions,
    summary:
      '保存规则或评分表的新版本（知识库管理员、班长）；内容为 null 即恢复为知识包的；不是在最新版本上改的不收',
    authorised: true,
    schema: {
      body: revisionOrderSchema,
      response: { 200: rulebookRevisionSchema, ...refusedWrite, ...refusals(409) },
    },
  },
} as const satisfies Record<string, RouteContract>
