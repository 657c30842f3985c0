import { numeralSource } from '../../../text/numerals.ts'
import { type Hearing, type Line, previousSeatLine } from '../hearing/hearing.ts'
import { arabicIn } from './address-numerals.ts'
import { type FoundPart, shapeConfidence } from './address-parts.ts'
import type { PartFinder } from './address-statements.ts'
import { spotSource } from './spots.ts'

const n = numeralSource
export const asksRoom = /(?<![人子他她们客工]在?)几楼|哪一?(户|间|层|房)|房号|几零几|几号房|几单元|几栋|门牌/
const asksStation = /哪一?个?(?:车|公交|地铁)?站|什么站|站名/
const lead = /^(?:嗯|啊|哦|就|是|在|我们?|这|住|[她他它]家?)*/

export const roomAlone =
  /^(?:嗯|啊|就|是|[她他它]家?是?|楼[上下]是?)*(?<room>[零一二两三四五六七八九]{3,4}|\d{3,4})(?:房间?|室|啊|吧)*(?=我(?:家|是|系|住)|$)/
const unitsAlone = new RegExp(
  `^(?:${n}(?:号楼|栋|幢|座|单元|楼(?![上下])|层)(?:[零一二两三四五六七八九]{3,4})?)+(?![一-龥]?(?:高|以[上下]))`,
)

/** What only its question makes a part of an address: 五零一 after 几楼, 云山站 after 哪个站, 二十六号 after a road that the seat repeated. */
export function shortAnswer(
  hearing: Hearing,
  line: Line,
  parts: readonly FoundPart[],
  places: PartFinder,
): FoundPart | undefined {
  const question = previousSeatLine(hearing, line)
  if (question === undefined) return undefined
  if (asksStation.test(question.text) && parts.every(({ part }) => part !== 'poi'))
    return stationIn(line, places)
  if (parts.length > 0) return undefined
  const room = asksRoom.test(question.text) ? (roomIn(line, question.text) ?? unitsIn(line)) : undefined
  const spot = asksWhere.test(question.text) ? spotIn(line) : undefined
  return (
    room ??
    spot ??
    (places(question).at(-1)?.part === 'road' ? numberBehind(line, question, places) : undefined)
  )
}

/** 五零一 in answer to 几楼, 五零一房 in answer to 几号房. */
function roomIn({ text }: Line, question: string): FoundPart | undefined {
  const room = roomAlone.exec(text)?.groups?.['room']
  if (room === undefined) return undefined
  const suffix = /几零几房|几号房|哪一?房/.test(question) ? '房' : ''
  return answered('detail', arabicIn(room) + suffix, text.indexOf(room), room.length)
}

/** 七楼一共十四个人 in answer to 哪一层. */
function unitsIn({ text }: Line): FoundPart | undefined {
  const start = lead.exec(text)?.[0].length ?? 0
  const units = unitsAlone.exec(text.slice(start))?.[0]
  return units === undefined ? undefined : answered('detail', arabicIn(units), start, units.length)
}

const asksWhere = /具体|哪里|在哪|什么(?:位置|地方)|哪个(?:位置|地方)|哪一?[段处块头边侧]/
const spotNoun = '祠堂|村委会?|学校|厂房?|市场|小区|医院|公园|球场|水库|鱼塘|[东南西北正侧]门'
const spotAlone = new RegExp(`^(?:(?:${spotNoun})(?:门口|[后对]面|旁边)|${spotSource})`, 'u')

/** 祠堂门口 in answer to 具体位置, 厂后面 to 从哪里排的. */
function spotIn({ text }: Line): FoundPart | undefined {
  const start = lead.exec(text)?.[0].length ?? 0
  const spot = spotAlone.exec(text.slice(start))?.[0]
  return spot === undefined ? undefined : answered('detail', spot, start, spot.length)
}

const houseNumber = new RegExp(`^${n}号(?!楼|线|那天|[早晚]|上午|下午|开始|起|房|铺|窗)`)

/** 二十六号蜂巢里那栋, said when the seat has repeated 康南路 and nothing behind it. */
function numberBehind(line: Line, question: Line, places: PartFinder): FoundPart | undefined {
  const road = places(question).at(-1)
  const start = lead.exec(line.text)?.[0].length ?? 0
  const number = houseNumber.exec(line.text.slice(start))?.[0]
  return road?.end === question.text.length && number !== undefined && !line.asked.has('time')
    ? answered('number', arabicIn(number), start, number.length)
    : undefined
}

const stationNamed = /(?<=^|[的在是到叫嗯啊就])(?<name>[^的在是到叫我你他了那这就]{2,5}站)(?![台点长务])/u
const stationAlone = /^(?:嗯|啊|就|是|在|到)*(?<name>\p{Script=Han}{2,4}?)(?=那|这|$)/u

/** 云山站, or 客村那儿, which the pack has as a station. */
function stationIn(line: Line, places: PartFinder): FoundPart | undefined {
  const named = stationNamed.exec(line.text)?.groups?.['name']
  if (named !== undefined) return answered('poi', named, line.text.indexOf(named), named.length)
  const name = stationAlone.exec(line.text)?.groups?.['name']
  if (name === undefined) return undefined
  const listed = places({ ...line, text: `${name}站`, breaks: new Set() })
  return listed.some(({ part, confidence }) => part === 'poi' && confidence > shapeConfidence)
    ? answered('poi', name, line.text.indexOf(name), name.length)
    : undefined
}

const answered = (
  part: 'poi' | 'number' | 'detail',
  value: string,
  start: number,
  length: number,
): FoundPart => ({
  part,
  value,
  start,
  end: start + length,
  confidence: 0.85,
  heardAs: undefined,
})
