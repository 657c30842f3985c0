import { toSyllables } from '../../../text/pinyin.ts'

/** One digit as it was spoken. */
export interface SpokenDigit {
  readonly value: string
  readonly start: number
  readonly end: number
  /** True for a word that only sounds like a digit: 是 for 四, 妖 for 幺. Its neighbours decide. */
  readonly weak: boolean
}

// 幺, 洞, 拐 and 勾 are how soldiers, dispatchers and many elderly people say 1, 0, 7 and 9.
// 廿六 is 二六 where a number is dictated.
const spokenDigits = '零〇一幺二两廿三四五六七八九洞拐勾'
const spokenValues = '00112223456789079'

/** What a recogniser writes for a digit has at least its sound. */
const soundValues: Readonly<Record<string, string>> = {
  ...{
    ling: '0',
    lin: '0',
    dong: '0',
    yi: '1',
    yao: '1',
    er: '2',
    liang: '2',
    san: '3',
    shan: '3',
    si: '4',
    shi: '4',
  },
  ...{ wu: '5', liu: '6', niu: '6', qi: '7', guai: '7', ba: '8', jiu: '9', gou: '9' },
}

const repeat = /^(双|[两俩二三四五六])(个?)(?=([零〇一幺二两三四五六七八九洞拐勾\d]))/
const repeatCounts: Readonly<Record<string, number>> = {
  双: 2,
  两: 2,
  俩: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
}
const counted = /(后面?|最后|前面?|中间|末尾|尾)那?$/
const filler = /[啊哦哈呃呢]/
const strongPattern = /[零〇一幺二两三四五六七八九洞拐勾\d]/

/** Reads a text's digits one by one, those near a digit that only sound like one included; in the order of the text. */
export function spokenDigitsOf(text: string): readonly SpokenDigit[] {
  const digits: SpokenDigit[] = []
  for (let start = 0; start < text.length; start = Math.max(start + 1, digits.at(-1)?.end ?? 0)) {
    const repeated = repeatedAt(text, start)
    if (repeated.length > 0) {
      digits.push(...repeated)
      continue
    }
    const character = text.charAt(start)
    const strong = strongValue(character)
    const value =
      strong ?? (digitNear(text, start) ? soundValues[toSyllables(character)[0] ?? ''] : undefined)
    if (value !== undefined) digits.push({ value, start, end: start + 1, weak: strong === undefined })
  }
  return digits
}

/** 三个八 and 双八; 后面四个零零六六 counts the digits that follow instead. */
function repeatedAt(text: string, start: number): readonly SpokenDigit[] {
  const [, count = '', measure = '', spoken = ''] = repeat.exec(text.slice(start, start + 4)) ?? []
  if (count === '' || (measure === '' && count !== '双' && count !== '俩')) return []
  if (counted.test(text.slice(0, start))) return []
  const end = start + count.length + measure.length + 1
  const value = strongValue(spoken) ?? spoken
  return Array.from({ length: repeatCounts[count] ?? 1 }, () => ({ value, start, end, weak: false }))
}

function digitNear(text: string, index: number): boolean {
  return strongPattern.test(text.slice(Math.max(0, index - 2), index + 3))
}

/** True where nothing but a drawl stands between two digits. */
export function isDrawl(between: string): boolean {
  return between === '' || (between.length === 1 && filler.test(between))
}

function strongValue(character: string): string | undefined {
  const at = spokenDigits.indexOf(character)
  if (character !== '' && at >= 0) return spokenValues[at]
  return /^\d$/.test(character) ? character : undefined
}
