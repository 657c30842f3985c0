import type { Hearing } from '#shared/domain/understanding/hearing/hearing.ts'
import { namesOfWords } from '#shared/domain/understanding/hearing/line-words.ts'
import { type SignTable, signsPerLogit } from '#shared/domain/understanding/hearing/sign-weights.ts'
import { inLines } from './in-lines.ts'
import { createDraw } from './names.ts'
import { shownBy } from './shown-by.ts'
import { type CountedRow, learnSoftmax, prior } from './softmax.ts'

/** Something that a call may tell, with its signs, and whether it is so. */
export interface SignedExample {
  readonly signs: Iterable<string>
  /** The call, where its words count as well. */
  readonly hearing?: Hearing
  readonly isSo: boolean
}

/** A sign or a word that fewer examples show is left out. */
const [leastSigns, leastWords] = [3, 5]
/** What a word of the call counts in a line, beside a sign. */
const wordShare = 0.15
const learning = { kinds: 2, epochs: 15, rate: 0.2, share: 1 }
const usualDecay = 2e-3
const aLine = 40

/** What signs and the words of the whole call weigh, by logistic regression; with more decay less is made of single calls. */
export function learnSigns(examples: readonly SignedExample[], decay = usualDecay): SignTable {
  const told = examples.map(({ signs, hearing, isSo }) => ({
    signs: new Map(Array.from(signs, (sign) => [`.${sign}`, 1])),
    words: hearing === undefined ? new Map<string, number>() : wordCounts(hearing),
    isSo,
  }))
  const names = [
    ...shownBy(
      told.map(({ signs }) => signs.keys()),
      leastSigns,
    ).toSorted(),
    ...shownBy(
      told.map(({ words }) => words.keys()),
      leastWords,
    ).toSorted(),
  ]
  const places = new Map(names.map((name, at) => [name, at + 1]))
  const rows = told.map(({ signs, words, isSo }): CountedRow => {
    const own = [...signs, ...words].flatMap(([name, count]): [number, number][] => {
      const place = places.get(name)
      return place === undefined ? [] : [[place, count]]
    })
    return { features: new Map([[prior, 1], ...own]), kind: isSo ? 1 : 0 }
  })
  const weights = learnSoftmax(rows, names.length + 1, { ...learning, decay }, createDraw(3))
  const weightAt = (place: number, share: number): number =>
    Math.round(((weights[2 * place + 1] ?? 0) - (weights[2 * place] ?? 0)) * share * signsPerLogit)
  const entries = names.flatMap((name, at): (readonly [string, number])[] => {
    const weight = weightAt(at + 1, name.startsWith('.') ? 1 : wordShare)
    return weight === 0 ? [] : [[name, weight]]
  })
  const written = (ofSigns: boolean): readonly string[] =>
    inLines(
      entries.flatMap(([name, weight]) =>
        name.startsWith('.') === ofSigns ? [`${ofSigns ? name.slice(1) : name}=${String(weight)}`] : [],
      ),
      aLine,
    )
  return { prior: weightAt(prior, 1), signs: written(true), words: written(false) }
}

/** What each word of a call counts: more, the more lines hold it. */
function wordCounts(hearing: Hearing): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const line of hearing.lines)
    for (const word of namesOfWords(line)) counts.set(word, (counts.get(word) ?? 0) + wordShare)
  return counts
}
