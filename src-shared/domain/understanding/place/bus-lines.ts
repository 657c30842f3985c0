import { type Hearing, type Line, previousSeatLine } from '../hearing/hearing.ts'
import { type FoundPart, shapeConfidence } from './address-parts.ts'

const numeral = '[零〇幺一二两三四五六七八九十百\\d]'
const lineAsked = /哪一?(?:条线路?|路(?:的?公交|的?车|车|公交)|趟|班车)|几路|什么(?:线路?|车|路车)|线路|车次/
const line = new RegExp(`(?:${numeral}{2,}|${numeral})路$`)
const severalDigits = new RegExp(`${numeral}{2,}路$`)
const rideBefore = /(?:公交车?|工交车?|巴士|坐|搭|乘|等|上|夜班?|夜)的?$/
const rideWithin = /公交|工交|巴士|[坐搭乘等]/
const rideAfter = /^(?:车|公交|工交|线|巴士|的?司机|的?班次|大巴|总站)/

/**
 * Whether what looks like a road is the name of a bus: 二零六路, 工交七路, and 花五路 where the seat asks for the line. Only of
 * roads that the pack does not have.
 */
export function isBusLine(
  hearing: Hearing,
  heard: Line,
  { part, value, start, end, confidence }: FoundPart,
): boolean {
  if (part !== 'road' || confidence !== shapeConfidence || !line.test(value)) return false
  const [before, after] = [heard.text.slice(0, start), heard.text.slice(end)]
  if (severalDigits.test(value) || rideWithin.test(value) || rideBefore.test(before) || rideAfter.test(after))
    return true
  const question = heard.speaker === 'seat' ? heard : previousSeatLine(hearing, heard)
  const earlier = question === undefined ? undefined : previousSeatLine(hearing, question)
  return (
    [question, heard.speaker === 'seat' ? earlier : undefined].some(
      (asked) => asked !== undefined && lineAsked.test(asked.text),
    ) || /公[交司]的?$/.test(before)
  )
}
