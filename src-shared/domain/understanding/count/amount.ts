import type { HeardValue } from '../../ticket-fields.ts'
import {
  cite,
  type Hearing,
  heardValue,
  type Line,
  nextCitizenLine,
  previousSeatLine,
} from '../hearing/hearing.ts'
import { cardinalOf, numeralSource } from '../../../text/numerals.ts'
import { respell } from '../hearing/respell.ts'
import type { SumRole } from './sum-role.ts'
import { type Sum, sumsIn } from './sums.ts'

const roleWeights: Readonly<Record<SumRole, number>> = {
  left: 4.1,
  claimed: 4,
  total: 3,
  paid: 2,
  told: 1,
  undisputed: 0,
}
/** What a question makes of the sums that answer it. */
const questions: readonly (readonly [RegExp, number])[] = [
  [/具体(的?数|的?金额|多少)|准确|确切|确定/, 4.5],
  [/(退|赔|返|补).{0,5}多少|多少.{0,6}(退|赔)|多(收|扣|交|付).{0,4}多少|不合理/, 5],
  [/诉求|要求|希望|怎么(处理|解决)/, 4],
  [/(一共|总共|合计|[加合]起来|涉及|欠).{0,6}多少|金额|价值|损失/, 4.5],
  [/多少(钱|元|块)|多少(呢|$)/, 2.5],
]
const otherNumber = /门牌|号码|电话|多少号|几号|编号|尾号|房号/
const money = /钱|元|块|金额|费|价|退|赔/
/** Below this weight, sums that differ leave it open which one is at issue. */
const clear = 3
/** Of a sum that the caller settles on, corrects or adds up. */
const settledWeight = 6
/** Of the sums that the seat asked to choose between. */
const chosenWeight = 5.5
/** A seat's line of so few characters does nothing but repeat. */
const shortLine = 10
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
  const sums = hearing.lines.flatMap((line) => weighedIn(hearing, line, claimed))
  const dropped = new Set(sums.filter(({ givenUp }) => givenUp).map(({ value }) => value))
  const counted = sums.filter(
    (sum) => sum.weight > 0 && !dropped.has(sum.value) && (!asksOnly || isClaim(sum) || sum.settles),
  )
  const top = Math.max(0, ...counted.map((sum) => sum.weight))
  const chosen = counted.filter((sum) => sum.weight === top)
  const values = new Set(chosen.map((sum) => sum.value))
  const best = values.size === 1 || top >= clear ? chosen.at(-1) : undefined
  // Who gives up the sum at issue is not after what else was said of money.
  if (best === undefined || (dropped.size > 0 && best.weight < clear + 1)) return undefined
  const confidence = best.weight >= clear ? 0.9 : 0.75
  const others = [...new Set(sums.map((sum) => sum.value))].filter((value) => value !== best.value)
  return heardValue(best.value, [cite(best.line, best.start, best.end, confidence)], { alternatives: others })
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
  const objected = putsRight(hearing, line)
  return sums.map((sum) => ({
    ...sum,
    weight:
      offer && !isClaim(sum) && !sum.settles
        ? 0
        : addsUp(hearing, sum)
          ? settledWeight
          : weightOf(sum, question, sums, objected),
  }))
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
  if (sum.role === 'total' && isTotalOf(sum, siblings))
    return Math.max(question, ...siblings.map((other) => roleWeights[other.role])) + 0.9
  if (own === 0 || question === 0) return own
  // Of several in an answer, the one whose words give it the role is the answer.
  const clearest = Math.max(...siblings.map((other) => roleWeights[other.role]))
  return own < clearest
    ? own
    : question < own
      ? own
      : (sum.approximate ? question * approximateShare : question) + own / 10
}

/** 退四百八十六再赔一千加起来一千四百八十六: what the other sums of the line come to. */
function isTotalOf(sum: Sum, siblings: readonly Sum[]): boolean {
  const others = siblings.filter((other) => other.value !== sum.value && other.role !== 'undisputed')
  const parts = [...new Set(others.map((other) => other.value))]
  const added = parts.reduce((total, part) => total + part, 0)
  const all = others.reduce((total, other) => total + other.value, 0)
  const adds = /[加合]起来[^，]{0,3}$/.test(sum.line.text.slice(0, sum.start))
  if (adds && parts.length > 0 && parts.every((part) => part < sum.value)) return true
  return others.length > 1 && [added, all].some((total) => Math.abs(total - sum.value) < 0.01)
}

/** How much the question that a citizen's line answers makes of its sums; 0 where none was asked. */
function questionWeight(hearing: Hearing, line: Line): number {
  const asked = previousSeatLine(hearing, line)
  if (asked === undefined || line.index - asked.index > 2) return 0
  if (asked.text.includes('还是') && sumsIn(asked, true).length > 1) return chosenWeight
  // 门牌号多少 asks for no money.
  if (otherNumber.test(asked.text) && !money.test(asked.text)) return 0
  return questions.find(([pattern]) => pattern.test(asked.text))?.[1] ?? 0
}

const numeralsOf = ({ text }: Line, { start, end }: Sum): string =>
  text.slice(start, end).replace(/[块元钱]/g, '')

/** 三千二加四个两千八对一万四千四: the citizen comes to the seat's sum. */
function repeatsTotal(line: Line, answer: Line | undefined): boolean {
  const [sum] = sumsIn(line, true)
  return (
    sum !== undefined &&
    answer?.reply === 'none' &&
    (sumsIn(answer, true).some(
      (other) =>
        other.value === sum.value &&
        (/[对是]$|没错$/.test(answer.text.slice(0, other.start)) || answer.text.length <= shortLine),
    ) ||
      new RegExp(`${numeralsOf(line, sum)}(?:块钱?|元|的)*(?:对|是的|没错)`).test(answer.text))
  )
}

/** 退三百八十八您的姓名: the seat takes down what the citizen has just said is to be given back. */
function repeatsClaim(hearing: Hearing, line: Line): boolean {
  const told = hearing.lines[line.index - 1]
  const [sum, ...more] = sumsIn(line, true)
  return (
    sum !== undefined &&
    more.length === 0 &&
    told?.speaker === 'citizen' &&
    /^[^，]{0,6}(?:退|赔|补|还)$/.test(line.text.slice(0, sum.start)) &&
    told.text.includes(numeralsOf(line, sum))
  )
}

/** 四百三十元什么时候收的, to 再加八十四百三: what the seat makes of the answer to its question for a sum; 0 where it is none. */
function readBackWeight(hearing: Hearing, line: Line): number {
  const told = hearing.lines[line.index - 1]
  const [sum, ...more] = sumsIn(line, true)
  if (sum === undefined || more.length > 0 || !sum.named || told?.speaker !== 'citizen') return 0
  const words = numeralsOf(line, sum).replace(/十$/, '')
  return words.length > 1 && respell(told.text).includes(words) ? questionWeight(hearing, told) : 0
}

/** A seat's line counts where it repeats a sum and the citizen does not object; undefined where it does not. */
function repeatedWeight(hearing: Hearing, line: Line): number | undefined {
  const answer = nextCitizenLine(hearing, line)
  const text = respell(line.text)
  if (answer?.reply !== 'yes' && !repeatsTotal(line, answer))
    return answer?.reply !== 'none'
      ? undefined
      : repeatsClaim(hearing, line)
        ? 4
        : readBackWeight(hearing, line) || undefined
  if (/(?:就|先|改)(?:写|记|登记|按|填|算)/.test(text)) return settledWeight
  if (/一共|总共|合计|[加合]起来/.test(text)) return 5
  if (/不合理|要求|诉求|退|赔|多收|少[给付发算找]|争议|一共|总共|共|金额|欠/.test(text)) return 4.5
  return /[吗吧嘛]$|对吗|是吗|是吧|对吧|对不对|核对|确认|就是/.test(text) || text.length <= shortLine
    ? 3.5
    : undefined
}
