import type { Subject } from '#shared/domain/site-pack.ts'
import { tellsOfIncident } from '#shared/domain/understanding/kind/grievance.ts'
import { hearRequestType } from '#shared/domain/understanding/kind/request-type.ts'
import { asLikelyMeant } from '#shared/domain/understanding/hearing/likely-spelling.ts'
import { type Candidate, candidatesOf } from '#shared/domain/understanding/party/party-candidates.ts'
import { bestOf } from '#shared/domain/understanding/party/party-choice.ts'
import type { TaggerWeights } from '#shared/domain/understanding/party/party-tagger.ts'
import { partyMentions } from '#shared/domain/understanding/party/subject.ts'
import { taggedParties } from '#shared/domain/understanding/party/tagged-parties.ts'
import type { NameIndex } from '#shared/text/name-index.ts'
import type { Choice } from './choice.ts'
import { type LabelledCall, listenTo, spelled } from './party-rows.ts'

/** Who may be meant in a call: at its end, and in the midst of it, where the party has just been named. */
export interface CallChoices {
  readonly atEnd: Choice
  readonly midway: Choice
}

/** The choices of a call, by weights of the words around names; none where its party is a matter of convention. */
export function choicesIn(
  call: LabelledCall,
  index: NameIndex<Subject>,
  weights: TaggerWeights,
): readonly CallChoices[] {
  if (call.open?.includes('subject') === true) return []
  const candidates = candidatesIn(call, index, weights)
  const named = candidates
    .filter((candidate) => isMeant(call, candidate))
    .flatMap(({ mentions }) => mentions.map(({ line }) => line.index + 1))
  const midway = named.length > 0 ? Math.min(...named) : call.turns.length >> 1
  const begun = { ...call, turns: call.turns.slice(0, midway) }
  return [
    {
      atEnd: choiceAmong(call, candidates),
      midway: choiceAmong(call, candidatesIn(begun, index, weights)),
    },
  ]
}

function candidatesIn(
  call: LabelledCall,
  index: NameIndex<Subject>,
  weights: TaggerWeights,
): readonly Candidate[] {
  const heard = listenTo(call)
  const hearing = spelled(heard)
  const meant = asLikelyMeant(heard)
  const parties = taggedParties(hearing, index, weights)
  const requestType = hearRequestType(meant)?.value
  if (requestType === '咨询' && !tellsOfIncident(meant)) return []
  return candidatesOf({ hearing, parties, requestType }, partyMentions(hearing, index, parties))
}

function isMeant({ expected: { subject } }: LabelledCall, { mentions }: Candidate): boolean {
  return subject?.id === undefined
    ? mentions.some(({ name }) => name === subject?.name)
    : mentions.some(({ subjects }) => subjects.some(({ id }) => id === subject.id))
}

const choiceAmong = (call: LabelledCall, candidates: readonly Candidate[]): Choice => ({
  signs: candidates.map(({ signs }) => signs),
  right: candidates.map((candidate) => isMeant(call, candidate)),
  isExpected: call.expected.subject !== undefined,
})

/** Precision and recall of choosing by these weights, in words. */
export function measured(choices: readonly Choice[], weights: Readonly<Record<string, number>>): string {
  const chosen = choices.flatMap(({ signs, right }) => {
    const at = bestOf(signs, (sign) => weights[sign] ?? 0)
    return at === undefined ? [] : [right[at] === true]
  })
  const rightly = chosen.filter(Boolean)
  const expected = choices.filter(({ isExpected }) => isExpected)
  const found = expected.filter(({ right }) => right.some(Boolean))
  return [
    `${String(rightly.length)} of ${String(chosen.length)} chosen`,
    `of ${String(expected.length)} expected, ${String(found.length)} of them found`,
  ].join(', ')
}
