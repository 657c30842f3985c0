import { flatten } from '../../../text/flat-text.ts'
import type {
  HeardValue,
  IncidentAddress,
  IncidentTime,
  SubjectRef,
  TicketFields,
} from '../../ticket-fields.ts'
import { type Clause, clausesOf } from './content-clauses.ts'
import { cite, type Hearing, heardValue } from '../hearing/hearing.ts'

/** What other fields know of the matter: when it was, as it was said, where, and what kind of request it is. */
export interface KnownMatter {
  readonly requestType: TicketFields['requestType']
  readonly time: HeardValue<IncidentTime> | undefined
  readonly address: HeardValue<IncidentAddress> | undefined
  readonly subject: HeardValue<SubjectRef> | undefined
}

/** Characters of a draft; longer ones are read by nobody. */
const longest = 200
/** The draft is short by default: clauses of the matter are added up to here. */
const plenty = 110

const opening: Readonly<Record<NonNullable<TicketFields['requestType']>, string>> = {
  咨询: '来电人咨询',
  求助: '来电人求助',
  投诉: '来电人反映',
  举报: '来电人举报',
  建议: '来电人建议',
  表扬: '来电人表扬',
}

/**
 * 诉求内容: who, when, where, what, since when, what was done, in this order. The caller's own words, without greetings,
 * names, numbers, feelings and what stands in fields of its own; at most 200 characters, nothing worded anew.
 */
export function hearContent(hearing: Hearing, known: KnownMatter): HeardValue<string> | undefined {
  const clauses = clausesOf(hearing, known.address?.evidence ?? [])
  const chosen = choose(clauses)
  if (!chosen.some(({ kind }) => kind === 'what')) return undefined
  const of = (kind: Clause['kind']): readonly string[] =>
    chosen.filter((clause) => clause.kind === kind).map(({ words }) => words)
  const what = of('what').join('，')
  const told = chosen.map(({ words }) => words).join('，')
  const circumstances = [timeWords(known.time, told), placeWords(known.address?.value, told)].filter(
    (part) => part !== undefined,
  )
  const sentences = [[...circumstances, what].join('，'), ...of('since'), ...of('done')]
  const party = known.subject?.value.name ?? ''
  const about = told.includes(party) ? '' : party
  const draft = `${opening[known.requestType ?? '投诉']}${about}：${sentences.join('；')}`
  return heardValue(
    `${draft.slice(0, longest - 1)}。`,
    [...new Set(chosen.map(({ line }) => line))].map((line) => cite(line, 0, line.text.length, 0.8)),
  )
}

/** The most telling clauses, in the order of the call, as long as they fit. */
function choose(clauses: readonly Clause[]): readonly Clause[] {
  const kept = new Set<Clause>()
  let size = 0
  for (const clause of [...clauses].sort((a, b) => b.weight - a.weight || a.order - b.order)) {
    if (size + clause.words.length > (clause.kind === 'what' ? plenty : plenty + 40)) continue
    kept.add(clause)
    size += clause.words.length + 1
  }
  return clauses.filter((clause) => kept.has(clause))
}

const longestTime = 12

/** When it was, in the caller's words, unless the words chosen say it themselves. */
function timeWords(time: KnownMatter['time'], told: string): string | undefined {
  const words = flatten(time?.evidence[0]?.quote ?? '').text
  return words === '' || words.length > longestTime || told.includes(words) ? undefined : words
}

/** 天河区体育西路18号, unless the words chosen say it themselves. */
function placeWords(address: IncidentAddress | undefined, told: string): string | undefined {
  if (address === undefined) return undefined
  const { district, street, community, road, number, poi, detail } = address
  const parts = [district, street, community, road, number, poi, detail].filter((part) => part !== undefined)
  return parts.every((part) => told.includes(part)) ? undefined : parts.join('')
}
