import { folded } from '../hearing/citizen-said.ts'
import { type Hearing, nextCitizenLine } from '../hearing/hearing.ts'
import type { WeighedMention } from './weighed-mentions.ts'

/** In a name of so many characters one may be misheard. */
const leastWithSlip = 3
/** The citizen names whom the seat reads back not long before. */
const mostBefore = 4

/**
 * What the seat's reading back tells of a name: whether the citizen agrees (沁园足浴下塘西路八十一号对吗, 对), and whether
 * he has said it before, sound by sound or but for one (心园足浴).
 */
export function readBackSign(hearing: Hearing, own: readonly WeighedMention[]): string {
  const reads = own.filter(({ line }) => line.speaker === 'seat')
  if (reads.length === 0) return 'readback none'
  const agreed = reads.some(({ line }) => nextCitizenLine(hearing, line)?.reply === 'yes')
  const voiced = reads.map((mention) => voicedBefore(hearing, mention))
  const said = (['full', 'nearly'] as const).find((degree) => voiced.includes(degree)) ?? 'never'
  return `readback ${agreed ? 'agreed' : 'open'} ${said}`
}

function voicedBefore({ lines }: Hearing, { line, name }: WeighedMention): 'full' | 'nearly' | 'never' {
  const sought = folded(name).split(' ')
  const slips = lines
    .slice(Math.max(0, line.index - mostBefore), line.index)
    .filter(({ speaker }) => speaker === 'citizen')
    .map(({ text }) => fewestSlips(folded(text).split(' '), sought))
  const fewest = Math.min(...slips)
  if (fewest === 0) return 'full'
  return fewest === 1 && sought.length >= leastWithSlip ? 'nearly' : 'never'
}

/** In how many sounds a name differs from the words where they are nearest to it. */
function fewestSlips(sounds: readonly string[], sought: readonly string[]): number {
  let fewest = sought.length
  for (let at = 0; at + sought.length <= sounds.length; at++) {
    const slips = sought.filter((sound, offset) => sounds[at + offset] !== sound).length
    fewest = Math.min(fewest, slips)
  }
  return fewest
}
