import type { HeardValue, TicketFields } from '../../ticket-fields.ts'
import { cite, type Hearing, heardValue, type Line, previousSeatLine } from '../hearing/hearing.ts'
import { agreedSum } from './agreed-sum.ts'
import { type Withdrawal, withdrawalOf } from './claim-withdrawn.ts'
import { claimedThings } from './claimed-things.ts'
import { housesSaid } from './numbered-houses.ts'
import { withCountWords } from './count-words.ts'
import { isProductOf, isTotalOf, partsOf, roughOf } from './sum-arithmetic.ts'
import type { SumRole } from './sum-role.ts'
import { answersCount, comesToAnother, putsRight, reopens } from './seat-sums-answered.ts'
import { questionWeight, repeatedWeight, settledWeight, wishWeight } from './sum-answers.ts'
import { isClaim, type Sum, sumsIn } from './sums.ts'
import { disclaimsMoney, lostNothing, wantsNoMoney, wishWithoutMoney } from './wish-without-money.ts'

/** Of a sum that the caller claims in answer to what is wanted: more than of one that is asked for beside it. */
const claimInWish = 5.2

const roleWeights: Readonly<Record<SumRole, number>> = {
  left: 4.1,
  claimed: 4,
  total: 3,
  paid: 2,
  told: 1,
  rate: 0.5,
  span: 0.4,
  undisputed: 0,
}
/** Below this weight, sums that differ leave it open which one is at issue. */
const clear = 3
/** A sum of no more weight was told in passing: none is at issue where the caller says that it is not for the money. */
const passing = 2
/** In yuan. */
const trifle = 3
/** What is said exactly beats what was said roughly. */
const approximateShare = 0.5

interface Weighed extends Sum {
  readonly weight: number
}

/**
 * 涉及金额: the sum at issue as the caller settles it. What is claimed beats what it was all together, that what was paid;
 * the answer to what the caller wants back beats them all, and a correction what it corrects.
 */
export function hearAmount(
  heard: Hearing,
  requestType?: TicketFields['requestType'],
): HeardValue<number> | undefined {
  const hearing = withCountWords(heard)
  const sums = weighSums(hearing)
  const dropped = sums.filter(({ givenUp }) => givenUp)
  const counted = sums.filter(
    (sum) => sum.weight > 0 && !isDropped(sum, dropped) && isEnoughFor(requestType, sum),
  )
  const top = Math.max(0, ...counted.map((sum) => sum.weight))
  const chosen = counted.filter((sum) => sum.weight === top)
  const values = new Set(chosen.map((sum) => sum.value))
  const best = values.size === 1 || top >= clear ? chosen.at(-1) : undefined
  if (best === undefined || isBesideMatter(hearing, requestType, best)) return undefined
  // Who gives up the sum at issue is not after what else was said of money.
  if (dropped.length > 0 && best.weight < clear + 1) return undefined
  const confidence = best.weight >= clear ? 0.9 : 0.75
  const others = [...new Set(sums.map((sum) => sum.value))].filter((value) => value !== best.value)
  return heardValue(best.value, [cite(best.line, best.start, best.end, confidence)], { alternatives: others })
}

/** Whether a sum was told in passing: the caller is after something else. */
function isBesideMatter(hearing: Hearing, type: TicketFields['requestType'], sum: Weighed): boolean {
  const { weight, value } = sum
  if (sum.role === 'span' && !isOneSpan(hearing)) return true
  // 司机叫我投两块: a fare.
  if (
    weight <= passing &&
    (value < trifle || disclaimsMoney(hearing) || (type === '举报' && lostNothing(hearing)))
  )
    return true
  if (weight <= roleWeights.told && wantsNoMoney(hearing)) return true
  // 手机五千二, where it is settled that the caller wants to see the film of a camera.
  return type !== '举报' && !isClaim(sum) && weight < settledWeight && wishWithoutMoney(hearing)
}

const withheld = /[欠拖]|没(?:发|给|结|付)|不(?:退|发|给)|退(?!休)/
const severalSpans =
  /[两二三四五六七八九十几半]个多?(?:月|学期|季)|(?<![零一二三四五六七八九十])[两二三四五六七八九十几]年|半年|月份?(?:到|至|跟|和|、|开始|起)|一直|每次/

/** 欠十月份的: something is withheld, and of no more than one month or year. */
const isOneSpan = ({ lines }: Hearing): boolean => {
  const told = lines.filter(({ speaker }) => speaker === 'citizen').map(({ text }) => text)
  return told.some((text) => withheld.test(text)) && !told.some((text) => severalSpans.test(text))
}

/** 一百五我不要了 drops the sum, wherever it was named before; but not where it is settled on after all. */
const isDropped = (sum: Sum & { readonly weight: number }, dropped: readonly Sum[]): boolean =>
  dropped.some(
    ({ value, line }) => value === sum.value && (sum.line.index <= line.index || sum.weight < settledWeight),
  )

/** 汇了三万, 机器吞了我两千: money that is gone. */
const parted = /(?:汇|转|吞|偷|盗|骗|刷|丢|抢|扣|交|缴)(?:账|走|掉)?(?:了|过|给|我们?|他们?|她|对方)*$/

/** 先交税五千八我交了 */
const partedAfter =
  /^(?:块钱?|元)?(?:我|我们)?(?:就|都|也|已经|给他|刚)*(?:交|转|付|汇|打|给|充|扫)(?:给他们?|过去)?了/

/**
 * With a question, a proposal or praise prices and fees are talked of, and only what is claimed is at issue; who asks for
 * help mentions in passing what he paid.
 */
function isEnoughFor(type: TicketFields['requestType'], sum: Weighed): boolean {
  if (type === '咨询' || type === '建议' || type === '表扬')
    return (isClaim(sum) || sum.settles) && sum.line.speaker === 'citizen'
  if (type !== '求助' || isClaim(sum) || sum.weight > passing) return true
  const { line, start, end } = sum
  return parted.test(line.text.slice(0, start)) || partedAfter.test(line.text.slice(end))
}

/** The sums of a call with their weights, without those of claims that were given up. */
function weighSums(hearing: Hearing): readonly Weighed[] {
  const claimed = claimedThings(hearing)
  const withdrawal = withdrawalOf(hearing)
  return settled(hearing.lines.flatMap((line) => weighedIn(hearing, line, claimed))).filter(
    (sum) => withdrawal === undefined || standsAfter(sum, withdrawal),
  )
}

/** A sum that is told once every claim was given up is at issue only where it is claimed after all. */
const standsAfter = (sum: Sum, { index, end }: Withdrawal): boolean =>
  sum.line.index === index ? sum.start >= end || sum.settles : sum.line.index > index && isClaim(sum)

/** The sums with the totals of what was told in parts before: 赔一千零五十, 再退六百, 一共一千六百五. */
function settled(sums: readonly Weighed[]): readonly Weighed[] {
  return sums.map((sum, index) => {
    const later = sums.slice(index + 1)
    if (isClaimedAnew(sum, sums.slice(0, index))) return { ...sum, weight: settledWeight }
    if (sum.corrects && !isClaim(sum) && later.some((other) => isOtherClaim(other, sum)))
      return { ...sum, weight: roleWeights.claimed - 0.1 }
    const rough = roughOf(sum, sums.slice(0, index))
    if (rough !== undefined)
      return { ...sum, role: rough.role, weight: Math.max(sum.weight, rough.weight / approximateShare) + 0.2 }
    if (sum.role !== 'total' || sum.weight === 0) return sum
    const parts = partsOf(sum, sums.slice(0, index))
    if (parts.length === 0 || parts.some((part) => part.settles || part.corrects || part.role === 'left'))
      return sum
    return { ...sum, weight: Math.max(sum.weight, ...parts.map((part) => part.weight + 0.3)) }
  })
}

/** 退押金加水电总共两千九百二, after 就是要求退两千八: claimed once the seat had put down another sum. */
function isClaimedAnew(sum: Weighed, before: readonly Weighed[]): boolean {
  const { line, value } = sum
  if (line.speaker === 'seat' || !isClaim(sum) || sum.approximate || sum.givenUp) return false
  if (/还有|另外/.test(line.text.slice(0, sum.start))) return false
  return (
    before.some(
      (other) =>
        other.weight >= settledWeight &&
        other.line.speaker === 'seat' &&
        other.value !== value &&
        other.line.index < line.index,
    ) &&
    (sum.role === 'left' || sum.weight >= claimInWish || reopens.test(line.text))
  )
}

/** 多要了九千, after 借两万元不是两万五: what is claimed is another sum than the one that was put right. */
const isOtherClaim = (other: Weighed, { line, value }: Sum): boolean =>
  isClaim(other) && other.weight > 0 && other.line.index > line.index && other.value !== value

const offered =
  /(商家|对方|他们|她们|公司|平台|店里|店家|老板|物业|保险|中介|房东).{0,4}(同意|愿意|答应|肯|准备|打算|最多).{0,4}(赔|退|补|给)/

function weighedIn(hearing: Hearing, line: Line, claimed: RegExp | undefined): readonly Weighed[] {
  const agreed = agreedSum(hearing, line)
  if (agreed !== undefined) return [{ ...agreed, role: 'claimed', weight: settledWeight }]
  const question = line.speaker === 'citizen' ? questionWeight(hearing, line) : repeatedWeight(hearing, line)
  if (question === undefined) return []
  const houses = housesSaid(hearing)
  const ofPersons = answersCount(hearing, line)
  const sums = sumsIn(line, question > 0, claimed).filter(
    (sum) => sum.named || !(ofPersons || houses.has(sum.value)),
  )
  const offer = tellsOffer(hearing, line)
  const tellsHowMuch = /^(?!.*[退赔补]).*多少/.test(previousSeatLine(hearing, line)?.text ?? '')
  const objected = putsRight(hearing, line)
  return sums.map((said) => {
    // 就三百九十九嘛 settles nothing where it answers 付了多少.
    const answers = tellsHowMuch && /^就?$/.test(line.text.slice(0, said.start))
    const sum = { ...said, settles: (said.settles && !answers) || comesToAnother(hearing, said) }
    if (offer && !isClaim(sum) && !sum.settles) return { ...sum, weight: 0 }
    return { ...sum, weight: weightOf(sum, question, sums, objected) }
  })
}

/** The seat asked what the other party offers, which is not what is at issue. */
function tellsOffer(hearing: Hearing, line: Line): boolean {
  return line.speaker === 'citizen' && offered.test(previousSeatLine(hearing, line)?.text ?? '')
}

function weightOf(sum: Sum, question: number, siblings: readonly Sum[], objected: boolean): number {
  if (sum.role === 'rate' || sum.role === 'span') return roleWeights[sum.role]
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
