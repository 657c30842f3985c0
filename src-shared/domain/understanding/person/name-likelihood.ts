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
  const { letters } = path
  if (!isTold(given, path, surname)) return Infinity
  const written = letters[0] ?? surname
  const settled = letters[0] !== undefined || known.some((one) => soundAlike(one, written))
  if (surnameRank(written) === Infinity && !settled) return Infinity
  const unlisted = surnameRank(written) === Infinity ? cost.unlisted : 0
  const rare = settled || isCommonSurname(written) ? 0 : cost.rare
  const length = given.length === 0 ? cost.surnameOnly : given.length === 1 ? cost.shortName : 0
  // 雨大禹治水的禹, 贺贺年卡的贺: the word that explains the surname holds what looks like a given name.
  const borrowed = given.filter(
    (one, index) =>
      letters[index + 1] === undefined &&
      explanations.some(({ start, end, letter, byWord, tells, shortest }) => {
        if (!shortest || (letter !== undefined && tells !== 'built' && !soundAlike(letter, surname)))
          return false
        const from = followsSurname(text, start, surname)
        return (byWord || from >= start) && text.slice(from, end).includes(one)
      }),
  )
  const again = given
    .slice(1)
    .filter((one) => Array.from(surname).some((letter) => soundAlike(one, letter))).length
  // 程怡怡是心字旁的怡: the character again, to be spelled.
  const [one = '', two] = given
  if (one === two && new RegExp(`${one}${one}就?是`).test(text)) return Infinity
  const unexplained = given.filter((_, index) => letters[index + 1] === undefined)
  // 竺可竺就是竹字头: the surname again, to be spelled.
  if (unexplained.slice(given.length === 1 ? 1 : 0).some((letter) => soundAlike(letter, surname)))
    return Infinity
  if (!unexplained.every((one) => !numeral.test(one) && isGivenLetter(one))) return Infinity
  const short = given.length === 1 ? unexplained.length * cost.shortUnexplained : 0
  const late =
    beginsWith(text, surname, explanations) || known.some((one) => soundAlike(one, surname)) ? 0 : cost.late
  return short + unlisted + rare + length + late + cost.again * again + cost.borrowed * borrowed.length
}

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
