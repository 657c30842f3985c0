import { type FoundPart, shapeConfidence } from './address-parts.ts'
import { answersPlan, chainsIn, type PartFinder, type Statement } from './address-statements.ts'
import { citizenSaid, objectsTo } from '../hearing/citizen-said.ts'
import { type Hearing, type Line, nextCitizenLine } from '../hearing/hearing.ts'
import { restatedNumber } from './numbers-read-back.ts'
import { asksPlace, correctsNumber, grantedParts, isReadback, uncorrected } from './seat-readbacks.ts'

/** 狮岭大道上还是阳光路上 says neither. */
const eitherOr = /还是(?:在|算)?$/
const orElse = /^(?:上|那[里边家]|路上)?还是/
const suffix = /(?:街道|大道|社区|小区|[区县镇乡街路巷村号站])$/

/**
 * What the seat says of the place. The seat hears the caller live, writes it down and repeats it: a place that it repeats,
 * and whatever it says in the same breath, stands unless the citizen objects.
 */
export function seatStatements(hearing: Hearing, line: Line, places: PartFinder): readonly Statement[] {
  if (informs(hearing, line)) return []
  const next = nextCitizenLine(hearing, line)
  const named = next === undefined ? [] : places(next)
  const objects = objectsTo(next)
  const instead = objects && correctsNumber(next)
  const found = places(line)
  const estate = estateAsked(hearing, line, found)
  const said = estate === undefined ? found : [...found, estate]
  const number = restatedNumber(hearing, line, places)
  const unknown =
    next !== undefined && !asksPlace.test(line.text) && !asksOther.test(line.text) && knowsNot.test(next.text)
  if (number !== undefined) return [{ ...spoken(line, [number]), ...taken }]
  return chainsIn(line, () => said).flatMap((whole): readonly Statement[] => {
    const chain = withoutChoice(line, whole)
    const [start, end] = [chain[0]?.start ?? 0, chain.at(-1)?.end ?? 0]
    if (eitherOr.test(line.text.slice(0, start))) return []
    const parts = unknown
      ? chain.filter((part) => saidNear(hearing, line, part))
      : objects
        ? uncorrected(chain, next, named)
        : chain
    if (parts.length === 0 || (objects && named.length === 0 && !instead && line.text.length - end <= 8))
      return []
    const repeats =
      (instead && parts.length < chain.length) ||
      parts.some((part) => saidNear(hearing, line, part) || putsRight(hearing, line, part, places))
    if (repeats || (next !== undefined && isReadback(line, chain, said.length, next)))
      return [{ ...spoken(line, parts), ...taken }]
    const granted = next === undefined ? [] : grantedParts(line, parts, next)
    return granted.length > 0 ? [spoken(line, granted)] : []
  })
}

/** 南便街四十五号还是十五号 leaves the number open and not the street; 狮岭大道上还是 leaves all open. */
function withoutChoice(line: Line, chain: readonly FoundPart[]): readonly FoundPart[] {
  const last = chain.at(-1)
  if (last === undefined || !orElse.test(line.text.slice(last.end))) return chain
  return last.part === 'number' ? chain.slice(0, -1) : []
}

/** 体育西路十八号, said to a citizen who asks where to go, is an answer and no place of the matter. */
const informs = (hearing: Hearing, line: Line): boolean =>
  !/[吗吧]|是不是|对不对|哪/.test(line.text) &&
  /(?:在哪|去哪|到哪|哪里(?:办|交|找|领)|什么地方|地址是?多少|怎么[走去])(?:[里儿办找交领]|的|啊|呢|呀)*$/.test(
    hearing.lines[line.index - 1]?.text ?? '',
  )

const spoken = (line: Line, parts: readonly FoundPart[]): Statement => ({
  line,
  parts,
  home: false,
  landmark: false,
  asked: false,
  corrects: false,
  settles: false,
})
const taken = { asked: true, corrects: true, settles: true }
/** 不知道号码 confirms nothing of what the seat asked. */
const knowsNot =
  /^(?:啊|哦|嗯|这个?|我|也|倒)*(?:不(?:太|大)?(?:[知之][道到]|晓得|清楚|确定)|没(?:有)?(?:注意|留意|看))/

/** 叫什么, 什么时候: what 不知道 answers, which leaves the place that the seat named in passing. */
const asksOther = /叫什么|什么名|谁|什么时候|几点|哪天|哪家|多少(?!号)/

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
