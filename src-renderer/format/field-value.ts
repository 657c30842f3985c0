import type {
  CategoryRef,
  FieldName,
  IncidentAddress,
  IncidentTime,
  Promised,
  SubjectRef,
  TicketFields,
} from '#shared/domain/ticket-fields.ts'
import { formatAddress } from './address.ts'
import { formatIncidentTime } from './incident-time.ts'
import { formatPhone } from './phone.ts'

/** Category path as people read it: 市场监管 › 消费维权 › 预付卡退费. */
export function formatCategory(category: CategoryRef): string {
  return category.path.join(' › ')
}

const amountFormat = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 })

type Formatters = { readonly [Name in FieldName]: (value: NonNullable<TicketFields[Name]>) => string }

const formatPromise = ({ what, by, to }: Promised): string =>
  [to, by, what].filter((part) => part !== undefined).join(' ')
const plain = (value: string): string => value
const yesNo = (value: boolean): string => (value ? '是' : '否')

const formatters: Formatters = {
  contactName: plain,
  gender: plain,
  contactPhone: formatPhone,
  requestType: plain,
  urgency: plain,
  incidentTime: (value: IncidentTime) => formatIncidentTime(value),
  incidentAddress: (value: IncidentAddress) => formatAddress(value),
  subject: (value: SubjectRef) => value.name,
  category: formatCategory,
  content: plain,
  demand: plain,
  confidential: yesNo,
  anonymous: yesNo,
  amountYuan: (value) => amountFormat.format(value),
  people: String,
  unit: plain,
  riskTags: (value) => value.join('、'),
  promises: (value) => value.map(formatPromise).join('；'),
  linked: (value) => value.join('、'),
}

/** A field's value as one line of text; empty for an absent or cleared one. The value has passed the field's schema before. */
export function formatFieldValue(field: FieldName, value: unknown): string {
  if (value === undefined || value === null) return ''
  return (formatters[field] as (known: unknown) => string)(value)
}
