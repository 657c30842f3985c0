import { oncePerText } from '../../../base/remember.ts'
import { accountFor, mostCost, type Path } from './name-account.ts'
import { type Candidate, candidatesIn } from './name-candidates.ts'
import { prior } from './name-likelihood.ts'
import { explanationsIn } from './name-pieces.ts'
import { soundAlike, surnameRank } from './surnames.ts'

/** A name that words tell with explanations of its characters, in any order. */
export interface DecodedName {
  readonly surname: string
  readonly given: string
  /** Which characters of the given name were explained. */
  readonly explained: readonly boolean[]
  readonly surnameExplained: boolean
  /** Where the words that tell it end. */
  readonly end: number
}

const longestAnswer = 48

/**
 * The name that words tell from their beginning on, of which at least one character is explained: of all names that the words
 * may hold, the one that leaves the fewest of them unaccounted for. 解放的解念谢谢晓彤 tells 解晓彤, 古稻谷的谷谷文斌文质彬彬的彬 tells
 * 谷文彬. `known` are surnames by which the caller may be called.
 */
export function decodeName(words: string, known: readonly string[]): DecodedName | undefined {
  return decoded(`${words.slice(0, longestAnswer)}|${known.join('|')}`)
}

const decoded = oncePerText((key): DecodedName | undefined => {
  const [text = '', ...known] = key.split('|')
  const explanations = explanationsIn(text)
  if (explanations.length === 0) return undefined
  let best: { readonly candidate: Candidate; readonly path: Path; readonly end: number } | undefined
  for (const candidate of candidatesIn(text, explanations, known)) {
    const found = accountFor(text, candidate, explanations)
    if (found === undefined) continue
    const total = found.path.cost + prior(candidate, found.path, explanations, text, known)
    if (total <= mostCost && total < (best?.path.cost ?? Infinity))
      best = { candidate, end: found.end, path: { ...found.path, cost: total } }
  }
  if (best === undefined || best.candidate.given.length === 0 || !best.path.explains) return undefined
  const { candidate, path, end } = best
  const letters = path.letters.slice(1)
  const surname = surnameAsWritten(text, candidate.surname, path.letters[0], known)
  const given = candidate.given.map((letter, index) => letters[index] ?? letter).join('')
  return {
    surname,
    given,
    explained: candidate.given.map((_, index) => letters[index] !== undefined),
    surnameExplained: path.letters[0] !== undefined,
    end,
  }
})

/** As explained, unless another character of the sound was said more often (施方字旁那个师叫施敏), or as it is known. */
function surnameAsWritten(
  text: string,
  said: string,
  explained: string | undefined,
  known: readonly string[],
): string {
  if (explained === undefined) return known.find((one) => soundAlike(one, said)) ?? said
  if (text.includes('不是')) return explained
  const times = (letter: string): number => text.split(letter).length
  return Array.from(text)
    .filter((letter) => soundAlike(letter, said) && surnameRank(letter) < Infinity)
    .reduce((most, letter) => (times(letter) > times(most) ? letter : most), explained)
}
