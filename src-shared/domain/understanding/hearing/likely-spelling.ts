import { oncePer, oncePerText } from '../../../base/remember.ts'
import { toSyllables } from '../../../text/pinyin.ts'
import type { Hearing } from './hearing.ts'
import { reworded } from './reworded.ts'
import { edge, likelihoodOf, type SpellingModel, spellingModel } from '../../../text/spelling-model.ts'

/** How much likelier another character must make what was said, in nats: one of the very sound, and one that is only near. */
const leastGain = { exact: 8, near: 10 }
/** Digits are heard better than words and mean more; rare verbs are words alone, which counts of runs know little of. */
const meantAsHeard = /[零〇一二两三四五六七八九十百千万幺\d匿砍锯撬砸炸焊咬晒枯昼晏]/u

/** The hearing with every line as it was likely meant: not for names, which are often unlikely. */
export const asLikelyMeant = oncePer((hearing: Hearing): Hearing => ({
  ...hearing,
  lines: hearing.lines.map((line) => reworded(line, likelySpelling(line.text))),
}))

/**
 * A text as it was likely meant: 快点把灯秀好 is 快点把灯修好. A character gives way to one of its sound where that makes what
 * was said far likelier. The text keeps its length, so that positions in it still point to the words heard.
 */
export const likelySpelling = oncePerText((text) => spelledBy(spellingModel(), text))

/** {@link likelySpelling} by another model. */
export function spelledBy(model: SpellingModel, text: string): string {
  const syllables = toSyllables(text)
  // Surrogate pairs would put syllables and characters out of step.
  if (syllables.length !== text.length) return text
  const characters = Array.from(text)
  // Twice: a character put right helps the one before it.
  for (let round = 0; round < 2; round++)
    for (const [at, syllable] of syllables.entries())
      characters[at] = likeliest(model, characters, at, syllable)
  return characters.join('')
}

function likeliest(
  model: SpellingModel,
  characters: readonly string[],
  at: number,
  syllable: string,
): string {
  const heard = characters[at] ?? ''
  if (meantAsHeard.test(heard)) return heard
  const [before, after] = [characters[at - 1] ?? edge, characters[at + 1] ?? edge]
  let best = heard
  let most: number | undefined
  for (const candidate of model.candidates(syllable)) {
    const { character } = candidate
    const isKnownHere = model.count(before + character) > 0 || model.count(character + after) > 0
    if (character === heard || !isKnownHere) continue
    most ??= likelihood(model, characters, at, heard)
    const gain = candidate.syllable === syllable ? leastGain.exact : leastGain.near
    const likely = likelihood(model, characters, at, character) - gain
    if (likely > most) [best, most] = [character, likely]
  }
  return best
}

/** The logarithm of how likely a character is where it stands, and the two after it because of it. */
function likelihood(model: SpellingModel, characters: readonly string[], at: number, there: string): number {
  const get = (place: number): string => (place === at ? there : (characters[place] ?? edge))
  let sum = 0
  for (let place = at; place <= Math.min(at + 2, characters.length); place++)
    sum += Math.log(likelihoodOf(model, get(place - 2), get(place - 1), get(place)))
  return sum
}
