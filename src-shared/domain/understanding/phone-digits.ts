import type { Line } from './hearing.ts'

/** A stretch of digits read one by one, as part of a telephone number is. */
export interface DigitRun {
  readonly digits: string
  readonly start: number
  readonly end: number
  /** The words between the run before it (or the start of the line) and this run. */
  readonly before: string
}

// 幺, 洞, 拐 and 勾 are how soldiers, dispatchers and many elderly people say 1, 0, 7 and 9.
const spokenDigits = '零〇一幺二两三四五六七八九洞拐勾'
const spokenValues = '0011223456789079'
const digit = `[${spokenDigits}\\d]`
const repeated = `[二两三四五六]个${digit}`
const runPattern = new RegExp(`(?:${repeated}|${digit})(?:[啊哦哈]?(?:${repeated}|${digit}))*`, 'g')

const unitAfter =
  /^(号[^码]|号$|楼|栋|幢|单元|点|块|元|个|年|月|天|日|岁|米|度|路|弄|室|房|次|人|家|户|万|千|百|十|斤|条|楼|期|区|分|周|层)/
const unitBefore = /[第十百千万]$/
const foreignLabel =
  /(身份证|证件|银行卡|卡号|账号|账户|工单|编号|订单|单号|车牌|牌照|户号|房号|尾号|邮编|验证码|保单|发票|合同|学号|工号|编码|密码|流水)(号码?|编号)?.{0,4}$/
const othersLabel =
  /(商家|老板|店家|店里|物业|公司|客服|对方|房东|中介|司机|经理|他们|单位|骗子|医院|学校|热线).{0,3}(电话|手机|号码|打).{0,4}$/
const hotlineAfter = /^(政务|热线|便民|政府|平台|市民|市长|这里)/

/** The digit runs of a line that may belong to somebody's telephone number; ID, card and ticket numbers are left out. */
export function digitRuns(line: Line): readonly DigitRun[] {
  const runs: DigitRun[] = []
  let previousEnd = 0
  for (const match of line.text.matchAll(runPattern)) {
    const start = match.index
    const end = start + match[0].length
    const digits = readDigits(match[0])
    const left = line.text.slice(0, start)
    const right = line.text.slice(end)
    const before = line.text.slice(previousEnd, start)
    if (digits.length < 7 && (unitAfter.test(right) || unitBefore.test(left))) continue
    previousEnd = end
    if (foreignLabel.test(left) || othersLabel.test(left)) continue
    if (digits === '12345' && (hotlineAfter.test(right) || /打|拨|是$/.test(left))) continue
    runs.push({ digits: unrepeated(digits), start, end, before })
  }
  return runs
}

function readDigits(words: string): string {
  return words
    .replace(/[啊哦哈]/g, '')
    .replace(/([二两三四五六])个(.)/g, (_, count: string, spoken: string) =>
      valueOf(spoken).repeat(Number(valueOf(count))),
    )
    .replace(/./g, valueOf)
}

function valueOf(spoken: string): string {
  const at = spokenDigits.indexOf(spoken)
  return at < 0 ? spoken : (spokenValues[at] ?? spoken)
}

/** A number said twice in one breath is one number. */
function unrepeated(digits: string): string {
  const half = digits.length / 2
  return half >= 7 && digits.slice(0, half) === digits.slice(half) ? digits.slice(0, half) : digits
}

/** A mainland mobile number, or a landline with its area code. */
export function isFullNumber(digits: string): boolean {
  return /^1[3-9]\d{9}$/.test(digits) || /^0(10|2\d|[3-9]\d{2})[2-8]\d{6,7}$/.test(digits)
}

/** A landline without its area code: a number only where one was asked for. */
export function isLocalNumber(digits: string): boolean {
  return /^[2-8]\d{6,7}$/.test(digits)
}

/** In how many places two digit strings of one length differ. */
export function distance(a: string, b: string): number {
  return Array.from(a).filter((character, index) => character !== b[index]).length
}

/**
 * Puts a corrected piece where it fits `digits` best: at the place with the fewest differing digits, the later one
 * where two are equal. A piece that runs past the end of an unfinished number goes on from there.
 */
export function correct(digits: string, piece: string): string {
  if (isFullNumber(piece) || piece.length >= digits.length) return piece
  const finished = isFullNumber(digits) || digits.length >= 11
  const last = digits.length - (finished ? piece.length : 1)
  let best = { at: Math.max(digits.length - piece.length, 0), cost: Infinity }
  for (let at = 0; at <= last; at++) {
    const under = digits.slice(at, at + piece.length)
    const cost = distance(under, piece) / under.length + (piece.length - under.length) * 0.2
    if (cost <= best.cost) best = { at, cost }
  }
  return digits.slice(0, best.at) + piece + digits.slice(best.at + piece.length)
}
