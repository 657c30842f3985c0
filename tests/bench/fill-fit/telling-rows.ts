import type { HeardValue } from '#shared/domain/ticket-fields.ts'
import { hearAmount } from '#shared/domain/understanding/count/amount.ts'
import { hearDemand } from '#shared/domain/understanding/demand/demand.ts'
import { type Candidate, candidatesFor } from '#shared/domain/understanding/demand/telling-candidates.ts'
import { type TellingTable, weightsPerLogit } from '#shared/domain/understanding/demand/telling-weights.ts'
import { type Settled, sumSpoken } from '#shared/domain/understanding/demand/telling-words.ts'
import type { Hearing } from '#shared/domain/understanding/hearing/hearing.ts'
import { asLikelyMeant } from '#shared/domain/understanding/hearing/likely-spelling.ts'
import type { WordUnits } from '#shared/domain/understanding/hearing/word-units.ts'
import { hearRequestType } from '#shared/domain/understanding/kind/request-type.ts'
import { hearContactName } from '#shared/domain/understanding/person/contact-name.ts'
import { wishText } from '#shared/domain/understanding/demand/wish-text.ts'
import { wordingsOf } from './demand-words.ts'
import { inLines } from './in-lines.ts'
import { readCall } from './kind-rows.ts'
import { createDraw } from './names.ts'
import { shownBy } from './shown-by.ts'
import { type CountedRow, learnSoftmax, prior } from './softmax.ts'

/** A call with the demand that the rules read from it, and what a right demand holds. */
export interface DemandCall {
  readonly call: string
  readonly hearing: Hearing
  readonly demand: HeardValue<string> | undefined
  readonly settled: Settled
  /** The demand as it was labelled. */
  readonly wanted: string
  /** Words of which most must be in a right demand, where the set names them. */
  readonly words: readonly string[] | undefined
}

/** A sign that fewer words show is left out, and so is one that weighs less. */
const leastShown = 6
const leastWeight = 2
const [plainIn, plainShare] = [12, 0.02]
const learning = { kinds: 2, epochs: 4, rate: 0.2, decay: 2e-5, share: 1 }
/** So many signs stand in a line of the file. */
const aLine = 40

/** Reads a line of a file of calls; undefined where no demand is expected. */
export function readDemandCall(line: string): DemandCall | undefined {
  const { call, expected, demandWords, open, hearing: heard } = readCall(line)
  if (expected.demand === undefined || open.includes('demand')) return undefined
  const hearing = asLikelyMeant(heard)
  return {
    call,
    hearing,
    demand: hearDemand(hearing, hearRequestType(hearing)),
    settled: { amount: hearAmount(hearing), name: hearContactName(heard) },
    wanted: expected.demand,
    words: demandWords,
  }
}

/** What the signs of words weigh that demands leave out; `units` as the ticket reads them. */
export function fitTelling(calls: readonly DemandCall[], units: WordUnits): TellingTable {
  const plain = plainWords(calls, units)
  const examples = calls.flatMap((call) =>
    viewsOf(call).flatMap((demand) => examplesOf(call, demand, units, plain)),
  )
  const signs = shownBy(
    examples.map((example) => example.signs),
    leastShown,
  ).filter((sign) => !sign.includes(' ') && sign !== 'any')
  const places = new Map(['any', ...signs].map((sign, place) => [sign, place]))
  const rows = examples.map(({ signs: own, belongs }): CountedRow => {
    const features = own.flatMap((sign): [number, number][] => {
      const place = places.get(sign)
      return place === undefined ? [] : [[place, 1]]
    })
    return { features: new Map([[prior, 1], ...features]), kind: belongs ? 1 : 0 }
  })
  const weights = learnSoftmax(rows, places.size, learning, createDraw(3))
  const entries = [...places].flatMap(([sign, place]) => {
    const logit = (weights[place * 2 + 1] ?? 0) - (weights[place * 2] ?? 0)
    const weight = Math.round(logit * weightsPerLogit)
    return Math.abs(weight) < leastWeight ? [] : [`${sign}=${String(weight)}`]
  })
  return {
    plain: [...plain].join(' '),
    signs: inLines(entries, aLine),
  }
}

/** Words of many calls that hardly ever belong into the demand: 电话, 您好, 时候. */
function plainWords(calls: readonly DemandCall[], units: WordUnits): ReadonlySet<string> {
  const counts = new Map<string, { calls: number; belongs: number }>()
  for (const { hearing, wanted, words = [] } of calls) {
    const demand = [wanted, ...words].join()
    for (const word of new Set(hearing.lines.flatMap(({ text }) => units(wishText(text))))) {
      if (word.length < 2) continue
      const count = counts.get(word) ?? { calls: 0, belongs: 0 }
      counts.set(word, count)
      count.calls++
      if (demand.includes(word)) count.belongs++
    }
  }
  return new Set(
    [...counts].flatMap(([word, { calls: all, belongs }]) =>
      all >= plainIn && belongs < all * plainShare ? [word] : [],
    ),
  )
}

/**
 * The demand as the rules read it, and cut short: most of these calls were looked at when the rules were written, so that
 * their demands lack less than those of new calls do.
 */
function viewsOf({ demand }: DemandCall): readonly string[] {
  const words = demand?.value ?? '希望'
  return [...new Set([words, words.slice(0, 4), words.slice(0, 2)])]
}

type Example = Pick<Candidate, 'signs'> & { readonly belongs: boolean }

function examplesOf(
  call: DemandCall,
  demand: string,
  units: WordUnits,
  plain: ReadonlySet<string>,
): readonly Example[] {
  const turns = call.demand?.evidence.map(({ turn }) => turn) ?? []
  const soFar = { demand, turns, sum: sumSpoken(call.settled) }
  const lacking =
    call.words?.map(wordingsOf).filter((same) => !same.some((word) => demand.includes(word))) ?? []
  return candidatesFor(call.hearing, units, soFar, plain).map(({ word, signs }) => ({
    signs,
    belongs:
      call.wanted.includes(word) ||
      lacking.flat().some((other) => word.includes(other) || other.includes(word)),
  }))
}
