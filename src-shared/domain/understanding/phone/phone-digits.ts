import { oncePer } from '../../../base/remember.ts'
import type { Hearing, Line } from '../hearing/hearing.ts'
import { isDrawl, type SpokenDigit, spokenDigitsOf } from '../hearing/spoken-digits.ts'

/** A stretch of digits read one by one, as part of a telephone number is. */
export interface DigitRun {
  readonly digits: string
  /** Every reading of the run, `digits` first; the others take in words at its edges that sound like digits. */
  readonly readings: readonly string[]
  readonly start: number
  readonly end: number
  /** The words between the run before it (or the start of the line) and this run. */
  readonly before: string
}

const unitAfter =
  /^(号[^码]|号$|楼|栋|幢|单元|点|块|元|个|位|年|月|天|日|岁|米|度|路|弄|室|房|次|人|家|户|万|千|百|十|斤|条|楼|期|区(?!号)|分(?!机)|周|层)/
const unitBefore = /[第十百千万]$/
const foreignLabel =
  /(身份证|证件|银行卡|卡号|账号|账户|工单|编号|订单|单号|受[理里]号?|运单|回执|办件|车牌|牌照|户号|[表案]号|房号|邮编|验证码|保单|发票|合同|学号|工号|编码|密码|流水)(号码?|编号)?.{0,4}$/
/** 一七零二…是受理号: said of the digits just before. */
const foreignAfter = /^(?:这个|那个)?是[^，]{0,3}(?:受[理里]|[订运保工]单|身份证|卡|编|学|工|流水)号/
const othersLabel =
  /(?<!我是|我在|我们是)(商家|老板|店家|店里|物业|公司|客服|对方|房东|中介|司机|经理|他们|单位|骗子|医院|学校|热线)(?:(?!留|记|写|换|打|我).){0,3}(电话|手机|号码|(?<![你您])打(?!我))(?:(?!留|记|写|换|[你您]打|打我|我(?:私人|个人|自己|本人|手机|的)).){0,4}$|(骚扰|诈骗|推销|催收|陌生|短信|小?广告牌?|牌子|门口贴|车身|传单)[^我]{0,6}(电话|手机|热线|号码?|是|上)$|(骗子|对方|人家|他们?|她|公司|司机|催收)[^你您]{0,8}打(?:给我的?|(?:过?来|电话)(?:给我)?的?.{0,2}(?:号码?|电话|手机)是?)$/
/** 十一位够了, after the digits that are counted. */
const lengthTold = /^十[一二三]?位/
const mobileLength = 11
const slipDrawl = /^[哦噢啊]$/
const hotlineAfter = /^(政务|热线|便民|政府|平台|市民|市长|这里)/
const extension = /(转|分机号?是?)$/

/** The digit runs of a line that may belong to somebody's telephone number; ID, card and ticket numbers are left out. */
export const digitRuns = oncePer((line: Line): readonly DigitRun[] => {
  const { text } = line
  const runs: DigitRun[] = []
  let previousEnd = 0
  for (const group of groupsOf(text)) {
    const run = runOf(text, group, previousEnd)
    if (run === undefined || isPlate(text, run)) continue
    const left = text.slice(0, run.start)
    const right = text.slice(run.end)
    if (run.digits.length < 7 && (unitAfter.test(right) || unitBefore.test(left))) continue
    previousEnd = run.end
    if (foreignLabel.test(left) || foreignAfter.test(right) || othersLabel.test(left) || extension.test(left))
      continue
    if (run.digits === '12345' && (hotlineAfter.test(right) || /打|拨|是$/.test(left))) continue
    runs.push(run)
  }
  return runs
})

/** 粤A三D七二八: digits beside a letter are a plate's. */
function isPlate(text: string, { start, end }: DigitRun): boolean {
  return /[A-Za-z]/.test(text.charAt(start - 1) + text.charAt(end))
}

/** Digits that follow one another; a 是 between a wrong and a right number parts them. */
function groupsOf(text: string): readonly (readonly SpokenDigit[])[] {
  const groups: SpokenDigit[][] = []
  for (const digit of spokenDigitsOf(text)) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (
      group !== undefined &&
      last !== undefined &&
      isDrawl(text.slice(last.end, Math.max(last.end, digit.start)))
    )
      group.push(digit)
    else groups.push([digit])
  }
  return groups.flatMap((group) => parted(text, group))
}

function parted(text: string, group: readonly SpokenDigit[]): readonly (readonly SpokenDigit[])[] {
  const first = group.findIndex((digit) => !digit.weak)
  const denied = text.slice(0, group[first]?.start).endsWith('不是')
  // 零四一八是四不是十: which digit it is, and no part of the number.
  const named = text.slice(group.at(-1)?.end).startsWith('不是')
  const isCopula = (at: number): boolean =>
    denied ||
    (named && at === group.length - 2) ||
    isFullNumber(valueOf(group.slice(first, at))) ||
    isFullNumber(valueOf(group.slice(at + 1)))
  const at = group.findIndex(({ start }, index) => {
    if (index <= first || index >= group.length - 1) return false
    return lengthTold.test(text.slice(start)) || (text.charAt(start) === '是' && isCopula(index))
  })
  return at < 0 ? [group] : [group.slice(0, at), group.slice(at)]
}

function runOf(text: string, group: readonly SpokenDigit[], previousEnd: number): DigitRun | undefined {
  const first = group.findIndex((digit) => !digit.weak)
  const last = group.findLastIndex((digit) => !digit.weak)
  const [opening, closing] = [group[first], group[last]]
  if (opening === undefined || closing === undefined) return undefined
  const digits = unrepeated(valueOf(group.slice(first, last + 1)))
  const plain = valueOf(group.slice(first, last + 1).filter((digit) => !digit.weak))
  const readings = new Set([
    ...widened(text, digits, group.slice(0, first), group.slice(last + 1)),
    ...within(digits),
    ...saidTwice(digits),
    ...slipped(text, group.slice(first, last + 1)),
    ...areaLast(digits),
    // 二二零四二二零四: a piece said again in the same breath.
    digits.replace(digits.length > mobileLength ? /(\d{2,4})\1/ : /(\d{3,4})\1/, '$1'),
    // 可一幺三八: the 一 of 可以.
    ...(/^11[3-9]/.test(digits) ? [digits.slice(1)] : []),
    // 一三八…七四一个: the last 一 counts what follows.
    ...(/^[个部只台下共起]/.test(text.slice(closing.end)) ? [digits.slice(0, -1)] : []),
    plain,
  ])
  const before = text.slice(previousEnd, Math.max(previousEnd, opening.start))
  return { digits, readings: [...readings], start: opening.start, end: closing.end, before }
}

// Ordinary words around a number. That one of them was a digit only the seat's echo can tell.
const ordinary = /[是就吧把要以时试起也事似义]/

/** The run with up to two words at either end that sound like digits and mean nothing else there. */
function widened(
  text: string,
  digits: string,
  before: readonly SpokenDigit[],
  after: readonly SpokenDigit[],
): readonly string[] {
  const isOrdinary = (digit: SpokenDigit): boolean => ordinary.test(text.charAt(digit.start))
  const lead = valueOf(before.slice(before.findLastIndex(isOrdinary) + 1)).slice(-2)
  const stop = after.findIndex(isOrdinary)
  const trail = valueOf(stop < 0 ? after : after.slice(0, stop)).slice(0, 2)
  const leads = ['', ...(lead === '' ? [] : [lead.slice(-1), lead])]
  const trails = ['', ...(trail === '' ? [] : [trail.slice(0, 1), trail])]
  return leads.flatMap((front) => trails.map((back) => front + digits + back))
}

function valueOf(digits: readonly SpokenDigit[]): string {
  return digits.map((digit) => digit.value).join('')
}

/** The number in more digits than one has: after +86, a false start, or before its own end said again. */
function within(digits: string): readonly string[] {
  const [front, back] = [digits.slice(0, 11), digits.slice(-11)]
  const [rest, start] = [digits.slice(11), digits.slice(0, -11)]
  return [
    ...(rest.length > 2 && isFullNumber(front) && front.endsWith(rest) ? [front] : []),
    ...(isFullNumber(back) && (/^(00)?86$/.test(start) || startsAnew(start, back, front)) ? [back] : []),
  ]
}

/** 七四, 一三六五…: a few digits, and then the number from its beginning. */
function startsAnew(start: string, back: string, front: string): boolean {
  if (start.length > 2 && back.startsWith(start)) return true
  return start.length > 0 && start.length <= 4 && !isFullNumber(front)
}

/** A number said twice in one breath is one number. */
function unrepeated(digits: string): string {
  const half = digits.length / 2
  return half >= 7 && digits.slice(0, half) === digits.slice(half) ? digits.slice(0, half) : digits
}

/** 二六啊二六: one piece may have been said twice. */
function saidTwice(digits: string): readonly string[] {
  const half = digits.length / 2
  return half >= 2 && digits.slice(0, half) === digits.slice(half) ? [digits.slice(0, half)] : []
}

/** 六零六二哦六零二六: after a drawl the end is said otherwise, and the digits before it were a slip. */
function slipped(text: string, group: readonly SpokenDigit[]): readonly string[] {
  return group.flatMap(({ start }, at) => {
    const [front, back] = [valueOf(group.slice(0, at)), valueOf(group.slice(at))]
    const slip = front.slice(-back.length)
    if (!slipDrawl.test(text.slice(group[at - 1]?.end ?? start, start)) || back.length < 2) return []
    const isAlike = slip.length === back.length && slip !== back && distance(slip, back) <= 2
    return isAlike ? [front.slice(0, -back.length) + back] : []
  })
}

/** 八二七七三零五六零二零: the area code after the number itself. */
function areaLast(digits: string): readonly string[] {
  const [, local = '', area = ''] = /^([2-8]\d{6,7})(0(?:10|2\d|7[56]\d))$/.exec(digits) ?? []
  return isFullNumber(area + local) ? [area + local] : []
}

/** A mainland mobile number, or a landline with its area code. */
export function isFullNumber(digits: string): boolean {
  return /^1[3-9]\d{9}$|^0(10|2\d)[2-8]\d{7}$|^0[3-9]\d{2}[2-8]\d{6,7}$/.test(digits)
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

/** The call-in number (来电号码), without the country's code. */
export const callerDigits = oncePer(({ context }: Hearing): string | undefined =>
  context.callerNumber?.replace(/\D/g, '').replace(/^0?086(?=1)|^86(?=1\d{10}$)/, ''),
)

export function isCallerNumber(hearing: Hearing, digits: string | undefined): boolean {
  return digits !== undefined && digits === callerDigits(hearing)
}
