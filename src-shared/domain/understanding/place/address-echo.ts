import { numeralSource } from '../../../text/numerals.ts'
import { arabicIn, type FoundPart, shapeConfidence } from './address-parts.ts'
import { answersPlan, chainsIn, type PartFinder, type Statement } from './address-statements.ts'
import { citizenSaid, objectsTo } from '../hearing/citizen-said.ts'
import { type Hearing, type Line, nextCitizenLine } from '../hearing/hearing.ts'

const readbackWords = /吗|吧|对|核对|确认|您(说|反映)的|是在|地址|位于/
const asksPlace = /哪里|哪个|哪条|什么(路|地方|位置|小区)|多少号|几号/
/** 狮岭大道上还是阳光路上 says neither. */
const eitherOr = /还是(?:在|算)?$/
const orElse = /^(?:上|那[里边家]|路上)?还是/
const suffix = /(?:街道|大道|社区|小区|[区县镇乡街路巷村号站])$/

/**
 * What the seat says of the place. The seat hears the caller live, writes it down and repeats it: a place that it repeats,
 * and whatever it says in the same breath, stands unless the citizen objects.
 */
export function seatStatements(hearing: Hearing, line: Line, places: PartFinder): readonly Statement[] {
  const next = nextCitizenLine(hearing, line)
  const corrected = next === undefined ? [] : places(next).map(({ part }) => part)
  const objects = objectsTo(next)
  const found = places(line)
  const estate = estateAsked(hearing, line, found)
  const said = estate === undefined ? found : [...found, estate]
  const number = numberAlone(hearing, line)
  const unknown = next !== undefined && !asksPlace.test(line.text) && knowsNot.test(next.text)
  if (number !== undefined)
    return [
      { line, parts: [number], home: false, landmark: false, asked: true, corrects: true, settles: true },
    ]
  return chainsIn(line, () => said).flatMap((chain): readonly Statement[] => {
    const [start, end] = [chain[0]?.start ?? 0, chain.at(-1)?.end ?? 0]
    if (eitherOr.test(line.text.slice(0, start)) || orElse.test(line.text.slice(end))) return []
    const parts = unknown
      ? chain.filter((part) => saidNear(hearing, line, part))
      : objects
        ? chain.filter(({ part }) => !corrected.includes(part))
        : chain
    const rejected = objects && (corrected.length === 0 ? line.text.length - end <= 8 : parts.length === 0)
    if (rejected || parts.length === 0) return []
    const statement = { line, home: false, landmark: false }
    const repeats = parts.some(
      (part) => saidNear(hearing, line, part) || putsRight(hearing, line, part, places),
    )
    if (next === undefined)
      return repeats ? [{ ...statement, parts, asked: true, corrects: true, settles: true }] : []
    if (repeats || isReadback(line, chain, said.length, next))
      return [{ ...statement, parts, asked: true, corrects: true, settles: true }]
    // 天河区哪里, 体育西路站哪个位置 takes the place for granted, and so does who goes on to answer.
    const granted = parts.filter(
      ({ part, heardAs, confidence }) =>
        heardAs === undefined && (part === 'district' || (confidence > 0.9 && next.reply !== 'no')),
    )
    return asksPlace.test(line.text) && granted.length > 0
      ? [{ ...statement, parts: granted, asked: false, corrects: false, settles: false }]
      : []
  })
}

/** 不知道号码 confirms nothing of what the seat asked. */
const knowsNot =
  /^(?:啊|哦|嗯|这个?|我|也|倒)*(?:不(?:太|大)?(?:知道|之道|晓得|清楚|确定)|没(?:有)?(?:注意|留意|看))/

const whichBuilding =
  /^(?<name>\p{Script=Han}{3,6}?)(?:小区)?(?:的|在|是)*(?:哪一?[栋座幢期户层]|几[栋座幢期单楼层]|几号楼|多少栋)/u

/** 祈福绿洲 in 钟村街道祈福绿洲几栋: what has buildings and was said by the citizen as well is an estate. */
function estateAsked(hearing: Hearing, line: Line, parts: readonly FoundPart[]): FoundPart | undefined {
  const start = parts.at(-1)?.end ?? 0
  const name = whichBuilding.exec(line.text.slice(start))?.groups?.['name']
  if (name === undefined || /[路街巷道号村您那这]/.test(name) || parts.some(({ part }) => part === 'poi'))
    return undefined
  if (citizenSaid(hearing, line, name) === undefined) return undefined
  return { part: 'poi', value: name, start, end: start + name.length, confidence: 0.85, heardAs: undefined }
}

const numberFirst = new RegExp(
  `^(?:哦|好的?|那|是)*(?<number>${numeralSource})号(?!线|楼|窗|那天|早|晚|上午|下午|去|来|买)`,
)

/** 五十四号整个村都停了吗 after 五十四一二三四的四, which corrected a number read back. */
function numberAlone(hearing: Hearing, line: Line): FoundPart | undefined {
  const number = numberFirst.exec(line.text)?.groups?.['number']
  const [question, answer] = [hearing.lines[line.index - 2], hearing.lines[line.index - 1]]
  if (number === undefined || answer?.text.includes(number) !== true) return undefined
  if (!/[路街巷道村].{0,4}号|多少号|几号|门牌/.test(question?.text ?? '')) return undefined
  const start = line.text.indexOf(number)
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

const isReadback = (line: Line, chain: readonly FoundPart[], parts: number, next: Line): boolean => {
  if (next.reply !== 'yes' && !/^(?:啊|嗯|哦)*(?:就是|就在|正是|系)/.test(next.text)) return false
  if (isAskedAlone(line, chain)) return true
  return (
    (readbackWords.test(line.text) || (parts >= 2 && !asksPlace.test(line.text))) &&
    (parts >= 2 || /地址|位置|位于|是在/.test(line.text) || isDistrictAsked(line, chain))
  )
}

/** 培贤东路那个, 猎德街道那边的吗, 师岭镇的皮具厂对吗: nothing but a street or road, put to the citizen. */
const isAskedAlone = (line: Line, [only, ...more]: readonly FoundPart[]): boolean =>
  (only?.part === 'street' || only?.part === 'road') &&
  more.length === 0 &&
  /^(?:哦|好的?|嗯|那|是|就是|在|您说的?是)*$/.test(line.text.slice(0, only.start)) &&
  (bareQuestion.test(line.text.slice(only.end)) ||
    (only.part === 'street' && /^的.{2,12}(?:[吗嘛吧]|对吗|对吧)$/.test(line.text.slice(only.end))))

const bareQuestion =
  /^(?:上|那边|那里|那一带|附近)?的?(?:那[个家间条段边里])?(?:[吗嘛马吧]|对吗|对吧|是吗|是吧|是不是|对不对)?$/

/** 是天河区吧 asks for the district; 您是天河区的吗 for where somebody is from. */
const isDistrictAsked = (line: Line, [only]: readonly FoundPart[]): boolean =>
  only?.part === 'district' &&
  /^(?:那边)?(?:吧|吗|对吗|对吧|是吗|是吧|没错吧)/.test(line.text.slice(only.end))

/** 华乐街道 after 华落街道, which the pack does not have: the seat's listed name for one that differs in a character. */
function putsRight(hearing: Hearing, line: Line, part: FoundPart, places: PartFinder): boolean {
  const said = hearing.lines[line.index - 1]
  if (part.confidence <= shapeConfidence || said?.speaker !== 'citizen') return false
  return places(said).some(
    (other) =>
      other.part === part.part &&
      other.confidence === shapeConfidence &&
      other.value.length === part.value.length &&
      Array.from(other.value).filter((letter, at) => letter !== part.value.charAt(at)).length === 1,
  )
}

/** Whether the citizen said the same, by sound, just before or says it in answer. */
function saidNear(hearing: Hearing, line: Line, part: FoundPart): boolean {
  if (part.part === 'detail') return false
  const words = line.text.slice(part.start, part.end)
  const core = words.replace(suffix, '')
  const said = citizenSaid(hearing, line, core.length >= 2 || part.part === 'number' ? core : words)
  return said !== undefined && !answersPlan(hearing, said)
}
