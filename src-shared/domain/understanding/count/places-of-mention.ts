import { type Hearing, type Line, nextCitizenLine } from '../hearing/hearing.ts'

/** A number where it is said. */
export interface Mention {
  readonly value: number
  readonly line: Line
  readonly start: number
  readonly end: number
}

/** How they count: up to so many mentions each for itself, and so many parts of a call. */
const [mostMentions, quarters] = [2, 4]

/** Who names a number among others, how often, how late, and whether last, as signs. */
export function placesOfMention(
  mentions: readonly Mention[],
  all: readonly Mention[],
  hearing: Hearing,
): readonly string[] {
  const by = (speaker: Line['speaker']) => mentions.filter(({ line }) => line.speaker === speaker)
  const count = (speaker: Line['speaker']) => String(Math.min(mostMentions, by(speaker).length))
  const isLast = (among: readonly Mention[]) => among.at(-1)?.value === mentions[0]?.value
  const late = ((mentions.at(-1)?.line.index ?? 0) * quarters) / hearing.lines.length
  const reply = by('seat').at(-1)
  return [
    `said:${count('citizen')}${count('seat')}`,
    `late:${String(Math.trunc(late))}`,
    ...(isLast(all) ? ['last'] : []),
    ...(isLast(all.filter(({ line }) => line.speaker === 'citizen')) ? ['last:c'] : []),
    ...(isLast(all.filter(({ line }) => line.speaker === 'seat')) ? ['last:s'] : []),
    ...(reply === undefined ? [] : [`confirmed:${nextCitizenLine(hearing, reply.line)?.reply ?? ''}`]),
  ]
}
