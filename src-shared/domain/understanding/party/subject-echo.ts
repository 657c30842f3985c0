import type { NameIndex, NameMatch } from '../../../text/name-index.ts'
import type { Subject } from '../../site-pack.ts'
import { citizenSaid, folded, objectsTo } from '../hearing/citizen-said.ts'
import { type Hearing, type Line, nextCitizenLine } from '../hearing/hearing.ts'
import {
  isPartOfLonger,
  isSiteInShort,
  knownIn,
  type Mention,
  shapedStart,
  shapePattern,
  unlisted,
} from './subject-mentions.ts'
import { spelt } from './party-spelling.ts'
import { isOrdinary } from './party-standing.ts'
import { isBlamed, isBlamedAfter, isLandmark, isOwn, kindSource, roleOf } from './subject-role.ts'

/** A name that the seat repeats is a name; what was done by it is told elsewhere. */
const repeatedRole = 2.05
const repeatedListed = 1.5
/** 您投诉的是他, 您要投诉惠丰餐饮, to which the citizen does not object, leaves no doubt. */
const settledRole = 4.6
const blamedRole = (line: Line, start: number, end: number): number =>
  isBlamed(line, start) || isBlamedAfter(line, end) ? settledRole : 0
const plainKind = /^(?:物业|公司|店|工地|平台|中介|超市|医院|学校)$/

/**
 * The parties that the seat names as the citizen has just named them, by sound: 是康颐之家养老院吗. The seat's spelling is
 * the better one; an objection takes the name back.
 */
export function echoedMentions(hearing: Hearing, heard: Line, index: NameIndex<Subject>): readonly Mention[] {
  if (objectsTo(nextCitizenLine(hearing, heard))) return []
  const line = spelt(heard)
  const known = knownIn(line, index).filter((match) => !isPartOfLonger(line, match))
  const listed = known
    .filter(
      ({ name, values }) =>
        name.length > 2 &&
        values.some(({ kind }) => kind !== 'government') &&
        !isSiteInShort({ name, values }),
    )
    .flatMap((match) => {
      const said =
        placeSaid(hearing, heard, match.name) ??
        inShort(hearing, heard, match) ??
        accused(hearing, line, match)
      if (said === undefined) return []
      const role = Math.max(said, repeatedListed, blamedRole(line, match.start, match.end))
      return [{ ...unlisted(line, match.start, match.end, role), name: match.name, subjects: match.values }]
    })
  const shaped = [...line.text.matchAll(shapePattern)].flatMap((match): readonly Mention[] => {
    const end = match.index + match[0].length
    const start = shapedStart(line, match.index, 0)
    if (start === undefined || isLandmark(line, start, end)) return []
    if (known.some((other) => start < other.end && end > other.start)) return []
    const core = line.text.slice(start, match.index)
    const said = placeSaid(hearing, heard, core) ?? beginningSaid(hearing, heard, core)
    return said === undefined
      ? []
      : [unlisted(line, start, end, Math.max(said, repeatedRole, blamedRole(line, start, end)))]
  })
  return [...listed, ...shaped]
}

/** 北斗, of which the seat makes 北斗驾校: a listed name in full, of which the citizen said the beginning. */
function inShort(hearing: Hearing, seat: Line, { name, end, by }: NameMatch<Subject>): number | undefined {
  if (by !== 'text' || name.length < leastInFull || isLandmark(seat, end - name.length, end)) return undefined
  const kind =
    new RegExp(`(?:[一二三四五六]期)?(?:${kindSource}|外卖|口腔|教育|培训|项目)$`).exec(name)?.[0] ?? ''
  const core = name.slice(0, name.length - kind.length)
  return core.length >= 2 && citizenSaid(hearing, seat, core) !== undefined ? repeatedListed : undefined
}
const leastInFull = 4

/** 穗翔, of which the seat makes 穗翔出租汽车公司: a name in full, of which the citizen said the beginning. */
function beginningSaid(hearing: Hearing, seat: Line, core: string): number | undefined {
  for (let length = core.length - 1; length >= leastBeginning; length--) {
    const beginning = core.slice(0, length)
    if (!isOrdinary(beginning) && citizenSaid(hearing, seat, beginning) !== undefined)
      return placeSaid(hearing, seat, beginning)
  }
  return undefined
}
const leastBeginning = 2

/** 投诉公交公司吗, to which the citizen says yes, of whom he has told without naming anybody. */
const accused = (hearing: Hearing, line: Line, { start, end }: NameMatch<Subject>): number | undefined =>
  blamedRole(line, start, end) > 0 && nextCitizenLine(hearing, line)?.reply === 'yes'
    ? repeatedListed
    : undefined

/** How clearly the citizen's own words make a party of the name; undefined for a landmark, and for the caller's own. */
function placeSaid(hearing: Hearing, seat: Line, name: string): number | undefined {
  if (plainKind.test(name)) return undefined
  const line = citizenSaid(hearing, seat, name)
  if (line === undefined) return undefined
  const sounds = folded(line.text).split(' ')
  const sought = folded(name).split(' ')
  const start = sounds.findIndex((_, at) => sought.every((sound, index) => sounds[at + index] === sound))
  const end = start + name.length
  return isLandmark(line, start, end) || isOwn(line, end) ? undefined : roleOf(line, start, end, false, false)
}
