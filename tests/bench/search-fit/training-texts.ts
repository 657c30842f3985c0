import { createTextAnalyser } from '#shared/domain/retrieval/atoms.ts'
import { createMeaningReader, meaningPieces } from '#shared/domain/retrieval/meaning-vectors.ts'
import type { Answer, Category, Lexicon, MeaningVectors } from '#shared/domain/site-pack.ts'
import type { Phrasing } from './phrasings.ts'
import { trainVectors, usualTraining, type Matter } from './train-vectors.ts'

/** All that vectors may be learnt from. */
export interface TrainingTexts {
  readonly phrasings: readonly Phrasing[]
  readonly answers: readonly Answer[]
  readonly categories: readonly Category[]
  /** Whether the groups of the lexicon are learnt from, too. */
  readonly groups: boolean
}

/** The largest number of four bits with a sign: finer steps find nothing more. */
const largest = 7

/** Vectors as the pack ships them. */
export function learnVectors(texts: TrainingTexts, lexicon: Lexicon): MeaningVectors {
  const { dimensions, pieces, vectors } = trainVectors(mattersOf(texts, lexicon), usualTraining)
  const scales = new Float32Array(pieces.length)
  const values = new Int8Array(vectors.length)
  pieces.forEach((_piece, number) => {
    const own = vectors.subarray(number * dimensions, (number + 1) * dimensions)
    const scale = own.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / largest
    scales[number] = scale
    values.set(
      own.map((value) => Math.round(value / scale)),
      number * dimensions,
    )
  })
  const learnt = { dimensions, pieces, scales, values, matters: new Int8Array() }
  return { ...learnt, matters: directionsOf(texts, lexicon, learnt) }
}

/** Each phrasing, standard answer, category and group of the lexicon is a matter. */
function mattersOf(
  { phrasings, answers, categories, groups }: TrainingTexts,
  lexicon: Lexicon,
): readonly Matter[] {
  const analyser = createTextAnalyser(lexicon)
  const heard = (text: string) => meaningPieces(analyser.entry(text))
  const named = lexicon.synonyms.concat(lexicon.meanings ?? [])
  return [
    ...phrasings.map(({ title, terms, said, author }) => ({
      source: author,
      official: [title, ...terms].map(heard),
      said: said.map(heard),
    })),
    ...answers.map(({ title, keywords, similar, answer }) => ({
      source: 'answers',
      official: [title, ...keywords].map(heard),
      said: similar.map(heard),
      answer: meaningPieces(analyser.text(answer)),
    })),
    ...categories.map(({ level3, keywords }) => ({
      source: 'categories',
      official: [heard(level3)],
      said: keywords.map(heard),
    })),
    ...(groups ? named : []).map(([official = '', ...said]) => ({
      source: 'lexicon',
      official: [heard(official)],
      said: said.map((words) => heard(words.replaceAll('…', '\n'))),
    })),
  ]
}

/** The directions of phrasings and answers. */
function directionsOf(
  { phrasings, answers }: TrainingTexts,
  lexicon: Lexicon,
  vectors: MeaningVectors,
): Int8Array {
  const analyser = createTextAnalyser(lexicon)
  const reader = createMeaningReader(vectors)
  const texts = (lines: readonly string[], weight: number) =>
    lines.map((line) => ({ atoms: analyser.entry(line), weight }))
  const directions = [
    ...phrasings.map(({ title, terms, said }) =>
      reader.written([...texts([title], 3), ...texts(terms, 1), ...texts(said, 0.3)]),
    ),
    ...answers.map(({ title, similar, keywords }) =>
      reader.written([...texts([title], 3), ...texts(similar, 1), ...texts(keywords, 1.5)]),
    ),
  ]
  return Int8Array.from(directions.flatMap((direction) => [...direction]))
}
