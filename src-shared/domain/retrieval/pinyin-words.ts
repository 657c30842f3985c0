import { remember } from '../../base/remember.ts'
import { edge, likelihoodOf, type SpellingModel, spellingModel } from '../../text/spelling-model.ts'
import { isSyllable, longestSyllable } from './typed-pinyin.ts'

/** A syllable that was typed and the character that was likely meant. */
export interface TypedCharacter {
  readonly syllable: string
  readonly character: string
}

/** Characters so far, the last one first. */
interface Way extends TypedCharacter {
  readonly before: Way | undefined
  /** In nats: the likelier, the less. */
  readonly cost: number
}

/** Ways that are followed at a time. */
const widest = 30
/** What a character costs whose sound is only near, in nats. */
const nearCost = 3
/** A character that costs so much is not followed. */
const unlikely = 13

const known = new Map<string, readonly TypedCharacter[] | undefined>()
const mostRemembered = 500

/** The likeliest characters for letters that are whole syllables (`yidijiuyi`, 异地就医); undefined where they are none. */
export function charactersTyped(letters: string): readonly TypedCharacter[] | undefined {
  return remember(known, letters, mostRemembered, () => likeliestCharacters(letters, spellingModel()))
}

/** {@link charactersTyped} by another model. */
export function likeliestCharacters(
  letters: string,
  model: SpellingModel,
): readonly TypedCharacter[] | undefined {
  const start: Way = { syllable: '', character: edge, before: undefined, cost: 0 }
  const ways: (readonly Way[])[] = [[start]]
  for (let end = 1; end <= letters.length; end++) {
    const here: Way[] = []
    for (let from = Math.max(0, end - longestSyllable); from < end; from++) {
      const syllable = letters.slice(from, end)
      if (!isSyllable(syllable)) continue
      for (const way of ways[from] ?? []) here.push(...continued(way, syllable, model))
    }
    ways[end] = likeliest(here)
  }
  const [best] = likeliest(
    (ways[letters.length] ?? []).map((way) => ({ ...way, cost: way.cost + costOf(model, way, edge) })),
  )
  return best && charactersOf(best)
}

/** A character that is only near in sound must have been said after the one before it. */
function continued(before: Way, syllable: string, model: SpellingModel): readonly Way[] {
  const ways: Way[] = []
  for (const { character, syllable: sound } of model.candidates(syllable)) {
    const near = sound !== syllable
    if (near && model.count(before.character + character) === 0) continue
    const cost = before.cost + (near ? nearCost : 0) + costOf(model, before, character)
    if (cost < before.cost + unlikely) ways.push({ syllable, character, before, cost })
  }
  return ways
}

const likeliest = (ways: readonly Way[]): readonly Way[] =>
  ways.toSorted((one, other) => one.cost - other.cost).slice(0, widest)

function charactersOf(last: Way): readonly TypedCharacter[] {
  const characters: TypedCharacter[] = []
  let way = last
  while (way.before !== undefined) {
    const { syllable, character } = way
    characters.push({ syllable, character })
    way = way.before
  }
  return characters.toReversed()
}

const costOf = (model: SpellingModel, way: Way, next: string): number =>
  -Math.log(likelihoodOf(model, way.before?.character ?? edge, way.character, next))
