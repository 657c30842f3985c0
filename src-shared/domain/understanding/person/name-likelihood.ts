import { isGivenLetter } from './given-letters.ts'
import type { Path } from './name-account.ts'
import { type Candidate, numeral } from './name-candidates.ts'
import { filler, restart } from './name-fillers.ts'
import type { Explanation } from './name-pieces.ts'
import { isCommonSurname, soundAlike, surnameRank } from './surnames.ts'

const cost = {
  rare: 0.4,
  shortName: 0.25,
  shortUnexplained: 0.5,
  late: 0.6,
  surnameOnly: 0.5,
  borrowed: 0.75,
  again: 1,
  unlisted: 0.6,
} as const

/** Where a word that begins right behind the surname, or one character later, may have begun; its end where it stands elsewhere. */
function followsSurname(text: string, start: number, surname: string): number {
  if (soundAlike(text.charAt(start - 2), surname)) return start - 1
  if (soundAlike(text.charAt(start), surname)) return start
  return soundAlike(text.charAt(start - 1), surname) ? start : Infinity
}

/** A given name was said in one piece with its surname or behind its explanation, or each of its characters was explained. */
function isTold(given: readonly string[], { letters, inOnePiece, ends }: Path, surname: string): boolean {
  if (given.length === 0) return true
  const explained = given.filter((_, index) => letters[index + 1] !== undefined).length
  if (inOnePiece === 'all') return given.length > 1 || explained === 1 || letters[0] !== undefined
  const [one = '', two = ''] = given
  if (two !== '' && soundAlike(one, two)) return false
  if (given.length === 1 || given.slice(1).some((one) => soundAlike(one, surname))) return false
  return explained === given.length || (inOnePiece === 'given' && (explained > 0 || ends))
}

/** What speaks against a name, however well it accounts for the words; Infinity where it cannot be one. */
export function prior(
  { surname, given }: Candidate,
  path: Path,
  explanations: readonly Explanation[],
  text: string,
  known: readonly string[],
): number {
  const unexplained = given.filter((_, index) => path.letters[index + 1] === undefined)
  if (!isTold(given, path, surname) || isSpelledAgain(surname, given, unexplained, text)) return Infinity
  if (!unexplained.every((one) => !numeral.test(one) && isGivenLetter(one))) return Infinity
  const borrowed = unexplained.filter((one) => isBorrowed(one, surname, explanations, text)).length
  const again = given
    .slice(1)
    .filter((one) => Array.from(surname).some((letter) => soundAlike(one, letter))).length
  const isKnown = known.some((one) => soundAlike(one, surname))
  return (
    ofSurname(surname, path.letters[0], known) +
    ofLength(given, unexplained) +
    (isKnown || beginsWith(text, surname, explanations) ? 0 : cost.late) +
    cost.again * again +
    cost.borrowed * borrowed
  )
}

/** What a surname costs that is rare, or in no list. */
function ofSurname(said: string, explained: string | undefined, known: readonly string[]): number {
  const written = explained ?? said
  const isListed = surnameRank(written) < Infinity
  if (explained !== undefined || known.some((one) => soundAlike(one, written)))
    return isListed ? 0 : cost.unlisted
  if (!isListed) return Infinity
  return isCommonSurname(written) ? 0 : cost.rare
}

function ofLength(given: readonly string[], unexplained: readonly string[]): number {
  if (given.length > 1) return 0
  return given.length === 0 ? cost.surnameOnly : cost.shortName + unexplained.length * cost.shortUnexplained
}

/** 程怡怡是心字旁的怡, 竺可竺就是竹字头: a character of the name is said again, to be spelled. */
function isSpelledAgain(
  surname: string,
  given: readonly string[],
  unexplained: readonly string[],
  text: string,
): boolean {
  const [one = '', two] = given
  if (one === two && new RegExp(`${one}${one}就?是`).test(text)) return true
  return unexplained.slice(given.length === 1 ? 1 : 0).some((letter) => soundAlike(letter, surname))
}

/** 雨大禹治水的禹, 贺贺年卡的贺: the word that explains the surname holds what looks like a given name. */
const isBorrowed = (
  one: string,
  surname: string,
  explanations: readonly Explanation[],
  text: string,
): boolean =>
  explanations.some(({ start, end, letter, byWord, tells, shortest }) => {
    if (!shortest || (letter !== undefined && tells !== 'built' && !soundAlike(letter, surname))) return false
    const from = followsSurname(text, start, surname)
    return (byWord || from >= start) && text.slice(from, end).includes(one)
  })

/** An answer begins with the surname, by its character or its explanation. */
function beginsWith(text: string, surname: string, explanations: readonly Explanation[]): boolean {
  let at = 0
  for (let step = restart.exec(text) ?? filler.exec(text); step !== null; step = filler.exec(text.slice(at)))
    at += step[0].length
  return (
    [0, at].some((from) => soundAlike(text.slice(from, from + surname.length), surname)) ||
    explanations.some(({ start, letter = '' }) => start <= at && soundAlike(letter, surname))
  )
}
