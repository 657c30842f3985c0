import { numeralSource } from '../../../text/numerals.ts'
import { folded } from '../hearing/citizen-said.ts'
import { type Hearing, type Line, nextCitizenLine, previousSeatLine } from '../hearing/hearing.ts'
import { noDay } from './address-numbers.ts'
import { arabicIn } from './address-numerals.ts'
import type { FoundPart } from './address-parts.ts'
import type { PartFinder, Statement } from './address-statements.ts'
import { agrees, correctsNumber } from './seat-readbacks.ts'

const numberFirst = new RegExp(
  `^(?:哦|好的?|那|就?是|应该是|您说的是|(?:跟您)?确认一?下?是?)*(?<number>${numeralSource})号(?!线|楼|窗|那天|早|晚|上午|下午|去|来|买|开始|起|星期|礼拜)`,
)

/**
 * 五十四号整个村都停了吗 after 五十四一二三四的四, which corrected a number read back, 一百三十二号附近 after 一百三是二号 and 确认一下是七
 * 十六号 after two numbers were told: the number of a house that the seat repeats by itself.
 */
export function restatedNumber(hearing: Hearing, line: Line, places: PartFinder): FoundPart | undefined {
  const [question, answer] = [hearing.lines[line.index - 2], hearing.lines[line.index - 1]]
  if (answer?.speaker !== 'citizen') return undefined
  const checked = numberAtDoor.exec(line.text)?.groups?.['number']
  const road = places(line).some(({ part }) => part === 'road')
  if (checked !== undefined && !road && isAgreed(hearing, line, `${checked}号`, answer))
    return houseNumber(line, checked)
  const number = numberFirst.exec(line.text)?.groups?.['number']
  if (number === undefined) return undefined
  const corrected = correctsNumber(answer) && answer.text.includes(number.replace(/十$/, ''))
  if (corrected || isCompleted(line, number, places(answer))) return houseNumber(line, number)
  if (!isRepeated(answer, number, question) && !isConfirmed(hearing, line, number, places)) return undefined
  return houseNumber(line, number)
}

function houseNumber(line: Line, number: string): FoundPart {
  const start = line.text.indexOf(`${number}号`)
  const end = start + number.length + 1
  return {
    part: 'number',
    value: arabicIn(line.text.slice(start, end)),
    start,
    end,
    confidence: 0.85,
    heardAs: undefined,
  }
}

const numberChecked = new RegExp(`(?<number>${numeralSource})号(?:对吗|对吧|是吗|是吧|[吗吧嘛])?$`)
const numberInstead = new RegExp(
  `^(?:啊|哦|哎|呀)*(?:不是|不对|唔系|错了|不)*是?(?<number>${numeralSource})号(?!楼|那天|星期|礼拜|早|晚|上午|下午)`,
)

/** 不是七十六号, or 六十一号六十号是隔壁, to the seat's 七十四号: the number of a house that was told before. */
export function correctedNumber(hearing: Hearing, line: Line, places: PartFinder): readonly Statement[] {
  const checked = previousSeatLine(hearing, line)
  const asked = numberChecked.exec(checked?.text ?? '')?.groups?.['number']
  const number = numberInstead.exec(line.text)?.groups?.['number']
  if (asked === undefined || number === undefined || asked === number || line.asked.has('time')) return []
  const told = hearing.lines
    .slice(Math.max(0, line.index - 5), line.index)
    .some((earlier) => places(earlier).some(({ part }) => part === 'number'))
  if (!told) return []
  return [
    {
      line,
      parts: [houseNumber(line, number)],
      home: false,
      landmark: false,
      asked: true,
      corrects: true,
      settles: false,
    },
  ]
}

/** 六百九十号沙太训练场, which the seat adds to the road that the citizen has told without a number. */
const isCompleted = (line: Line, number: string, told: readonly FoundPart[]): boolean =>
  line.text.startsWith(number) &&
  noDay(number) &&
  told.at(-1)?.part === 'road' &&
  told.every(({ part }) => part !== 'number')

const numberAtDoor = new RegExp(
  `(?<![月期]|月[一二三])(?<number>${numeralSource})号(?:门口|门前|楼下)(?:对[吗马]|对吧|是吗|是吧|吗|吧)$`,
)

/** 停的是您七十六号门口对吗, of a number that the citizen has just said, and agreed to. */
function isAgreed(hearing: Hearing, line: Line, number: string, told: Line): boolean {
  const next = nextCitizenLine(hearing, line)
  return next !== undefined && agrees(next) && told.text.includes(number) && !told.asked.has('time')
}

/** The citizen has just said the number, by its sound, in answer to the question for it. */
const isRepeated = (answer: Line, number: string, question: Line | undefined): boolean =>
  (/[路街巷道村].{0,4}号|多少号|几号|门牌/.test(question?.text ?? '') ||
    new RegExp(`${number}号(?:没错|对的|门牌|门口写)`).test(answer.text)) &&
  (answer.text.includes(number) || ` ${folded(answer.text)} `.includes(` ${folded(`${number}号`)} `))

/** The citizen, who has told a house, says yes to its number and says it again. */
function isConfirmed(hearing: Hearing, line: Line, number: string, places: PartFinder): boolean {
  const next = nextCitizenLine(hearing, line)
  if (next === undefined || !agrees(next) || !next.text.includes(`${number}号`)) return false
  return [hearing.lines[line.index - 2], hearing.lines[line.index - 1]].some(
    (told) => told !== undefined && places(told).some(({ part }) => part === 'number'),
  )
}
