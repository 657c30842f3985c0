import { folded, objectsTo } from '../hearing/citizen-said.ts'
import { type Hearing, type Line, nextCitizenLine } from '../hearing/hearing.ts'
import { lastKind, ownPart } from './own-part.ts'
import { spelt } from './party-spelling.ts'
import type { Mention } from './subject-mentions.ts'

const mostAdded = 9
/** Words with which the seat goes on after a name. */
const notInNames = /[的是吗呢吧啊在有没不也都多少什么哪您你他我要了对收问说投就这那怎被把和跟为到去区县镇号]/
/** 教育 in 教育路 is no kind of party. */
const roadBehind = /^(?:[东西南北中]?[路街巷]|大道|村)/
/** A name that a plain 公司 or 馆 follows is a name already, unless the seat reads it back: 闪达跑腿平台吗, 沁园瑜伽馆. */
const addsLittle = /^(?:公司|平台|.)$/
const readsBack = /^(?:$|.*(?:[吗吧嘛]|对不对|是不是)$|\p{Script=Han}{1,3}的\p{Script=Han})/u

/**
 * 砚田斋艺术培训中心, to which the citizen's 砚田斋美术课 is short: the name as the seat says it in full, where he does not
 * object; undefined where it says no more.
 */
export function fullBySeat(hearing: Hearing, { name, line }: Mention): string | undefined {
  const own = ownPart(name) ?? name
  return hearing.lines
    .filter(({ speaker, index }) => speaker === 'seat' && index >= line.index)
    .filter((seat) => !objectsTo(nextCitizenLine(hearing, seat)))
    .flatMap((seat) => goneOn(seat, own))
    .filter(
      ({ full, behind }) =>
        full.length > name.length && (!addsLittle.test(full.slice(name.length)) || readsBack.test(behind)),
    )
    .toSorted((one, other) => other.full.length - one.full.length)[0]?.full
}

interface GoneOn {
  readonly full: string
  /** The rest of the line. */
  readonly behind: string
}

/** The names that a line makes of a beginning, each to the end of a kind or trade. */
function goneOn(seat: Line, beginning: string): readonly GoneOn[] {
  const { text } = spelt(seat)
  const [sounds, sought] = [folded(text).split(' '), folded(beginning).split(' ')]
  if (sounds.length !== text.length) return []
  return sounds.flatMap((_, at) => {
    if (!sought.every((sound, offset) => sounds[at + offset] === sound)) return []
    const rest = text.slice(at + beginning.length)
    const stop = rest.search(notInNames)
    for (let length = Math.min(mostAdded, stop === -1 ? rest.length : stop); length >= 1; length--) {
      const full = text.slice(at, at + beginning.length + length)
      const behind = rest.slice(length)
      if (lastKind.test(full) && !roadBehind.test(behind)) return [{ full, behind }]
    }
    return []
  })
}
