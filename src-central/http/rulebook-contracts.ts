import * as z from 'zod'
import { refusalSchema } from '#shared/contract/central-api.ts'
import { revisionOrderSchema, revisionPageSchema, rulebookPaths } from '#shared/contract/central-rulebook.ts'
import { rulebookRevisionSchema } from '#shared/domain/review/rulebook.ts'
import type { RouteContract } from './route-contracts.ts'

const refused = { 400: refusalSchema, 401: refusalSchema, 429: refusalSchema } as const
const failed = { 500: refusalSchema, 503: refusalSchema } as const

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
      response: { 200: revisionPageSchema, ...refused, ...failed },
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
      response: {
        200: rulebookRevisionSchema,
        ...refused,
        403: refusalSchema,
        409: refusalSchema,
        413: refusalSchema,
        415: refusalSchema,
        422: refusalSchema,
        ...failed,
      },
    },
  },
} as const satisfies Record<string, RouteContract>
