import { oncePer, oncePerText } from '../../../base/remember.ts'
import { type Hearing, type Line, nextCitizenLine } from '../hearing/hearing.ts'
import type { WordUnits } from '../hearing/word-units.ts'
import { functionCharacters } from '../../retrieval/function-words.ts'
import { sharesWord } from './demand-clause.ts'
import { wishText } from './wish-text.ts'

/** A word of the call that may belong into the demand. */
export interface Candidate {
  readonly word: string
  /** Where it was said first. */
  readonly line: Line
  readonly start: number
  /** What speaks for or against it. */
  readonly signs: readonly string[]
}

/** A demand without what its words leave out, and what is settled beside it. */
export interface DemandSoFar {
  readonly demand: string
  /** The turns it comes from. */
  readonly turns: readonly number[]
  /** The sum at issue as it was spoken, without its unit. */
  readonly sum?: string | undefined
}

const [shortest, longest] = [2, 5]
/** So much of a demand's length tells; further characters do not. */
const [lengthStep, mostSteps] = [5, 4]
const empty = new Set(
  Array.from(
    `${functionCharacters}啊吧呢吗嘛啦咯呗哈哦喔嗯哎诶呀什么怎一二两三四五六七八九十百千万零点号年月日天岁块元钱时候上下外多少几对好行可以能请问吾系滴地又用做看没等后前中不人说`,
  ),
)
/** Words for what a call is, not for what it is about. */
const framing = new Set(['建议', '希望', '要求', '诉求', '反映', '咨询', '投诉', '举报', '表扬', '登记'])
/** 不要道歉, 不是暖气: what is refused or denied is not wanted. */
const refused = /^(?:不|没|别|不要|不用|不是|没有|不需要|不想|不肯|并非|无需)$/
const han = /^\p{Script=Han}+$/u
const numeral = /[零一二两三四五六七八九十百千万幺]{2}/

/** The words that a demand does not hold, one or two units each but no `plain` ones, with their signs. */
export function candidatesFor(
  hearing: Hearing,
  units: WordUnits,
  { demand, turns, sum }: DemandSoFar,
  plain: ReadonlySet<string>,
): readonly Candidate[] {
  const found = new Map<string, { told: ToldWord; line: Line; signs: Set<string> }>()
  const note = (told: ToldWord, line: Line): Set<string> => {
    const known = found.get(told.word) ?? { told, line, signs: new Set<string>() }
    found.set(told.word, known)
    return known.signs
  }
  const wordsOf = toldWords(units)(plain)
  for (const line of hearing.lines) {
    if (isObjectedTo(hearing, line)) continue
    const distance = Math.min(...turns.map((turn) => Math.abs(turn - line.index)))
    const near = distance === 0 ? 'same' : distance === 1 ? 'near' : undefined
    for (const told of wordsOf(line)) {
      if (sharesWord(told.word, demand)) continue
      const signs = note(told, line)
      for (const sign of told.signs) signs.add(sign)
      if (near !== undefined) signs.add(near)
    }
    const at = sum === undefined || demand.includes(sum) ? -1 : wishText(line.text).indexOf(sum)
    if (sum !== undefined && at >= 0) note({ word: sum, start: at, units: 1, signs: [] }, line).add('sum')
  }
  return [...found.values()].map(({ told, line, signs }) => ({
    word: told.word,
    line,
    start: told.start,
    signs: [...signs, ...signsOf(told, demand), ...(saidByBoth(signs) ? ['both'] : [])],
  }))
}

/** A word of a line, and what tells of it there. */
interface ToldWord {
  readonly word: string
  readonly start: number
  readonly units: number
  readonly signs: readonly string[]
}

/** The words of a line that may tell of a demand; lines are read again with each turn of their call. */
const toldWords = oncePer((units: WordUnits) =>
  oncePer((plain: ReadonlySet<string>) =>
    oncePer((line: Line): readonly ToldWord[] => {
      const words = units(wishText(line.text))
      let start = 0
      return words.flatMap((first, at) => {
        const before = words[at - 1] ?? '^'
        const here = start
        start += first.length
        if (refused.test(before)) return []
        return [words.slice(at, at + 1), words.slice(at, at + 2)].flatMap((own) => {
          const word = own.join('')
          if (!mayTell(own, word, plain)) return []
          const signs = whereSaid(line, before, words[at + own.length] ?? '$')
          return [{ word, start: here, units: own.length, signs }]
        })
      })
    }),
  ),
)

function mayTell(units: readonly string[], word: string, plain: ReadonlySet<string>): boolean {
  if (word.length < shortest || word.length > longest || !han.test(word) || numeral.test(word)) return false
  return units.every((unit) => !plain.has(unit) && !framing.has(unit) && saysSomething(unit))
}

const saysSomething = (unit: string): boolean => Array.from(unit).some((character) => !empty.has(character))

/** 您要求退款对吧, answered by 不是我要换货. */
const isObjectedTo = (hearing: Hearing, line: Line): boolean =>
  line.speaker === 'seat' && nextCitizenLine(hearing, line)?.reply === 'no'

/** Told apart by who says it: 帮您修 of the seat is another thing than 帮我修 of the caller. */
function whereSaid(line: Line, before: string, after: string): readonly string[] {
  const who = line.speaker.charAt(0)
  return [who, `${who}<${before}`, `${who}>${after}`, ...Array.from(line.asked, (topic) => `asked:${topic}`)]
}

function signsOf({ word, units }: ToldWord, demand: string): readonly string[] {
  const shared = Array.from(word).filter((character) => demand.includes(character)).length
  return [
    ...wordSigns(word),
    `size:${String(units)},${String(word.length)}`,
    `shared:${String(Math.min(2, shared))}`,
    `demand:${String(Math.min(mostSteps, Math.floor(demand.length / lengthStep)))}`,
  ]
}

const wordSigns = oncePerText((word): readonly string[] => [
  'any',
  `=${word}`,
  `${word.charAt(0)}_`,
  `_${word.charAt(word.length - 1)}`,
])

const saidByBoth = (signs: ReadonlySet<string>): boolean => signs.has('c') && signs.has('s')
