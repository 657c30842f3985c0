import { numeralSource } from '../../../text/numerals.ts'
import { refuses } from '../hearing/assent.ts'
import { type Hearing, type Line, nextCitizenLine, previousSeatLine } from '../hearing/hearing.ts'
import { type Sum, sumsIn } from './sums.ts'

/** Of the sums in what the caller wants. */
export const wishWeight = 4
/** Of the sums that the seat asked to choose between. */
const chosenWeight = 5.5
/** What a question makes of the sums that answer it. */
const questions: readonly (readonly [RegExp, number])[] = [
  [/(?:按|以|算|照|记|写|填)哪(?:一?个|一?笔|边|种)/, chosenWeight],
  [/具体(的?数|的?金额|多少)|准确|确切|确定/, 4.9],
  [/还[剩有]多少|剩余|余额/, wishWeight],
  // 总共要退, left for the citizen to finish.
  [/(?:一共|总共|合计)[^，]{0,3}[退赔补欠要][^，]{0,2}$/, 4.5],
  [/(退|赔|返|补).{0,5}多少|多少.{0,6}(退|赔)|多(收|扣|交|付).{0,4}多少|不合理|哪一?(?:笔|部分|项)/, 5],
  [/底线|接受多少|最低.{0,3}多少/, 5.5],
  [/诉求|要求|希望|怎么(处理|解决)/, wishWeight],
  [
    /(一共|总共|合计|[加合]起来|涉及|欠).{0,6}多少|还[欠差]$|合计欠|欠款(?:呢|是)?$|哪个(?:数|金额)|金额|价值|损失/,
    4.5,
  ],
  [/多少(钱|元|块)|多少(呢|$)/, 2.5],
]
const otherNumber =
  /多少(?:个|名|位)?(?:人|户|学生|家长|工人|业主)|几个人|人数|门牌|号码|电话|多少号|几号|编号|尾号|房号/
const money = /钱|元|块|金额|费|价|退|赔/
/** Of a sum that the caller settles on, corrects or adds up. */
export const settledWeight = 6
/** A seat's line of so few characters does nothing but repeat. */
const shortLine = 10

/** How much the question that a citizen's line answers makes of its sums; 0 where none was asked. */
export function questionWeight(hearing: Hearing, line: Line): number {
  const asked = previousSeatLine(hearing, line)
  if (asked === undefined || line.index - asked.index > 2) return 0
  if (asked.text.includes('还是') && sumsIn(asked, true).length > 1) return chosenWeight
  // 门牌号多少 asks for no money.
  if (otherNumber.test(asked.text) && !money.test(asked.text)) return 0
  // 您要求退款了吗 asks whether, and not how much.
  if (/了[吗没]$/.test(asked.text) && !asked.text.includes('多少')) return 0
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

/** 实际付了两百元您的诉求是: the seat sums up what the citizen told. */
function statesAgain(hearing: Hearing, line: Line): boolean {
  const [sum, ...more] = sumsIn(line, true)
  return (
    sum !== undefined &&
    more.length === 0 &&
    /^(?:好的)?(?:那|也)?(?:就是|您)?(?:实际|一共|总共)[^，]{0,5}$/.test(line.text.slice(0, sum.start)) &&
    hearing.lines.some(
      (other) =>
        other.index < line.index &&
        other.speaker === 'citizen' &&
        sumsIn(other, true).some(({ value }) => value === sum.value),
    )
  )
}

const restOfNumber = new RegExp(`^(?:是|嗯|哦|还有)*${numeralSource}(?:块钱?|元)?$`)

/** 四百三十元什么时候收的, to 再加八十四百三: what the seat makes of the answer to its question for a sum; 0 where it is none. */
function readBackWeight(hearing: Hearing, line: Line): number {
  const told = hearing.lines[line.index - 1]
  const [sum, ...more] = sumsIn(line, true)
  if (sum === undefined || more.length > 0 || !sum.named || told?.speaker !== 'citizen') return 0
  const words = numeralsOf(line, sum).replace(/十$/, '')
  // 八十八, to 两千三百八十元: the rest of the number, which was left out.
  if (restOfNumber.test(nextCitizenLine(hearing, line)?.text ?? '')) return 0
  return words.length > 1 && told.text.includes(words) ? questionWeight(hearing, told) : 0
}

const yetAnother = /^(?:对|是|嗯|啊|的)*(?:可是|但是?|不过|后来|其实)/

/** 一共一万五千六您贵姓: added up in passing, and let stand. */
const totals = (line: Line, answer: Line): boolean => {
  const [sum, ...more] = sumsIn(line, true)
  return (
    sum !== undefined &&
    more.length === 0 &&
    /(?:合计|一共|总共)(?:就?是)?$/.test(line.text.slice(0, sum.start)) &&
    !refuses(answer) &&
    sumsIn(answer, true).length === 0
  )
}

/** 我的十五万, to 二十三人您一个人的十五万 */
const repeatsTold = (line: Line, answer: Line | undefined): boolean =>
  answer !== undefined &&
  sumsIn(line, true).some((sum) => sumsIn(answer, true).some(({ value }) => value === sum.value))

/** A seat's line counts where it repeats a sum and the citizen does not object; undefined where it does not. */
export function repeatedWeight(hearing: Hearing, line: Line): number | undefined {
  const answer = nextCitizenLine(hearing, line)
  const text = line.text
  // 对可是后来一共是三万五: agreed to, and yet another sum.
  if (answer !== undefined && yetAnother.test(answer.text) && sumsIn(answer, true).length > 0)
    return undefined
  if (answer?.reply !== 'yes' && !repeatsTotal(line, answer))
    return answer?.reply !== 'none'
      ? undefined
      : totals(line, answer)
        ? 5
        : repeatsClaim(hearing, line) || statesAgain(hearing, line)
          ? 4
          : readBackWeight(hearing, line) || undefined
  if (
    /(?:就|先|改|那)(?:您的?|给您)?(?:写|记|登记|按|填|算)|按[^，]{2,10}(?:登记|写|记|填)(?:吗|吧|可以吗|对吗|行吗)?$/.test(
      text,
    )
  )
    return settledWeight
  if (/一共|总共|合计|总额|总计|[加合]起来/.test(text)) return 5
  if (/不合理|要求|诉求|退|赔|多收|少[给付发算找]|争议|一共|总共|共|金额|欠/.test(text)) return 4.5
  return /[吗吧嘛]$|对吗|是吗|是吧|对吧|对不对|核对|确认|就是/.test(text) ||
    text.length <= shortLine ||
    repeatsTold(line, answer)
    ? 3.5
    : undefined
}
