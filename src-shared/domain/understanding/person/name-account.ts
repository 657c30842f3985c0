import { toSyllables } from '../../../text/pinyin.ts'
import type { Candidate } from './name-candidates.ts'
import { filler, restart } from './name-fillers.ts'
import type { Explanation } from './name-pieces.ts'
import { soundAlike } from './surnames.ts'

/** Words with which the answer goes on to something else. */
const goesOn =
  /^(?:电话|手机|号码|号|联系|来电|[打我他她你您住在留用今要]|不[过用要]|可以|想[请问要反投举]|[一幺1][1-9一三四五六七八九]|[零二三四五六七八九0-9]{3}|谢谢(?:$|[您你啊])|班长|就(?:打|这|行|好|可以))/
/** What the pieces of an answer cost, and what is junk. */
const cost = {
  surname: 0.3,
  given: 0.3,
  letter: 0.45,
  again: 0.2,
  filler: 0.1,
  restart: 0.6,
  junk: 1,
  breakOff: 1,
} as const
/** A reading that costs more accounts for too little. */
export const mostCost = 1.8

/** How a name accounts for words. */
export interface Path {
  readonly cost: number
  /** The characters as explained so far. */
  readonly letters: readonly (string | undefined)[]
  readonly explains: boolean
  /** How much of the name was said in one piece. */
  readonly inOnePiece: 'all' | 'given' | 'none'
  /** The name itself is the last that was said. */
  readonly ends: boolean
}

/** The cheapest way in which the name accounts for the words, and where they end. */
export function accountFor(
  text: string,
  candidate: Candidate,
  explanations: readonly Explanation[],
): { readonly path: Path; readonly end: number } | undefined {
  const name = [candidate.surname, ...candidate.given]
  const told = 2 ** name.length - 1
  const paths: Map<number, Path>[] = Array.from({ length: text.length + 1 }, () => new Map<number, Path>())
  paths[0]?.set(0, {
    cost: 0,
    letters: name.map(() => undefined),
    explains: false,
    inOnePiece: 'none',
    ends: false,
  })
  let best: { readonly path: Path; readonly end: number } | undefined
  for (let at = 0; at <= text.length; at++) {
    for (const [mask, path] of paths[at] ?? []) {
      const stop = at === text.length || goesOn.test(text.slice(at)) ? 0 : breakOff(path)
      if (mask === told && path.cost + stop < (best?.path.cost ?? Infinity))
        best = { path: { ...path, cost: path.cost + stop }, end: at }
      if (path.cost > mostCost) continue
      for (const step of stepsAt(text, at, name, mask, explanations)) {
        const to = paths[at + step.length]
        const reached = mask | step.tells
        const total = path.cost + step.cost
        if (to === undefined || (to.get(reached)?.cost ?? Infinity) <= total) continue
        const letters =
          step.letter === undefined
            ? path.letters
            : path.letters.map((letter, index) =>
                step.settles.includes(index) && !(step.denied && letter !== undefined) ? step.letter : letter,
              )
        to.set(reached, {
          cost: total,
          letters,
          explains: path.explains || step.explains,
          inOnePiece: step.inOnePiece ?? path.inOnePiece,
          ends: step.inOnePiece !== undefined || (path.ends && step.aside === true),
        })
      }
    }
  }
  return best
}

/** 植物的植好少见: only behind a name that was said whole may the answer go on with any words. */
const breakOff = ({ inOnePiece }: Path): number => (inOnePiece === 'given' ? Infinity : cost.breakOff)

/** One piece of an answer: how long it is, what it costs, and which characters of the name it tells. */
interface Step {
  readonly length: number
  readonly cost: number
  readonly tells: number
  readonly letter: string | undefined
  readonly settles: readonly number[]
  readonly explains: boolean
  readonly inOnePiece?: 'all' | 'given'
  /** 先生, 男的: behind a name that ends. */
  readonly aside?: boolean
  /** It settles only what nothing else has settled. */
  readonly denied: boolean
}

const step = (length: number, price: number, tells = 0): Step => ({
  length,
  cost: price,
  tells,
  letter: undefined,
  settles: [],
  explains: false,
  denied: false,
})

function stepsAt(
  text: string,
  at: number,
  name: readonly string[],
  mask: number,
  explanations: readonly Explanation[],
): readonly Step[] {
  const rest = text.slice(at)
  const steps = [step(1, cost.junk), ...piecesOfName(rest, name, mask)]
  const between = filler.exec(rest)
  if (between !== null) steps.push({ ...step(between[0].length, cost.filler), aside: true })
  const begun = restart.exec(rest)
  if (begun !== null) steps.push(step(begun[0].length, cost.restart))
  for (const one of explanations) {
    if (one.start !== at) continue
    const explaining = explainingStep(one, name)
    if (explaining !== undefined) steps.push(explaining)
  }
  return steps
}

function piecesOfName(rest: string, name: readonly string[], mask: number): readonly Step[] {
  const steps: Step[] = []
  const [surname = '', ...given] = name
  const reads = (words: readonly string[], from: number): boolean =>
    words.join('') !== '' && soundsLike(rest.slice(from, from + words.join('').length), words)
  const all = 2 ** name.length - 1
  if (given.length > 0 && reads(name, 0))
    steps.push({ ...step(name.join('').length, mask === all ? cost.again : 0, all), inOnePiece: 'all' })
  if (reads([surname], 0)) steps.push(step(surname.length, cost.surname, 1))
  if (given.length > 0 && reads(given, 0))
    steps.push({
      ...step(given.length, cost.given, all - 1),
      ...(mask === all ? {} : { inOnePiece: 'given' as const }),
    })
  if (given.length > 1)
    given.forEach((letter, index) => {
      if (soundAlike(rest.charAt(0), letter)) steps.push(step(1, cost.letter, 2 ** (index + 1)))
    })
  return steps
}

/** 佟 and 冬 alike: each character of the words sounds like that of the name. */
function soundsLike(words: string, name: readonly string[]): boolean {
  let at = 0
  return name.every((letters) => {
    const heard = words.slice(at, at + letters.length)
    at += letters.length
    return heard !== '' && soundAlike(heard, letters)
  })
}

function explainingStep(
  { start, end, letter, agrees, tells, byWord, cost: price }: Explanation,
  name: readonly string[],
): Step | undefined {
  const plain = step(end - start, price)
  if (letter === undefined) return { ...plain, explains: true }
  const meant = name.flatMap((one, index) => {
    const alike =
      byWord || index === 0 ? soundAlike(one, letter) : toSyllables(one).join() === toSyllables(letter).join()
    return alike ? [index] : []
  })
  if (meant.length === 0) return undefined
  if (tells === 'built') return plain
  const told = meant.reduce((mask, index) => mask | (2 ** index), 0)
  const settles = agrees ? meant : []
  return { ...plain, tells: told, letter, settles, explains: true, denied: tells === 'denied' }
}
