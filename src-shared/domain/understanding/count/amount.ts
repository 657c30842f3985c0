import type { HeardValue } from '../../ticket-fields.ts'
import { cite, type Hearing, heardValue, type Line, previousSeatLine } from '../hearing/hearing.ts'
import { cardinalOf, numeralSource } from '../../../text/numerals.ts'
import { respell } from '../hearing/respell.ts'
import type { SumRole } from './sum-role.ts'
import { questionWeight, repeatedWeight, settledWeight, wishWeight } from './sum-answers.ts'
import { type Sum, sumsIn } from './sums.ts'

/** Of a sum that the caller claims in answer to what is wanted: more than of one that is asked for beside it. */
const claimInWish = 5.2

const roleWeights: Readonly<Record<SumRole, number>> = {
  left: 4.1,
  claimed: 4,
  total: 3,
  paid: 2,
  told: 1,
  undisputed: 0,
}
/** Below this weight, sums that differ leave it open which one is at issue. */
const clear = 3
/** A sum of no more weight was told in passing: none is at issue where the caller says that it is not for the money. */
const passing = 2
/** In yuan. */
const trifle = 3
const notForMoney =
  /(?:退费|退钱|赔钱|退票|退款|赔偿|钱|费)[^，]{0,5}(?:没这么说|不在乎|无所谓|不是重点|我不要)|我?都不在乎|退[票款费]就算了/
const isForMoney = ({ lines }: Hearing): boolean =>
  !lines.some(({ speaker, text }) => speaker === 'citizen' && notForMoney.test(text))
/** What is said exactly beats what was said roughly. */
const approximateShare = 0.5

const things =
  '押金|压金|定金|订金|保证金|学费|报名费|培训费|课时费|工资|货款|工程款|尾款|装修款|会费|会员费|卡费|中介费|团费|房费|车费|修理费|安装费|诊疗费|手术费|停车费|补课费|教材费|校服费|考试费|检测费|清洁费|卫生费|水电费|加班费|设计费|服务费|介绍费|上门费|年费|首付|停车费|物业费|开锁费|拖车费|余额|运费|餐费|手续费|违约金|彩礼'
const withheld = new RegExp(
  `(?:^(?:全额|全部|就)?|不|没|拒绝|不肯|不给|要求|要|想)(?:肯|给|我|愿意)*(?:退|还|发|返)(?:还|给)?(?:我|我们)?的?(${things})|(${things})(?:他|她|也|都|一直|又|还|就|现在)*(?:不|没)(?:肯|给|有|愿意)*(?:退|还|给|发)`,
  'g',
)

interface Weighed extends Sum {
  readonly weight: number
}

/**
 * 涉及金额: the sum at issue as the caller settles it. What is claimed beats what it was all together, that what was paid;
 * the answer to what the caller wants back beats them all, and a correction what it corrects. With a question (`asksOnly`)
 * prices and fees are talked of; only what is claimed is at issue.
 */
export function hearAmount(hearing: Hearing, asksOnly = false): HeardValue<number> | undefined {
  const claimed = claimedThings(hearing)
  const sums = settled(hearing.lines.flatMap((line) => weighedIn(hearing, line, claimed)))
  const dropped = new Set(sums.filter(({ givenUp }) => givenUp).map(({ value }) => value))
  const counted = sums.filter(
    (sum) => sum.weight > 0 && !dropped.has(sum.value) && (!asksOnly || isClaim(sum) || sum.settles),
  )
  const top = Math.max(0, ...counted.map((sum) => sum.weight))
  const chosen = counted.filter((sum) => sum.weight === top)
  const values = new Set(chosen.map((sum) => sum.value))
  const best = values.size === 1 || top >= clear ? chosen.at(-1) : undefined
  // 司机叫我投两块: a fare that was told in passing.
  if (best !== undefined && best.weight <= passing && best.value < trifle) return undefined
  if (best !== undefined && best.weight <= passing && !isForMoney(hearing)) return undefined
  // Who gives up the sum at issue is not after what else was said of money.
  if (best === undefined || (dropped.size > 0 && best.weight < clear + 1)) return undefined
  const confidence = best.weight >= clear ? 0.9 : 0.75
  const others = [...new Set(sums.map((sum) => sum.value))].filter((value) => value !== best.value)
  return heardValue(best.value, [cite(best.line, best.start, best.end, confidence)], { alternatives: others })
}

/** The sums with the totals of what was told in parts before: 赔一千零五十, 再退六百, 一共一千六百五. */
function settled(sums: readonly Weighed[]): readonly Weighed[] {
  return sums.map((sum, index) => {
    const later = sums.slice(index + 1)
    if (sum.corrects && !isClaim(sum) && later.some((other) => isOtherClaim(other, sum)))
      return { ...sum, weight: roleWeights.claimed - 0.1 }
    const rough = exactlyOf(sum, sums.slice(0, index))
    if (rough !== undefined)
      return { ...sum, role: rough.role, weight: Math.max(sum.weight, rough.weight / approximateShare) + 0.2 }
    if (sum.role !== 'total' || sum.weight === 0) return sum
    const parts = partsOf(sum, sums.slice(0, index))
    if (parts.length === 0 || parts.some((part) => part.settles || part.corrects || part.role === 'left'))
      return sum
    return { ...sum, weight: Math.max(sum.weight, ...parts.map((part) => part.weight + 0.3)) }
  })
}

/** 总共三十一万多老板说三十一万两千: what was said roughly, told exactly behind it. */
function exactlyOf(sum: Weighed, before: readonly Weighed[]): Weighed | undefined {
  if (sum.approximate || sum.corrects || isClaim(sum)) return undefined
  return before.find(
    ({ approximate, value, weight, line }) =>
      approximate &&
      weight > 0 &&
      line.index === sum.line.index &&
      value < sum.value &&
      sum.value - value < lastUnit(value),
  )
}

/** 三十一万 is told in 万, 三百 in 百. */
function lastUnit(value: number): number {
  let unit = 1
  while (value % (unit * 10) === 0) unit *= 10
  return unit
}

/** 多要了九千, after 借两万元不是两万五: what is claimed is another sum than the one that was put right. */
const isOtherClaim = (other: Weighed, { line, value }: Sum): boolean =>
  isClaim(other) && other.weight > 0 && other.line.index > line.index && other.value !== value

/** The two sums told before that come to a total. */
function partsOf(total: Sum, before: readonly Weighed[]): readonly Weighed[] {
  const parts = before.filter(({ value, role }) => value < total.value && role !== 'undisputed')
  return parts.filter(({ value }) =>
    parts.some((other) => Math.abs(other.value + value - total.value) < 0.01),
  )
}

function isClaim({ role }: Sum): boolean {
  return role === 'claimed' || role === 'left'
}

/** What the caller says is not given back or not paid (不退押金, 学费不肯退), as a pattern for the words beside a sum. */
function claimedThings(hearing: Hearing): RegExp | undefined {
  const said = hearing.lines.flatMap((line) =>
    line.speaker === 'citizen'
      ? [...respell(line.text).matchAll(withheld)].map((match) => match[1] ?? match[2] ?? '')
      : [],
  )
  return said.length === 0 ? undefined : new RegExp(`(?:${[...new Set(said)].join('|')})`)
}

const house = new RegExp(`(${numeralSource})(几?)号`, 'g')
const remembered = new WeakMap<Hearing, ReadonlySet<number>>()

/** Numbers that are houses, or of something else that is numbered: 二百四十三 is no sum after 二百四十三号. */
function housesSaid(hearing: Hearing): ReadonlySet<number> {
  const known = remembered.get(hearing)
  if (known !== undefined) return known
  const houses = new Set<number>()
  for (const { text } of hearing.lines)
    for (const [, words = '', about] of text.matchAll(house)) {
      const value = cardinalOf(words)
      // 四百七十几号 is any up to 四百七十九.
      if (value !== undefined)
        for (let more = 0; more <= (about === '' ? 0 : 9); more++) houses.add(value + more)
    }
  remembered.set(hearing, houses)
  return houses
}

const offered =
  /(商家|对方|他们|她们|公司|平台|店里|店家|老板|物业|保险|中介|房东).{0,4}(同意|愿意|答应|肯|准备|打算|最多).{0,4}(赔|退|补|给)/

function weighedIn(hearing: Hearing, line: Line, claimed: RegExp | undefined): readonly Weighed[] {
  const question = line.speaker === 'citizen' ? questionWeight(hearing, line) : repeatedWeight(hearing, line)
  if (question === undefined) return []
  const houses = housesSaid(hearing)
  const sums = sumsIn(line, question > 0, claimed).filter((sum) => sum.named || !houses.has(sum.value))
  const offer = tellsOffer(hearing, line)
  const tellsHowMuch = (previousSeatLine(hearing, line)?.text ?? '').includes('多少')
  const objected = putsRight(hearing, line)
  return sums.map((said) => {
    // 就三百九十九嘛 settles nothing where it answers 付了多少.
    const answers = tellsHowMuch && /^就?$/.test(line.text.slice(0, said.start))
    const sum = { ...said, settles: said.settles && !answers }
    if (offer && !isClaim(sum) && !sum.settles) return { ...sum, weight: 0 }
    return { ...sum, weight: addsUp(hearing, sum) ? settledWeight : weightOf(sum, question, sums, objected) }
  })
}

/** 加起来一千四百零六: what the sums of the seat's line before come to. */
function addsUp(hearing: Hearing, { line, role, value }: Sum): boolean {
  const seat = line.speaker === 'citizen' && role === 'total' ? hearing.lines[line.index - 1] : undefined
  const told = seat?.speaker === 'seat' ? sumsIn(seat, true).map((sum) => sum.value) : []
  return told.length > 1 && Math.abs(told.reduce((total, sum) => total + sum, 0) - value) < 0.01
}

/** 哦不一万两千六: the seat's sum is put right. */
function putsRight(hearing: Hearing, line: Line): boolean {
  const seat = hearing.lines[line.index - 1]
  return (
    line.speaker === 'citizen' &&
    seat?.speaker === 'seat' &&
    /^(哦|啊|诶|哎|呃)*(不(?![退赔给肯是])|错)/.test(line.text) &&
    sumsIn(seat, true).length === 1
  )
}

/** The seat asked what the other party offers, which is not what is at issue. */
function tellsOffer(hearing: Hearing, line: Line): boolean {
  return line.speaker === 'citizen' && offered.test(previousSeatLine(hearing, line)?.text ?? '')
}

function weightOf(sum: Sum, question: number, siblings: readonly Sum[], objected: boolean): number {
  if (objected && sum.role !== 'undisputed') return settledWeight
  if (sum.corrects || sum.settles) return settledWeight
  // 都交了一千多了: so much is at issue where somebody asks for it.
  if (sum.approximate && question === 0 && !isClaim(sum) && sum.role !== 'total') return 0
  const own = roleWeights[sum.role] * (sum.approximate ? approximateShare : 1)
  if (sum.role === 'total' ? isTotalOf(sum, siblings) : isProductOf(sum, siblings))
    return (
      Math.max(
        question === wishWeight ? claimInWish : question,
        ...siblings.map((other) => roleWeights[other.role]),
      ) + 0.9
    )
  // 退回那两百, in answer to 您的要求是.
  if (question === wishWeight && sum.role === 'claimed' && !sum.approximate) return claimInWish
  if (own === 0 || question === 0) return own
  // Of several in an answer, the one whose words give it the role is the answer.
  const clearest = Math.max(...siblings.map((other) => roleWeights[other.role]))
  return own < clearest
    ? own
    : question < own
      ? own
      : (sum.approximate ? question * approximateShare : question) + own / 10
}

const times = new RegExp(
  `(${numeralSource})(?:个|天|年|人|节|张|条|次|台|份|户|晚|单|趟|件|间|桌|箱|期|斤|吨)`,
  'g',
)

/** 工资两千二拖了三个月六千六: what another sum of the line comes to so many times. */
function isProductOf(sum: Sum, siblings: readonly Sum[]): boolean {
  // 两年卡六千八还剩三千四
  if (siblings.some(({ role }) => role === 'left')) return false
  const counts = [...sum.line.text.slice(0, sum.start).matchAll(times)].map(([, words = '']) =>
    cardinalOf(words),
  )
  return siblings.some((other) =>
    counts.some((count) => count !== undefined && count > 1 && other.value * count === sum.value),
  )
}

/** 退四百八十六再赔一千加起来一千四百八十六: what the other sums of the line come to. */
function isTotalOf(sum: Sum, siblings: readonly Sum[]): boolean {
  // 一共一万二他付了九千四还欠两千六: what is left is at issue.
  if (siblings.some(({ role }) => role === 'left')) return false
  const others = siblings.filter((other) => other.value !== sum.value && other.role !== 'undisputed')
  const parts = [...new Set(others.map((other) => other.value))]
  const added = parts.reduce((total, part) => total + part, 0)
  const all = others.reduce((total, other) => total + other.value, 0)
  const adds = /[加合]起来[^，]{0,3}$/.test(sum.line.text.slice(0, sum.start))
  if (adds && parts.length > 0 && parts.every((part) => part < sum.value)) return true
  return others.length > 1 && [added, all].some((total) => Math.abs(total - sum.value) < 0.01)
}
