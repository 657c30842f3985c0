import { cardinalOf, numeralSource } from '../../text/numerals.ts'

/** A number that the seat said otherwise than the answer on screen has it. */
export interface SpokenDifference {
  readonly answerId: string
  /** With its unit, as spoken: 七个工作日. */
  readonly spoken: string
  /** As the answer has it: 5 个工作日. */
  readonly written: string
}

export interface AnswerWords {
  readonly id: string
  readonly answer: string
}

interface Quantity {
  readonly value: number
  readonly unit: string
  readonly words: string
  /** The sentence that it stands in. */
  readonly sentence: string
}

/** Units that answers settle (fees, periods, ages, shares); those of one meaning under one name. 月 and 号 of dates are none. */
const units: readonly (readonly [unit: string, pattern: string])[] = [
  ['工作日', '个?工作日'],
  ['天', '天|日内|个自然日'],
  ['月', '个月'],
  ['年', '年(?!\\d|[一二三四五六七八九十]月)'],
  ['小时', '个?小时|个钟头?'],
  ['分钟', '分钟'],
  ['周岁', '周?岁'],
  ['元', '元|块钱?'],
  ['%', '%|％'],
]
const unitPattern = units.map(([, pattern], index) => `(?<unit${String(index)}>${pattern})`).join('|')
const quantityPattern = new RegExp(`(?<number>${numeralSource}) ?(?:${unitPattern})`, 'gu')
const percentPattern = new RegExp(`百分之(?<number>${numeralSource})`, 'gu')
const sentencePattern = /[^。！？!?；;\n]+/gu

/** Of the two-character pieces around a number so many must be the answer's, or the seat speaks of something else. */
const leastShared = 0.34
/** A phrase shorter than this says too little to tell what it is about. */
const leastPieces = 3

/**
 * Where the seat's words (a whole turn) give another number than the answers on screen: only for a sentence that plainly is the
 * answer's, and a unit for which it settles other numbers only. A question settles nothing and is left alone.
 */
export function spokenDiffers(spoken: string, answers: readonly AnswerWords[]): readonly SpokenDifference[] {
  const said = quantitiesOf(spoken).filter(({ sentence }) => !asks(sentence))
  return answers.flatMap(({ id, answer }) => {
    const written = quantitiesOf(answer)
    return said.flatMap((quantity) => {
      const other = differing(quantity, written)
      return other === undefined ? [] : [{ answerId: id, spoken: quantity.words, written: other.words }]
    })
  })
}

function differing(said: Quantity, written: readonly Quantity[]): Quantity | undefined {
  const sameUnit = written.filter(({ unit }) => unit === said.unit)
  // The answer has this number, perhaps in another sentence: the seat has read that one.
  if (sameUnit.some(({ value }) => value === said.value)) return undefined
  const rated = sameUnit.map((quantity) => ({
    quantity,
    shared: sharedPart(said.sentence, quantity.sentence),
  }))
  const best = rated.toSorted((left, right) => right.shared - left.shared)[0]
  return best !== undefined && best.shared >= leastShared ? best.quantity : undefined
}

function quantitiesOf(text: string): readonly Quantity[] {
  const plain = text.replaceAll('**', '')
  return Array.from(plain.matchAll(sentencePattern), ([sentence]) => sentence).flatMap((sentence) => [
    ...Array.from(sentence.matchAll(quantityPattern)).flatMap((match) => {
      const unit = units.find((_, index) => match.groups?.[`unit${String(index)}`] !== undefined)?.[0]
      return unit === undefined ? [] : quantity(match.groups?.['number'], unit, match[0], sentence)
    }),
    ...Array.from(sentence.matchAll(percentPattern)).flatMap((match) =>
      quantity(match.groups?.['number'], '%', match[0], sentence),
    ),
  ])
}

function quantity(number: string | undefined, unit: string, words: string, sentence: string): Quantity[] {
  const value = cardinalOf(number ?? '')
  return value === undefined ? [] : [{ value, unit, words, sentence }]
}

/** The part of the pieces of what was said, numbers aside, that the written sentence has, too. */
function sharedPart(said: string, written: string): number {
  const pieces = piecesOf(said)
  if (pieces.size < leastPieces) return 0
  const known = piecesOf(written)
  return [...pieces].filter((piece) => known.has(piece)).length / pieces.size
}

const numeralPattern = new RegExp(numeralSource, 'gu')
/** Words of talk that are in any sentence. */
const talkPattern = /您好|请问|那个|这个|就是|我们|可以|您|我|你|的|了|呢|啊|哦|嗯|吧/gu

function piecesOf(sentence: string): ReadonlySet<string> {
  const bare = sentence.replaceAll(numeralPattern, ' ').replaceAll(talkPattern, ' ')
  const words = bare.match(/[\p{L}]+/gu) ?? []
  return new Set(
    words.flatMap((word) => Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2))),
  )
}

/** 请问您等了几天、是 3 天吗: it asks the citizen. */
function asks(sentence: string): boolean {
  return /[吗么呢]$|是不是|对不对|有没有|多少|几[个天年元块]/u.test(sentence.trim())
}
