import type { HeardValue } from '#shared/domain/ticket-fields.ts'
import { type Act, acts } from '#shared/domain/understanding/demand/acts.ts'
import { ruledDemand } from '#shared/domain/understanding/demand/demand.ts'
import type { Hearing } from '#shared/domain/understanding/hearing/hearing.ts'
import { asLikelyMeant } from '#shared/domain/understanding/hearing/likely-spelling.ts'
import type { KindTable } from '#shared/domain/understanding/kind/kind-weights.ts'
import type { RequestType } from '#shared/domain/understanding/kind/named-type.ts'
import { hearRequestType } from '#shared/domain/understanding/kind/request-type.ts'
import { wordingsOf } from './demand-words.ts'
import { fitKinds, readCall } from './kind-rows.ts'

/** A call that wants something done, with the acts that a right demand may name. */
export interface ActedCall {
  readonly call: string
  readonly hearing: Hearing
  readonly requestType: RequestType | undefined
  readonly demand: HeardValue<string> | undefined
  readonly wanted: string
  readonly kinds: readonly (Act | '无')[]
}

/** A wording of so few characters names an act by itself: 退, 补发. */
const shortWording = 2

/** Reads a line of a file of calls; none where nothing is to be done, or nothing is labelled. */
export function readActedCall(line: string): ActedCall[] {
  const { call, expected, demandWords, open, hearing: heard } = readCall(line)
  const { demand: wanted, requestType: type } = expected
  if (wanted === undefined || type === '咨询' || type === '表扬' || open.includes('demand')) return []
  const hearing = asLikelyMeant(heard)
  const requestType = hearRequestType(hearing)
  const demand = ruledDemand(hearing, requestType)
  const kinds = actsOf(wanted, demandWords)
  return [{ call, hearing, requestType: requestType?.value, demand, wanted, kinds }]
}

/** What the words of calls weigh for each act. */
export const fitActs = (calls: readonly ActedCall[]): KindTable =>
  fitKinds(calls, [...acts.map(({ act }) => act), '无'])

/** The acts that a demand names, by the words that belong into it where they are known. */
function actsOf(wanted: string, words: readonly string[] | undefined): readonly (Act | '无')[] {
  const named = acts.filter(({ words: own }) =>
    words === undefined ? own.test(wanted) : words.some((word) => names(own, wordingsOf(word))),
  )
  return named.length === 0 ? ['无'] : named.map(({ act }) => act)
}

/** Whether most equal wordings name an act, or a short one does. */
function names(act: RegExp, wordings: readonly string[]): boolean {
  const naming = wordings.filter((wording) => act.test(wording))
  return naming.length * 2 > wordings.length || naming.some((wording) => wording.length <= shortWording)
}
