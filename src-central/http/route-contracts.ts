import * as z from 'zod'
import {
  centralPaths,
  centralTicketSchema,
  healthSchema,
  idempotencyHeader,
  identitySchema,
  matterPageSchema,
  refusalSchema,
  ticketSubmissionSchema,
} from '#shared/contract/central-api.ts'

/** The routes as data: the server validates with them and the OpenAPI document is emitted from them. */

const ticketNumber = z.string().regex(/^\d{8}-\d{6}$/)

export const ticketPageSchema = z.object({
  tickets: z.array(centralTicketSchema),
  /** Give it as `after` to read on; absent on the last page. */
  next: ticketNumber.optional(),
})

export interface RouteContract {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly summary: string
  /** False where no token is needed. */
  readonly authorised: boolean
  readonly schema: {
    readonly params?: z.ZodObject
    readonly querystring?: z.ZodObject
    readonly headers?: z.ZodObject
    readonly body?: z.ZodType
    readonly response: Readonly<Record<number, z.ZodType>>
  }
}

/** The statuses by which a route refuses, as its contract lists them. */
export function refusals<Status extends number>(
  ...statuses: readonly Status[]
): Record<Status, typeof refusalSchema> {
  return Object.fromEntries(statuses.map((status) => [status, refusalSchema])) as Record<
    Status,
    typeof refusalSchema
  >
}

/** Statuses of any refused read, and of any refused write, of somebody who may lack the role. */
export const refusedRead = refusals(400, 401, 403, 429, 500, 503)
export const refusedWrite = refusals(400, 401, 403, 413, 415, 422, 429, 500, 503)

export const routeContracts = {
  health: {
    method: 'GET',
    url: centralPaths.health,
    summary: '服务与数据库是否可用',
    authorised: false,
    schema: { response: { 200: healthSchema, 503: healthSchema } },
  },
  identity: {
    method: 'GET',
    url: centralPaths.identity,
    summary: '令牌所属的坐席及其岗位',
    authorised: true,
    schema: { response: { 200: identitySchema, ...refusals(401, 429, 500, 503) } },
  },
  submitTicket: {
    method: 'POST',
    url: centralPaths.tickets,
    summary: '提交工单：首次 201；同一幂等键、同一内容再次提交 200，返回同一工单',
    authorised: true,
    schema: {
      headers: z.object({ [idempotencyHeader]: z.uuid() }),
      body: ticketSubmissionSchema,
      response: {
        200: centralTicketSchema,
        201: centralTicketSchema,
        ...refusals(400, 401, 403, 409, 413, 415, 422, 429, 500, 503),
      },
    },
  },
  getTicket: {
    method: 'GET',
    url: `${centralPaths.tickets}/:number`,
    summary: '按工单编号查询；非班长只能查本坐席的工单',
    authorised: true,
    schema: {
      params: z.object({ number: ticketNumber }),
      response: { 200: centralTicketSchema, ...refusals(401, 403, 404, 429, 500, 503) },
    },
  },
  listTickets: {
    method: 'GET',
    url: centralPaths.tickets,
    summary: '工单列表，新的在前；班长可见全部，其他岗位只见本坐席的工单',
    authorised: true,
    schema: {
      querystring: z.object({
        limit: z.coerce.number().int().min(1).max(200).default(50),
        after: ticketNumber.optional(),
      }),
      response: { 200: ticketPageSchema, ...refusals(400, 401, 429, 500, 503) },
    },
  },
  listMatters: {
    method: 'GET',
    url: centralPaths.matters,
    summary: '各坐席工单的事项要点，供查重；编号小的在前，只含近 90 天，保密和匿名的不含号码',
    authorised: true,
    schema: {
      querystring: z.object({
        limit: z.coerce.number().int().min(1).max(500).default(500),
        after: ticketNumber.optional(),
      }),
      response: { 200: matterPageSchema, ...refusals(400, 401, 403, 429, 500, 503) },
    },
  },
} as const satisfies Record<string, RouteContract>
