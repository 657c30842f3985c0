import type { TicketFields } from '../../ticket-fields.ts'
import { type Hearing, type Line, nextCitizenLine } from '../hearing/hearing.ts'
import { upTo } from '../hearing/signs-around.ts'

/** A number where it is said. */
export interface Mention {
  readonly value: number
  readonly line: Line
  readonly start: number
  readonly end: number
}

/** A number that a call names, and what speaks for or against its being the one of the matter. */
export interface NamedNumber<M extends Mention> {
  readonly value: number
  readonly mentions: readonly M[]
  readonly signs: ReadonlySet<string>
}

/** How the numbers of one kind are read: what each is to the others, and what a mention tells. */
interface SignReaders<M extends Mention> {
  readonly amongOthers: (value: number, values: readonly number[]) => readonly string[]
  readonly signsOf: (mention: M) => readonly string[]
}

/** The numbers of some mentions with their signs, in the order in which they are named first. */
export function namedNumbers<M extends Mention>(
  all: readonly M[],
  hearing: Hearing,
  requestType: TicketFields['requestType'],
  { amongOthers, signsOf }: SignReaders<M>,
): readonly NamedNumber<M>[] {
  const values = [...new Set(all.map(({ value }) => value))]
  return values.map((value) => {
    const mentions = all.filter((each) => each.value === value)
    const signs = new Set([
      `type:${requestType ?? '无'}`,
      ...amongOthers(value, values),
      ...placesOfMention(mentions, all, hearing),
      ...mentions.flatMap(signsOf),
    ])
    return { value, mentions, signs }
  })
}

/** The greatest, the least, all of two others, what is left of one. */
export function relationsOf(value: number, others: readonly number[]): Readonly<Record<string, boolean>> {
  const pairs = others.flatMap((one) => others.map((other) => [one, other] as const))
  return {
    top: others.every((other) => other < value),
    least: others.every((other) => other > value),
    all: pairs.some(([one, other]) => one !== other && one + other === value),
    left: pairs.some(([one, other]) => one - other === value),
  }
}

/** The names of what is so, as signs that begin with `who`. */
export const namesOfTrue = (who: string, told: Readonly<Record<string, boolean>>): readonly string[] =>
  Object.entries(told).flatMap(([name, is]) => (is ? [who + name] : []))

/** How they count: up to so many mentions each for itself, and so many parts of a call. */
const [mostMentions, quarters] = [2, 4]

/** Who names a number among others, how often, how late, and whether last, as signs. */
function placesOfMention(
  mentions: readonly Mention[],
  all: readonly Mention[],
  hearing: Hearing,
): readonly string[] {
  const by = (speaker: Line['speaker']) => mentions.filter(({ line }) => line.speaker === speaker)
  const count = (speaker: Line['speaker']) => upTo(mostMentions, by(speaker).length)
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
