import * as z from 'zod'
import {
  centralMatterSchema,
  centralTicketSchema,
  healthSchema,
  idempotencyHeader,
  identitySchema,
  matterPageSchema,
  refusalSchema,
  ticketSubmissionSchema,
} from '#shared/contract/central-api.ts'
import { boardReportSchema } from '#shared/contract/board-report.ts'
import {
  boardReportsSchema,
  casePageSchema,
  eventBatchSchema,
  eventPageSchema,
} from '#shared/contract/central-review.ts'
import { revisionOrderSchema, revisionPageSchema } from '#shared/contract/central-rulebook.ts'
import { reviewCaseSchema } from '#shared/domain/review/review-case.ts'
import { reviewEventSchema } from '#shared/domain/review/review-event.ts'
import { rulebookRevisionSchema } from '#shared/domain/review/rulebook.ts'
import { knowledgeContracts } from './http/knowledge-contracts.ts'
import { reviewContracts } from './http/review-contracts.ts'
import { routeContracts, ticketPageSchema, type RouteContract } from './http/route-contracts.ts'
import { rulebookContracts } from './http/rulebook-contracts.ts'
import { version } from './version.ts'

const components = new Map<z.ZodType, string>([
  [healthSchema, 'Health'],
  [identitySchema, 'Identity'],
  [ticketSubmissionSchema, 'TicketSubmission'],
  [centralTicketSchema, 'CentralTicket'],
  [ticketPageSchema, 'TicketPage'],
  [centralMatterSchema, 'Matter'],
  [matterPageSchema, 'MatterPage'],
  [refusalSchema, 'Refusal'],
  [reviewCaseSchema, 'ReviewCall'],
  [casePageSchema, 'ReviewCallPage'],
  [reviewEventSchema, 'ReviewEvent'],
  [eventBatchSchema, 'ReviewEventBatch'],
  [eventPageSchema, 'ReviewEventPage'],
  [boardReportSchema, 'BoardReport'],
  [rulebookRevisionSchema, 'RulebookRevision'],
  [revisionOrderSchema, 'RulebookRevisionOrder'],
  [revisionPageSchema, 'RulebookRevisionPage'],
  [boardReportsSchema, 'BoardReports'],
])

type Json = Readonly<Record<string, unknown>>

/** The OpenAPI 3.1 document of the central API, made of nothing but the route contracts. */
export function openApiDocument(): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const [operationId, contract] of Object.entries<RouteContract>({
    ...routeContracts,
    ...knowledgeContracts,
    ...reviewContracts,
    ...rulebookContracts,
  })) {
    const path = contract.url.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operation(operationId, contract) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Hotline Seat 中心侧接口', version },
    paths,
    components: {
      schemas: componentSchemas(),
      securitySchemes: { seatToken: { type: 'http', scheme: 'bearer', description: '坐席令牌' } },
    },
  }
}

function componentSchemas(): Json {
  const registry = z.registry<{ id: string }>()
  for (const [schema, id] of components) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, { uri: reference, io: 'input' })
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutHeader(schema)]))
}

function operation(operationId: string, { summary, authorised, schema }: RouteContract): Json {
  const parameters = [
    ...parametersIn('path', schema.params),
    ...parametersIn('query', schema.querystring),
    ...parametersIn('header', schema.headers),
  ]
  return {
    operationId,
    summary,
    ...(authorised ? { security: [{ seatToken: [] }] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(schema.body === undefined ? {} : { requestBody: { required: true, content: content(schema.body) } }),
    responses: Object.fromEntries(
      Object.entries(schema.response).map(([status, body]) => [
        status,
        { description: descriptions[status] ?? status, content: content(body) },
      ]),
    ),
  }
}

function parametersIn(place: 'path' | 'query' | 'header', schema: z.ZodObject | undefined): readonly Json[] {
  return Object.entries<z.ZodType>(schema?.shape ?? {}).map(([name, type]) => ({
    name: name === idempotencyHeader ? 'Idempotency-Key' : name,
    in: place,
    required: !type.safeParse(undefined).success,
    schema: withoutHeader(z.toJSONSchema(type, { io: 'input' })),
  }))
}

function content(schema: z.ZodType): Json {
  const id = components.get(schema)
  return {
    'application/json': {
      schema:
        id === undefined ? withoutHeader(z.toJSONSchema(schema, { io: 'input' })) : { $ref: reference(id) },
    },
  }
}

function reference(id: string): string {
  return `#/components/schemas/${id}`
}

/** `$schema` and `$id` say nothing inside an OpenAPI document. */
function withoutHeader(schema: object): Json {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id'))
}

const descriptions: Readonly<Record<string, string>> = {
  200: '成功',
  201: '已受理并编号',
  400: '请求格式不对',
  401: '令牌无效',
  403: '没有权限',
  404: '没有找到',
  409: '与先前的提交冲突',
  413: '内容过大',
  415: '不是 JSON',
  422: '内容不符合要求',
  429: '过于频繁，见 Retry-After',
  500: '中心出错，可重试',
  503: '暂时不可用，见 Retry-After',
}
