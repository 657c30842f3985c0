import { relationIn, relatives } from '../person/relations.ts'
import { isFullNumber } from './phone-digits.ts'

/** One of several numbers that the citizen gave, with the words before it. */
export interface NumberOffer {
  readonly digits: string
  readonly label: string
  /** The words before it name somebody else as its owner. */
  readonly anothers: boolean
}

const occasions =
  /座机|手机|白天|晚上|夜里|上班|下班|平时|周末|家里|单位|公司|办公室|店里|移动|联通|电信|新|旧|老/g
/** 打我的就好了: the caller's own, not the neighbour's. */
const ownOne = /(打|留|记|用|联系|找|写|填)(给|回)?我(的|自己|本人|就|这边|这个|$)/
/** 登记我阿峰当备用的: whose number is only kept beside. */
const keptBeside = /(.{1,4}?)(?:就|只)?(?:[当做作]|作为|算)(?:个)?备用/
/** 我爱人的她时间多: whose it is comes first. */
const startsWithOwner = new RegExp(`^(?:就|那|啊|嗯)*我?${relatives}的`)
/** 上班时间打座机优先座机吧: the one that is put first. */
const preferred = /(?:优先|主要|首选|先)(?:打|联系|留|用|是)*(座机|手机)|(座机|手机)(?:优先|为主|为准|吧|$)/
const meaningless = /[的是就打留记用我你他她这那个一了吧啊电话手机号码]/
const choosing = /留|打|用|记|登记|选|联系|填|要|第[一二两]个|前面|后面|那个|主要|为准/

/** The number that the citizen picks among several by its label, its place or its last digits: 留晚上那个. */
export function chosen(
  offers: readonly NumberOffer[],
  words: string,
  tails: readonly string[],
): string | undefined {
  const numbers = [...new Set(offers.map((offer) => offer.digits))]
  if (numbers.length < 2) return undefined
  const beside = keptBeside.exec(words)?.[1]
  if (beside !== undefined) return onlyOne(offers.filter((offer) => !isOf(offer, beside)))
  const byTail = numbers.filter((number) => tails.some((tail) => tail.length >= 3 && number.endsWith(tail)))
  if (byTail.length === 1) return byTail[0]
  if (!choosing.test(words) && words.length > 6 && !startsWithOwner.test(words)) return undefined
  if (/第一个|前面(那|这)?个|前一个|头一个|先(前|头)那个/.test(words)) return numbers[0]
  if (/第二个|后面(那|这)?个|后一个|后头那个/.test(words)) return numbers[1]
  const own = offers.filter(({ anothers, label }) => !anothers && relationIn(label) === '')
  if (ownOne.test(words) && own.length > 0) return onlyOne(own)
  const kind = preferred.exec(words)
  const ofKind = offers.filter(({ digits }) => kindOf(digits) === (kind?.[1] ?? kind?.[2]))
  if (ofKind.length > 0) return onlyOne(ofKind)
  const said = words.match(occasions)?.[0]
  const labelled = offers.filter((offer) =>
    said === undefined
      ? shareWord(offer.label, words)
      : offer.label.includes(said) || kindOf(offer.digits) === said,
  )
  return onlyOne(labelled)
}

/** The number is of whom the words name: 我的, 阿峰, 我老婆. */
function isOf({ anothers, label }: NumberOffer, owner: string): boolean {
  if (/我的?$|我自己的?$/.test(owner)) return !anothers && relationIn(label) === ''
  return shareWord(label, owner)
}

/** The number of these offers, where they are of one. */
function onlyOne(offers: readonly NumberOffer[]): string | undefined {
  const numbers = new Set(offers.map(({ digits }) => digits))
  return numbers.size === 1 ? [...numbers][0] : undefined
}

/** 我同事小陈的… and then 打小陈的: a word of two characters that both have. */
function shareWord(label: string, words: string): boolean {
  return Array.from(words, (_, at) => words.slice(at, at + 2)).some(
    (word) => word.length === 2 && !meaningless.test(word) && label.includes(word),
  )
}

export function kindOf(digits: string): string {
  return isFullNumber(digits) && digits.startsWith('1') ? '手机' : '座机'
}
