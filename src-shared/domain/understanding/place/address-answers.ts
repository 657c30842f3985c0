import { type FoundPart, shapeConfidence } from './address-parts.ts'
import type { PartFinder } from './address-statements.ts'
import { type Hearing, type Line, previousSeatLine } from '../hearing/hearing.ts'
import { shortAnswer } from './short-answers.ts'

/** The parts of a line, with an answer that only its question makes one: an estate's name after 哪个小区, a room after 几楼. */
export function withAnswer(hearing: Hearing, line: Line, places: PartFinder): PartFinder {
  const question = previousSeatLine(hearing, line)?.text ?? ''
  const asked = asksEstate.test(question)
  return (other) => {
    const parts = places(other)
    const estate =
      asked && !parts.some(({ part, area }) => part === 'poi' && area !== true)
        ? estateIn(other, parts)
        : undefined
    if (estate !== undefined) return inOrder([...parts, ...withDistrict(estate, other, places)])
    const only = shortAnswer(hearing, other, parts, places)
    return only === undefined ? parts : inOrder([...parts, only])
  }
}

const inOrder = (parts: readonly FoundPart[]): readonly FoundPart[] =>
  parts.toSorted((a, b) => a.start - b.start)

/** 云溪御府番禺的: the district said behind a name is no part of it. */
function withDistrict(estate: FoundPart, line: Line, places: PartFinder): readonly FoundPart[] {
  const end = estate.end - 2
  const words = line.text.slice(end, estate.end)
  if (estate.end - estate.start < 4) return [estate]
  const district = places({ ...line, text: `${words}区`, breaks: new Set() }).find(
    ({ part, confidence, heardAs }) =>
      part === 'district' && confidence > shapeConfidence && heardAs === undefined,
  )
  return district === undefined
    ? [estate]
    : [
        { ...estate, value: estate.value.slice(0, -2), end },
        { ...district, start: end, end: estate.end },
      ]
}

const asksEstate = /(哪个|什么)(小区|楼盘)|(小区|楼盘)的?(叫|名|是$)/
const estateLead =
  /^(嗯|啊|哦|就是|就|叫做?|是|在|我们?|咱们?|住|这边|这里|那边|那里|的|那个|小区|名字|叫[啥什]么?|来着|好像|里)*/
const estateName =
  /^(?<name>[^的了吗吧啊我你他这那哪不没什么小区]{2,6})(小区)?(?=在|的|那|这|里|吧|啊|$|[一二三四五六七八九十\d]+(栋|号|座|期))/

function estateIn(line: Line, parts: readonly FoundPart[]): FoundPart | undefined {
  // 叫时代倾城在云山大道: the name first.
  const first =
    /^(?:就?是|名字)?叫/.test(line.text) ||
    /^\p{Script=Han}{2,5}$/u.test(line.text.slice(0, parts[0]?.start ?? 0))
  const from = first ? 0 : Math.max(0, ...parts.filter(({ part }) => part !== 'detail').map(({ end }) => end))
  const lead = estateLead.exec(line.text.slice(from))?.[0].length ?? 0
  const match = estateName.exec(line.text.slice(from + lead))
  const name = match?.groups?.['name']
  if (
    match === null ||
    name === undefined ||
    /[区市镇街路道村号旁边面]$|^[零一二三四五六七八九十\d]/.test(name)
  )
    return undefined
  const start = from + lead
  const end = start + match[0].length
  if (parts.some((part) => part.start < end && part.end > start)) return undefined
  return { part: 'poi', value: match[0], start, end, confidence: 0.8, heardAs: undefined }
}
