import * as z from 'zod'
import { incidentAddressSchema, ticketFieldsSchema } from '../domain/ticket-fields.ts'
import { roles } from './procedure.ts'

/** The central API's routes (中心侧接口): one definition for the server, the seat's client and the OpenAPI document. */

export const healthSchema = z.object({
  status: z.enum(['ok', 'unavailable']),
  database: z.enum(['postgresql', 'pglite']),
  version: z.string(),
})

/** Who a seat's token belongs to. */
export const identitySchema = z.object({
  staffNumber: z.string(),
  staffName: z.string(),
  roles: z.array(z.enum(roles)),
  /** 班组, where the centre has put the seat into one. */
  team: z.string().optional(),
})
export type Identity = z.infer<typeof identitySchema>

/** A ticket as the seat sends it. The idempotency key (header `Idempotency-Key`) is the outbox entry's uuidv7. */
export const ticketSubmissionSchema = z.object({
  /** The seat's own id (uuidv7), kept until the centre has numbered the ticket and after. */
  localId: z.uuid(),
  callId: z.string(),
  callStartedAt: z.string(),
  callerNumber: z.string().optional(),
  submittedAt: z.string(),
  fields: ticketFieldsSchema,
  answersRead: z.array(z.string()),
})
export type TicketSubmission = z.infer<typeof ticketSubmissionSchema>

export const ticketStatusSchema = z.enum(['received', 'dispatched', 'closed'])

/** A ticket as the centre holds it. */
export const centralTicketSchema = z.object({
  /** 工单编号 `YYYYMMDD-NNNNNN`. */
  number: z.string(),
  status: ticketStatusSchema,
  receivedAt: z.string(),
  staffNumber: z.string(),
  submission: ticketSubmissionSchema,
})
export type CentralTicket = z.infer<typeof centralTicketSchema>

const { requestType, urgency, category, subject, demand } = ticketFieldsSchema.shape

/** What a ticket of any seat is about (事项), for the check for duplicates (查重): the callers' numbers and the words that are compared, no name field. */
export const centralMatterSchema = z.object({
  /** 工单编号. */
  number: z.string(),
  ticketId: z.uuid(),
  /** When the call began, ms since 1970. */
  at: z.number(),
  /** None where the caller wanted to stay unknown (保密, 匿名). */
  phones: z.array(z.string()).readonly(),
  requestType,
  urgency,
  category,
  subject,
  address: incidentAddressSchema,
  demand,
  words: z.string(),
})
export type CentralMatter = z.infer<typeof centralMatterSchema>

export const matterPageSchema = z.object({
  /** Oldest number first; the last one is the `after` of the next request. */
  matters: z.array(centralMatterSchema),
})

/** Every refusal of the centre. `retryable` says whether the same request may succeed later. */
export const refusalSchema = z.object({ code: z.string(), message: z.string(), retryable: z.boolean() })
export type Refusal = z.infer<typeof refusalSchema>

export const idempotencyHeader = 'idempotency-key'

export const centralPaths = {
  health: '/v1/health',
  identity: '/v1/identity',
  tickets: '/v1/tickets',
  matters: '/v1/matters',
} as const
