import type { HeardValue, IncidentAddress } from '../../ticket-fields.ts'
import { cite, type Hearing } from '../hearing/hearing.ts'
import type { WordUnits } from '../hearing/word-units.ts'
import { sharesWord } from './demand-clause.ts'
import { type Candidate, candidatesFor } from './telling-candidates.ts'
import { type TellingWeights, tellingWeights } from './telling-weights.ts'

/** A demand tells so many words more at most: it is read at a glance. */
const most = 3
/** Log-odds from which a word is added: about one in five. A word too much costs a glance, one too few a call back. */
const least = -1.5
const confidence = 0.7

/** What the ticket has settled beside the demand. */
export interface Settled {
  readonly amount?: HeardValue<number> | undefined
  readonly address?: HeardValue<IncidentAddress> | undefined
  readonly name?: HeardValue<string> | undefined
}

/**
 * A demand with the words of the call that belong into it and that the wish as it was spoken leaves out, in brackets:
 * 要求派人来收（垃圾）. Which ones these are is weighed by what seats write down (docs/adr/0022). What other fields hold is not repeated.
 */
export function withTellingWords(
  demand: HeardValue<string> | undefined,
  hearing: Hearing,
  units: WordUnits,
  settled: Settled,
): HeardValue<string> | undefined {
  if (demand === undefined) return undefined
  const words = tellingWords(demand, hearing, units, settled)
  if (words.length === 0) return demand
  const told = words.map(({ word }) => word).join('、')
  const evidence = words.map(({ word, line, start }) => cite(line, start, start + word.length, confidence))
  return {
    ...demand,
    value: demand.value.endsWith('）')
      ? `${demand.value.slice(0, -1)}；${told}）`
      : `${demand.value}（${told}）`,
    evidence: [...demand.evidence, ...evidence],
  }
}

/** The words that are missing in a demand, in the order they were said. */
export function tellingWords(
  demand: HeardValue<string>,
  hearing: Hearing,
  units: WordUnits,
  settled: Settled,
  weights: TellingWeights = tellingWeights,
): readonly Candidate[] {
  const turns = demand.evidence.map(({ turn }) => turn)
  const soFar = { demand: demand.value, turns, sum: sumSpoken(settled) }
  const candidates = candidatesFor(hearing, units, soFar, weights.plain)
  const ranked = candidates
    .filter(({ word }) => !isTold(word, settled))
    .map((candidate) => ({ candidate, odds: oddsOf(candidate, weights) }))
    .filter(({ odds }) => odds >= least)
    .toSorted((one, other) => other.odds - one.odds)
  const chosen: Candidate[] = []
  for (const { candidate } of ranked) {
    if (chosen.length === most) break
    if (!chosen.some((other) => repeats(other, candidate))) chosen.push(candidate)
  }
  return chosen.toSorted((one, other) => one.line.index - other.line.index || one.start - other.start)
}

/** 位费 repeats something of 茶位. */
const repeats = (one: Candidate, other: Candidate): boolean =>
  sharesWord(one.word, other.word) ||
  (one.line === other.line &&
    one.start < other.start + other.word.length &&
    other.start < one.start + one.word.length)

const oddsOf = ({ signs }: Candidate, weights: TellingWeights): number =>
  signs.reduce((sum, sign) => sum + weights.of(sign), 0)

/** The sum at issue as it was last spoken, without its unit. */
export function sumSpoken({ amount }: Settled): string | undefined {
  const spoken = amount?.evidence.at(-1)?.quote.replace(/(?:块钱?|元)$/, '')
  return spoken === '' ? undefined : spoken
}

/** Names and places have fields of their own. */
function isTold(word: string, { address, name }: Settled): boolean {
  const { district, street, road, number } = address?.value ?? {}
  return [name?.value, district, street, road, number].some((value) => value?.includes(word) === true)
}
