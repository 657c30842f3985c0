import { isFullNumber } from './phone-digits.ts'

/** One of several numbers that the citizen gave, with the words before it. */
export interface NumberOffer {
  readonly digits: string
  readonly label: string
}

const occasions =
  /座机|手机|白天|晚上|夜里|上班|下班|平时|周末|家里|单位|公司|办公室|店里|移动|联通|电信|新|旧|老/g
const choosing = /留|打|用|记|登记|选|联系|填|要|第[一二两]个|前面|后面|那个|主要|为准/

/** The number that the citizen picks among several by its label, its place or its last digits: 留晚上那个. */
export function chosen(
  offers: readonly NumberOffer[],
  words: string,
  tails: readonly string[],
): string | undefined {
  const numbers = [...new Set(offers.map((offer) => offer.digits))]
  if (numbers.length < 2) return undefined
  const byTail = numbers.filter((number) => tails.some((tail) => tail.length >= 3 && number.endsWith(tail)))
  if (byTail.length === 1) return byTail[0]
  if (!choosing.test(words) && words.length > 6) return undefined
  if (/第一个|前面(那|这)?个|前一个|头一个|先(前|头)那个/.test(words)) return numbers[0]
  if (/第二个|后面(那|这)?个|后一个|后头那个/.test(words)) return numbers[1]
  const said = words.match(occasions)?.[0]
  if (said === undefined) return undefined
  const labelled = offers.filter((offer) => offer.label.includes(said) || kindOf(offer.digits) === said)
  return labelled.length === 1 ? labelled[0]?.digits : undefined
}

function kindOf(digits: string): string {
  return isFullNumber(digits) && digits.startsWith('1') ? '手机' : '座机'
}
