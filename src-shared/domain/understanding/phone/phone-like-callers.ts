import type { Hearing, Line } from '../hearing/hearing.ts'
import { otherContact } from '../person/other-contact.ts'
import { callerDigits, type DigitRun } from './phone-digits.ts'
import { isTail } from './phone-place.ts'

const mostOfEnd = 7
const mobileLength = 11
const numerals = '零一二三四五六七八九十'
const callers = '(?:我(?!老|妈|爸|儿|女)|来电|这个|本机|现在)(?:的|这个|这部|号码?|电话|手机|来电|打的|用的)*'
const same = '(?:一样|相同|不变|同一个)'
/** 他的号同我前八位一样, 前面跟我的都一样. */
const beginsAlike = [
  new RegExp(
    `(?:跟|和|同|与)${callers}前(?:面|边)?(?:那)?(?:([二三四五六七八九十])[位个])?(?:数字?|号码|都|是|的)*${same}`,
  ),
  new RegExp(
    `前(?:面|边)?(?:那)?(?:([二三四五六七八九十])[位个])?(?:数字?|号码|都|是|的)*(?:跟|和|同|与)${callers}(?:都|是)*${same}`,
  ),
  new RegExp(
    `(?:跟|和|同|与)${callers}(?:就|只有|只是|只差|相差|差)*(?=(?:最?后|尾)(?:面|边)?那?[一两二三四五六][位个])`,
  ),
]
/** 就最后一位不同. */
const endsOtherwise = /(?:最?后|尾)(?:面|边)?那?([一两二三四五六])[位个](?:数字?|号码)?.{0,3}(?:不同|不一样)/

/**
 * The call-in number as far as the wanted one is like it: 前八位跟我的一样, 跟我就最后一位不同. Digits in the line are its end.
 */
export function likeCallers(hearing: Hearing, { text }: Line, runs: readonly DigitRun[]): string | undefined {
  const caller = callerDigits(hearing)
  const alike = beginsAlike.map((words) => words.exec(text)).find((match) => match !== null)
  if (caller === undefined || alike === undefined) return undefined
  const length = numerals.indexOf(alike[1] ?? '零')
  if (length > 0) return caller.slice(0, length)
  const differing = endsOtherwise.exec(text)?.[1]?.replace('两', '二')
  const end = runs.at(-1)?.digits.length ?? (differing === undefined ? 0 : numerals.indexOf(differing))
  return end > 0 && end < mostOfEnd ? caller.slice(0, -end) : undefined
}

/**
 * The call-in number where the one told is that with a digit too many or too few (一三九一一一一一二二二二): the recogniser's slip,
 * unless somebody else is to be called.
 */
export function meantCallers(hearing: Hearing, readings: readonly string[]): string | undefined {
  const caller = callerDigits(hearing)
  if (caller?.length !== mobileLength || otherContact(hearing) !== undefined) return undefined
  const near = readings.some((told) =>
    told.length > caller.length ? lacksOne(told, caller) : lacksOne(caller, told),
  )
  return near ? caller : undefined
}

/** True where `shorter` is `longer` without one of its digits. */
export function lacksOne(longer: string, shorter: string): boolean {
  if (longer.length !== shorter.length + 1) return false
  return Array.from(longer).some((_, at) => longer.slice(0, at) + longer.slice(at + 1) === shorter)
}

/** 我尾数四零二她四零三: of two ends the caller's own, where another person is the contact. */
export function isOwnTail(hearing: Hearing, { digits, before }: DigitRun): boolean {
  const caller = callerDigits(hearing) ?? ''
  return (
    otherContact(hearing) !== undefined &&
    isTail(before) &&
    /我(?:的|这个)?(?:尾|后|最后)/.test(before) &&
    caller.endsWith(digits)
  )
}
