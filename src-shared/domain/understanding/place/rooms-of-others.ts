import { arabicOf, digitsOf } from '../../../text/numerals.ts'
import type { Line } from '../hearing/hearing.ts'
import type { Statement } from './address-statements.ts'

const digit = '[零〇幺一二三四五六七八九]'
/** 一三八 begins a telephone number. */
const phoneBegins = `[一幺][三五七八九]${digit}(?!${digit})`
const room = `(?<room>(?!${phoneBegins})(?:${digit}{3,4}|\\d{3,4})|(?<floor>[二三]?十[一二三四五六七八九]?)零(?<flat>[一二三四五六七八九]))(?!${digit}|[十百千号年月元块])`
const others = new RegExp(
  `(?:楼上|楼下|他们?家?|她们?家?|那[家户]|(?:吵|漏水?|施工|装修|噪音|打孩子|养狗)(?:我们?)?的(?:那[家户])?)(?:应该|可能|好像|大概)?(?:就?是|在|住|(?<=楼[上下]))的?${room}`,
  'u',
)

/** 他应该是一三零三: the flat of the neighbour, where the matter is, after the caller's own. */
export function roomOfOther(line: Line): readonly Statement[] {
  const match = others.exec(line.text)
  const { room: words, floor, flat } = match?.groups ?? {}
  if (match === null || words === undefined || line.asked.has('phone') || line.asked.has('number')) return []
  const value =
    floor === undefined
      ? digitsOf(words.replaceAll('幺', '一'))
      : arabicOf(floor) + (digitsOf(`零${flat ?? ''}`) ?? '')
  if (value === undefined) return []
  const end = match.index + match[0].length
  const start = end - words.length
  const part = { part: 'detail' as const, value, start, end, confidence: 0.8, heardAs: undefined }
  return [{ line, parts: [part], home: false, landmark: false, asked: true, corrects: true, settles: false }]
}
