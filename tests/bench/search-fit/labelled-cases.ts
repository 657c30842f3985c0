import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer } from '#shared/domain/site-pack.ts'
import {
  developmentFile,
  entriesOf,
  freshFiles,
  isOdd,
  labelledQueries,
  type LabelledQuery,
} from '../search-set.ts'
import type { FittingData } from './fitting-data.ts'
import { searchCases, type Asked, type SearchCase } from './search-cases.ts'
import { learnVectors } from './training-texts.ts'

/** Which entries of the fresh set answer a matter of the phrasings: ids, `-` where none does; unsure ones are left out. */
const mattersFile = join(import.meta.dirname, '../../fixtures/search-matters.tsv')

const folds = 3
/** Of the words of each group, so many are unknown to queries that parts of the lexicon were written with. */
const hiddenShares = [0.6, 0.8] as const
/** Every so many of a matter's phrases are asked. */
const phraseStep = 3
/** Phrases are many, and all of the hardest kind. */
const phraseWeight = 0.15
const similarWeight = 0.3
const lettersWeight = 1
const randomLetters = 'bcdfghjklmnpqrstvwxz'

/** All queries that the search is fitted on, each asked of vectors that have not learnt from it. */
export function labelledCases(data: FittingData): readonly SearchCase[] {
  const { answers, lexicon, phrasings, categories } = data
  const kb = entriesOf(freshFiles.kb)
  const fresh = labelledQueries(freshFiles.queries).filter(isOdd).map(askedOf)
  const development = labelledQueries(developmentFile).map(askedOf)
  const whole = {
    ...lexicon,
    vectors: learnVectors({ phrasings, answers, categories, groups: true }, lexicon),
  }
  const plain = {
    ...lexicon,
    vectors: learnVectors({ phrasings, answers, categories, groups: false }, lexicon),
  }
  return [
    ...searchCases([...fresh, ...letters()], kb, whole),
    ...searchCases(development, answers, whole),
    ...hiddenShares.flatMap((hidden) => [
      ...searchCases(fresh, kb, plain, hidden),
      ...searchCases(development, answers, plain, hidden),
    ]),
    ...Array.from({ length: folds }, (_, fold) => foldCases(fold, data, kb)).flat(),
  ]
}

/** A third of the phrasings, and of the pack's similar questions, asked of vectors that were learnt from the other two. */
function foldCases(
  fold: number,
  { answers, categories, lexicon, phrasings }: FittingData,
  kb: readonly Answer[],
): readonly SearchCase[] {
  const isOut = (_item: unknown, at: number): boolean => at % folds === fold
  const isIn = (item: unknown, at: number): boolean => !isOut(item, at)
  const texts = { phrasings: phrasings.filter(isIn), answers: answers.filter(isIn), categories, groups: true }
  const folded = { ...lexicon, vectors: learnVectors(texts, lexicon) }
  const matters = answersOfMatters()
  const phrases = phrasings.filter(isOut).flatMap(({ title, said }) => {
    const expected = matters.get(title)
    if (expected === undefined) return []
    return said
      .filter((_phrase, at) => at % phraseStep === 0)
      .map((text) => ({
        group: title,
        kind: 'phrase',
        query: { text },
        expected,
        weight: phraseWeight,
        nearMiss: false,
      }))
  })
  const asked = answers.filter(isOut)
  const shorter = answers.map((answer) => ({ ...answer, similar: answer.similar.slice(1) }))
  const similar = asked.flatMap(({ id, similar: [text] }) =>
    text === undefined
      ? []
      : [
          {
            group: id,
            kind: 'similar',
            query: { text },
            expected: [id],
            weight: similarWeight,
            nearMiss: true,
          },
        ],
  )
  return [...searchCases(phrases, kb, folded), ...searchCases(similar, shorter, folded, 0.6)]
}

function answersOfMatters(): ReadonlyMap<string, readonly string[]> {
  const lines = readFileSync(mattersFile, 'utf8').trim().split('\n')
  return new Map(
    lines.map((line) => {
      const [title = '', ids = ''] = line.split('\t')
      return [title, ids === '-' ? [] : ids.split(' ')]
    }),
  )
}

function askedOf({ q, kind, expected, ...query }: LabelledQuery): Asked {
  return { group: q, kind, query, expected, weight: 1, nearMiss: true }
}

/** What no entry answers, typed as first letters. */
function letters(): readonly Asked[] {
  return Array.from({ length: 30 }, (_, at) => {
    const text = Array.from(
      { length: 4 + (at % 3) },
      (_letter, place) => randomLetters[(at * 7 + place * (at + 3)) % randomLetters.length],
    ).join('')
    return {
      group: `letters-${String(at)}`,
      kind: 'letters',
      query: { text },
      expected: [],
      weight: lettersWeight,
      nearMiss: false,
    }
  })
}
