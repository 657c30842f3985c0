import { arabicDigits, digitCharacters } from './numeral.ts'
import { patternRule, type Reading, type Rule } from './rule.ts'
import type { SpanKind } from './written-text.ts'

/** Digits read one by one from a place on, with the places where a reader may have stopped. */
interface DigitString {
  readonly digits: string
  readonly end: number
  /** The words up to the first comma or blank. */
  readonly firstDigits: string
  readonly firstEnd: number
  readonly words: string
  readonly repeats: boolean
}

const oneDigit = new RegExp(`[${digitCharacters}两洞拐勾]`)
const repeated = new RegExp(`([两二三四五六七八九])个([${digitCharacters}])(?![十百千万亿])`, 'y')
const doubled = new RegExp(`双([${digitCharacters}])`, 'y')
const separator = new RegExp(`[ ，、,-] ?(?=[${digitCharacters}])`, 'y')
/** The check character of an ID number: 叉, or the letter in either case. */
const checkLetter = / ?(?:[Xx叉]|艾克斯)/y

/** Telephone numbers of any kind that are dialled in full. */
const telephone =
  /^(?:1[3-9]\d{9}|0(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}|[48]00\d{7}|11[0249]|12[02]|12[13]\d{2}|12\d{3}|100\d{2}|9[56]\d{3,6}|123\d{2})$/
const localTelephone = /^[2-8]\d{6,7}$/
const telephoneBefore = /(?:电话|座机|号码|拨打?|打|固话|分机)(?:是|为|了)?$/
/** GB 11643: 17 digits with the date of birth among them, and a check character. */
const idNumber = /^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/
const label =
  /(?:尾号|号码|工号|编号|单号|卡号|账号|户号|房号|门牌|学号|密码|验证码|取件码|尾数|区号|邮编|末尾|最后|后[两三四]位|前[三四]位|开头|尾巴|分机)(?:数字)?(?:号|都|就)?(?:是|为)?$/
const repeatsAfter = /^(?:$|[，。？！,的吧啊呢哦嘛结对是吗尾])/
/** 三四五楼, 一二三等奖: neighbours in a row before such a word may be several things. */
const several = /^(?:[天年个月次楼层栋期级季等线班家户人岁点米块元条位名])/
const extension = new RegExp(`转(?:分机)?([${digitCharacters}]{1,6})(?![十百千万亿${digitCharacters}])`, 'y')

/** 尾号双八 and the like; among other digits 双 is read by {@link digitStringRule}. */
export const doubledRule: Rule = patternRule(
  'number',
  `(?<=(?:尾号|尾数|后两位|最后)(?:都?是)?)双([${digitCharacters}])(?![十百千万亿])`,
  (word) => arabicDigits(word)?.repeat(2),
)

/** Telephone, ID, ticket and other numbers that are read digit by digit: 幺, 三个八, 双八 and groups with pauses included. */
export const digitStringRule: Rule = (text, at) => {
  const string = readDigits(text, at)
  if (string === undefined) return undefined
  if (/^(?:[十百千万亿双]|个\d)/.test(text.slice(string.end, string.end + 2))) return undefined
  const whole = kindOf(string.digits, text, at)
  if (whole === 'phone') return withExtension(text, { ...string, kind: whole })
  if (whole === 'id-number') return { end: string.end, kind: whole, written: string.digits }
  const { firstDigits: digits, firstEnd: end } = string
  if (!isNumber(text, at, string)) return undefined
  const kind = kindOf(digits, text, at)
  return kind === 'phone' ? withExtension(text, { digits, end, kind }) : { end, kind, written: digits }
}

function kindOf(digits: string, text: string, at: number): SpanKind {
  if (idNumber.test(digits)) return 'id-number'
  if (telephone.test(digits)) return 'phone'
  const before = text.slice(Math.max(0, at - 6), at)
  return localTelephone.test(digits) && telephoneBefore.test(before) ? 'phone' : 'number'
}

/** Whether the digits are a number at all, and not 三五 or 一二三等奖. */
function isNumber(text: string, at: number, string: DigitString): boolean {
  const { firstDigits: digits, firstEnd: end, words } = string
  const labelled = label.test(text.slice(Math.max(0, at - 9), at))
  if (string.repeats && digits.length < 7)
    return labelled || (repeatsAfter.test(text.slice(end, end + 1)) && !words.endsWith('一'))
  if (/[洞拐勾]/.test(words) && digits.length < 7 && !words.includes('幺')) return false
  if (words.includes('两') && digits.length < 7 && !words.includes('幺')) return false
  if (digits.length < 3) return labelled && digits.length > 0 && !several.test(text.slice(end, end + 1))
  return !(
    '一二三四五六七八九'.includes(words) &&
    digits.length < 5 &&
    several.test(text.slice(end, end + 1))
  )
}

function withExtension(
  text: string,
  { digits, end, kind }: { readonly digits: string; readonly end: number; readonly kind: SpanKind },
): Reading {
  extension.lastIndex = end
  const match = extension.exec(text)
  if (match === null || digits.length < 7) return { end, kind, written: digits }
  return { end: end + match[0].length, kind, written: `${digits}转${arabicDigits(match[1] ?? '') ?? ''}` }
}

function readDigits(text: string, start: number): DigitString | undefined {
  let digits = ''
  let at = start
  let first: { readonly digits: string; readonly end: number } | undefined
  let repeats = false
  for (;;) {
    const token = nextDigits(text, at, digits.length)
    if (token !== undefined) {
      digits += token.digits
      repeats ||= token.digits.length > 1
      at = token.end
      continue
    }
    const pause = lengthOf(separator, text, at)
    if (pause === 0 || digits === '') break
    first ??= { digits, end: at }
    at += pause
  }
  const trimmed = withoutTurning(text, start, at, digits)
  if (trimmed.digits === '') return undefined
  first ??= trimmed
  return {
    ...trimmed,
    firstDigits: first.digits,
    firstEnd: first.end,
    words: text.slice(start, first.end),
    repeats,
  }
}

function nextDigits(
  text: string,
  at: number,
  count: number,
): { readonly digits: string; readonly end: number } | undefined {
  repeated.lastIndex = at
  const several = repeated.exec(text)
  if (several !== null) {
    const times = Number(arabicDigits(several[1] ?? ''))
    return { digits: (arabicDigits(several[2] ?? '') ?? '').repeat(times), end: at + several[0].length }
  }
  if (count > 0) {
    doubled.lastIndex = at
    const twice = doubled.exec(text)
    if (twice !== null) return { digits: (arabicDigits(twice[1] ?? '') ?? '').repeat(2), end: at + 2 }
  }
  if (count === 17) {
    const length = lengthOf(checkLetter, text, at)
    if (length > 0) return { digits: 'X', end: at + length }
  }
  const word = text.charAt(at)
  return oneDigit.test(word) ? { digits: arabicDigits(word) ?? '', end: at + 1 } : undefined
}

/** 幺零幺拐弯 ends before 拐. */
function withoutTurning(
  text: string,
  start: number,
  end: number,
  digits: string,
): { readonly digits: string; readonly end: number } {
  const turning = end > start && /拐[弯角到进过来去个向了]/.test(text.slice(end - 1, end + 1))
  return turning ? { digits: digits.slice(0, -1), end: end - 1 } : { digits, end }
}

function lengthOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}
