import type { CategoryRef, IncidentAddress, SubjectRef, TicketDraft, TicketFields } from '../ticket-fields.ts'
import { draftValues } from './draft.ts'

/** What a ticket is about, small enough to keep thousands at hand: what tickets are compared by. */
export interface Matter {
  readonly ticketId: string
  /** When its call began, ms since 1970. */
  readonly at: number
  /** 来电号码 and 联系电话, digits alone. None of an anonymous caller's: a link must not tell who called. */
  readonly phones: readonly string[]
  readonly requestType?: TicketFields['requestType'] | undefined
  readonly urgency?: TicketFields['urgency'] | undefined
  readonly category?: CategoryRef | undefined
  readonly subject?: SubjectRef | undefined
  readonly address: IncidentAddress
  readonly demand?: string | undefined
  /** Content and demand in one. */
  readonly words: string
}

/** What is known of the call that a ticket belongs to. */
export interface MatterCall {
  readonly startedAt: string
  readonly callerNumber?: string | undefined
}

/** Reads a draft as a matter. */
export function matterOf(ticketId: string, call: MatterCall, draft: TicketDraft): Matter {
  return matterOfFields(ticketId, call, draftValues(draft))
}

/** Reads a ticket's values as a matter. */
export function matterOfFields(ticketId: string, call: MatterCall, fields: TicketFields): Matter {
  const { requestType, urgency, category, subject, incidentAddress = {}, content, demand } = fields
  const numbers = fields.anonymous === true ? [] : [call.callerNumber, fields.contactPhone]
  return {
    ticketId,
    at: Date.parse(call.startedAt),
    phones: [...new Set(numbers.map(plainNumber).filter((number) => number !== ''))],
    requestType,
    urgency,
    category,
    subject,
    address: incidentAddress,
    demand,
    words: [content, demand].filter((part) => part !== undefined).join('\n'),
  }
}

/** A number as it is compared: digits, without the country's code; service numbers (10086) belong to nobody. */
function plainNumber(number: string | undefined): string {
  const digits = (number ?? '').replaceAll(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '')
  return digits.length < 7 ? '' : digits
}

/** Keys of the callers: tickets that share one may come from the same person. */
export function callerKeys(matter: Matter): readonly string[] {
  return matter.phones.map((phone) => `phone:${phone}`)
}

/** Keys of party and place: tickets of other callers that share one may be about the same thing. */
export function matterKeys(matter: Matter): readonly string[] {
  const { subject, address } = matter
  const places = (['street', 'community', 'road', 'poi'] as const).flatMap((part) =>
    address[part] === undefined ? [] : [`${part}:${address[part]}`],
  )
  const parties =
    subject === undefined ? [] : [`subject:${subject.id ?? ''}`, `name:${baseName(subject.name)}`]
  return [...parties.filter((key) => key !== 'subject:'), ...places]
}

/** 幸福西饼（体育西路店） → 幸福西饼; the legal form goes as well. */
export function baseName(name: string): string {
  const base = name.replaceAll(/[（(][^）)]*[）)]|\s/g, '').replace(/(?:股份|责任|有限)*(?:公司|集团)$/, '')
  return base === '' ? name : base
}
