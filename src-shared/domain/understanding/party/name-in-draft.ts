import type { NameIndex } from '../../../text/name-index.ts'
import type { Subject } from '../../site-pack.ts'
import type { HeardValue, SubjectRef } from '../../ticket-fields.ts'
import { folded } from '../hearing/citizen-said.ts'
import type { Hearing } from '../hearing/hearing.ts'

/** A name as it was heard, and as it was meant. */
interface Misheard {
  readonly heard: string
  readonly meant: string
}

/** A draft in which the party is written as it was settled: 云栖花园三期工地 for 云栖花园三七工地. */
export function withPartyName(
  draft: HeardValue<string> | undefined,
  names: readonly Misheard[],
): HeardValue<string> | undefined {
  if (draft === undefined) return undefined
  const value = names.reduce((text, { heard, meant }) => text.replaceAll(heard, meant), draft.value)
  return value === draft.value ? draft : { ...draft, value }
}

/** How the party's name was misheard in the call, which has the same length as what was meant. */
export function misheardNames(
  hearing: Hearing,
  party: SubjectRef | undefined,
  index: NameIndex<Subject>,
): readonly Misheard[] {
  if (party === undefined) return []
  return hearing.lines.flatMap(({ speaker, text }) => {
    if (speaker === 'seat') return []
    return party.id === undefined ? written(text, party.name) : listed(text, party.id, index)
  })
}

const listed = (text: string, id: string, index: NameIndex<Subject>): readonly Misheard[] =>
  index
    .find(text)
    .filter(({ by, values }) => by === 'sound' && values.some((subject) => subject.id === id))
    .map(({ start, end, name }) => ({ heard: text.slice(start, end), meant: name }))

/** Shorter names sound like too many other words. */
const leastName = 3

function written(text: string, name: string): readonly Misheard[] {
  const [sounds, sought] = [folded(text).split(' '), folded(name).split(' ')]
  if (sounds.length !== text.length || sought.length !== name.length || name.length < leastName) return []
  return sounds.flatMap((_, at) => {
    const heard = text.slice(at, at + name.length)
    const alike = heard !== name && sought.every((sound, offset) => sounds[at + offset] === sound)
    return alike ? [{ heard, meant: name }] : []
  })
}
