import { numeralSource } from '../../../text/numerals.ts'
import { folded } from '../hearing/citizen-said.ts'
import type { Line } from '../hearing/hearing.ts'
import type { FoundPart } from './address-parts.ts'

const readbackWords = /吗|吧|对|核对|确认|您(说|反映)的|是在|地址|位于/
export const asksPlace = /哪里|哪个|哪条|什么(路|地方|位置|小区)|多少号|几号/
const agreement =
  /^(?:啊|嗯|哦|诶)*(?:就是|就在|正是|那就(?![算不没这])|[系细]|是(?![不谁哪什])|[没冇]错|[对队堆](?![面门不]))/

/** Whether the citizen says yes to what the seat put to him. */
export const agrees = ({ reply, text, turn }: Line): boolean =>
  reply === 'yes' || agreement.test(text) || (/^[嗯恩]/.test(turn.text) && !/^[不没]/.test(text))

const numberInstead = new RegExp(
  `^(?:不是|不对|错了?)?${numeralSource}号?(?:是|啊|哦)+${numeralSource}(?:号|$)`,
)

/** 不是四百是四百二, to the seat's whole address, objects to its number and to nothing else. */
export const correctsNumber = (objection: Line | undefined): boolean =>
  numberInstead.test(objection?.text ?? '')

/**
 * What of the seat's words an objection leaves standing: 江府路九十二号, to 不是众顺是众合江府路的, but nothing of the kind that it
 * names otherwise or denies; 不是四百是四百二 leaves the road.
 */
export function uncorrected(
  chain: readonly FoundPart[],
  objection: Line | undefined,
  named: readonly FoundPart[],
): readonly FoundPart[] {
  if (correctsNumber(objection)) return chain.filter(({ part }) => part !== 'number')
  const isDenied = (part: FoundPart) => /不是在?$|[不没]在$/.test(objection?.text.slice(0, part.start) ?? '')
  const agrees = (part: FoundPart, other: FoundPart) =>
    part.part === 'road' && sameName(other, part) && !isDenied(other)
  return chain.filter((part) => named.every((other) => other.part !== part.part || agrees(part, other)))
}

const sameName = (a: FoundPart, b: FoundPart): boolean => folded(a.value) === folded(b.value)

/** Whether the seat reads the place back and the citizen says yes to it. */
export function isReadback(line: Line, chain: readonly FoundPart[], parts: number, next: Line): boolean {
  if (!agrees(next)) return false
  if (isAskedAlone(line, chain) || isWithin(line, chain)) return true
  return (
    (readbackWords.test(line.text) ||
      ((parts >= 2 || endsInRoad(line, chain)) && !asksPlace.test(line.text))) &&
    (parts >= 2 ||
      endsInRoad(line, chain) ||
      /地址|位置|位于|是在/.test(line.text) ||
      isDistrictAsked(line, chain))
  )
}

/** 您在广州南站被拉客吗: a place of the pack that the seat takes to be that of the matter. */
const isWithin = (line: Line, [first]: readonly FoundPart[]): boolean =>
  first?.part === 'poi' &&
  (first.confidence > 0.9 || first.heardAs !== undefined) &&
  /(?:^|您|是|事情|发生)在$/.test(line.text.slice(0, first.start)) &&
  /[吗吧]$/.test(line.text)

/** 美缘坊美容院芳村店花地大道北: the road of a party, told to the citizen, who says yes. */
const endsInRoad = (line: Line, chain: readonly FoundPart[]): boolean => {
  const last = chain.at(-1)
  return last?.part === 'road' && last.confidence > 0.9 && last.end === line.text.length
}

const bareLead = /^(?:哦|好的?|嗯|那|是|就是|在|您说的?是)*$/
const bareQuestion =
  /^(?:上|那边|那里|那一带|附近)?的?(?:那[个家间条段边里])?(?:[吗嘛马吧]|对吗|对吧|是吗|是吧|是不是|对不对)?$/
const roadLead = /^(?:.{0,12}(?:[吗嘛]|是|在))?(?:您好|请问|哦|好的?|嗯|那|是|就是|在|您说的?是|您反映的是)*$/
const nameBehind = /^(?:上|那边)?(?:的|那一?[个家间]|这一?[个家间])+.{0,14}$/

/** 培贤东路那个, 猎德街道那边的吗, 师岭镇的皮具厂对吗, 是太和中路那个太和支行对吧: nothing but a street or road, put to the citizen. */
function isAskedAlone(line: Line, [only, ...more]: readonly FoundPart[]): boolean {
  if ((only?.part !== 'street' && only?.part !== 'road') || more.length > 0) return false
  const [before, after] = [line.text.slice(0, only.start), line.text.slice(only.end)]
  if (only.part === 'road' && roadLead.test(before) && nameBehind.test(after) && !asksPlace.test(after))
    return true
  return (
    bareLead.test(before) &&
    (bareQuestion.test(after) || (only.part === 'street' && /^的.{2,12}(?:[吗嘛吧]|对吗|对吧)$/.test(after)))
  )
}

/** 是天河区吧 asks for the district; 您是天河区的吗 for where somebody is from. */
const isDistrictAsked = (line: Line, [only]: readonly FoundPart[]): boolean =>
  only?.part === 'district' &&
  /^(?:那边)?(?:吧|吗|对吗|对吧|是吗|是吧|没错吧)/.test(line.text.slice(only.end))

/** What the seat takes for granted, and the citizen with him, who goes on to answer. */
export function grantedParts(line: Line, parts: readonly FoundPart[], next: Line): readonly FoundPart[] {
  const listed = parts.filter(({ heardAs }) => heardAs === undefined)
  if (
    next.reply !== 'no' &&
    (isChecked(line, listed) || isStated(line, listed) || isDistrictOfName(line, listed))
  )
    return listed
  if (!asksPlace.test(line.text)) return []
  // 天河区哪里, 体育西路站哪个位置.
  return listed.filter(
    ({ part, start, confidence }) =>
      part === 'district' ||
      (next.reply !== 'no' &&
        (confidence > 0.9 ||
          (part === 'number' && listed.some((road) => road.part === 'road' && road.end === start)))),
  )
}

/** 市莲路一百八十八号的宏升腾塑料厂吗: a whole address, put to the citizen as a question. */
const isChecked = (line: Line, parts: readonly FoundPart[]): boolean =>
  parts.some(({ part, confidence }) => part === 'road' && confidence > 0.9) &&
  parts.some(({ part }) => part === 'number') &&
  /^.{0,14}(?:[吗吧]|对不对|是不是)/.test(line.text.slice(parts.at(-1)?.end ?? 0))

const sends =
  /可以|请您?(?:到|去|带|在)|前往|携带|办理|[到去在].{0,24}(?:办|交|领|问|申请|咨询)|网点|窗口|工作日/

/** 海珠区阅江中路六百八十号悦泊停车场您要求赔两千四: a whole address, taken for granted and let stand; not where the seat sends him. */
const isStated = (line: Line, parts: readonly FoundPart[]): boolean =>
  parts.some(({ part }) => part === 'district') &&
  parts.some(({ part, confidence }) => part === 'road' && confidence > 0.9) &&
  parts.some(({ part }) => part === 'number') &&
  !sends.test(line.text)

/** 天河区的育晨实验小学, but not 天河区的人. */
const isDistrictOfName = (line: Line, [only, ...more]: readonly FoundPart[]): boolean =>
  only?.part === 'district' &&
  more.length === 0 &&
  /^(?:您好)?(?:哦|好的?|嗯|那|是|就是|在|您说的?是)*$/.test(line.text.slice(0, only.start)) &&
  /^的?(?!人|户|居民|市民|业主).{2,9}(?:学|校|园|院|厂|店|市场|小区|公司|中心|馆|广场|城|站|楼|厅|科)/.test(
    line.text.slice(only.end),
  )
