import type { IncidentAddress, SubjectRef } from '../ticket-fields.ts'
import { baseName, type Matter } from './matter.ts'
import { sharedWords } from './shared-words.ts'

/** Same caller: somebody calls again about an open matter for weeks. Others: what is one event is reported within a day. */
export const sameCallerDays = 90
export const nearbyHours = 24

export type SimilarReason = 'caller' | 'subject' | 'place' | 'category' | 'words' | 'follow-up'

/** Another ticket that is probably about the same matter. */
export interface SimilarMatter {
  readonly relation: 'same-caller' | 'other-caller'
  /** Above zero; the higher, the surer. */
  readonly score: number
  readonly reasons: readonly SimilarReason[]
}

interface Signal {
  readonly reason: Exclude<SimilarReason, 'caller'>
  /** Below zero speaks against it. */
  readonly weight: number
}

/**
 * Whether a ticket is about the same matter as an earlier one; undefined where it is not, or where too little is known: a
 * false alarm costs more than a miss. The weights are set on labelled pairs (tests/unit/ticket).
 */
export function rateSimilarity(draft: Matter, other: Matter): SimilarMatter | undefined {
  const sameCaller = draft.phones.some((phone) => other.phones.includes(phone))
  const hours = Math.abs(draft.at - other.at) / 3_600_000
  if (hours > (sameCaller ? sameCallerDays * 24 : nearbyHours)) return undefined
  if (!sameCaller && (isTalk(draft) || isTalk(other))) return undefined
  const signals = [
    subjectSignal(draft.subject, other.subject),
    placeSignal(draft, other),
    categorySignal(draft, other),
    wordsSignal(draft, other),
    ...(sameCaller && followsUp.test(draft.words) ? [{ reason: 'follow-up', weight: 1 } as const] : []),
  ]
  const weightOf = (reason: SimilarReason): number =>
    signals.find((signal) => signal.reason === reason)?.weight ?? 0
  const where = Math.max(weightOf('place'), weightOf('subject'))
  const what = sameCaller
    ? Math.max(weightOf('category'), weightOf('words'))
    : Math.max(weightOf('category'), (weightOf('words') * 2) / 3)
  const needed = sameCaller ? sameCallerNeeds : otherCallerNeeds
  const score = signals.reduce((sum, signal) => sum + signal.weight, 0) - needed.sum
  if (score <= 0 || where < needed.where || what < needed.what) return undefined
  // Of other callers nothing may speak against it: another party, another place of the same body.
  if (!sameCaller && (weightOf('subject') < 0 || weightOf('place') < 0)) return undefined
  // A hospital, a school: one party, many matters. Without a word in common only the place can make it one.
  if (weightOf('words') < 0 && weightOf('place') < 1) return undefined
  const reasons = signals.filter((signal) => signal.weight >= 0.5).map((signal) => signal.reason)
  return {
    relation: sameCaller ? 'same-caller' : 'other-caller',
    score: Math.round(score * 100) / 100,
    reasons: sameCaller ? ['caller', ...reasons] : reasons,
  }
}

/** The least that party or place, event, and all together must weigh. */
const sameCallerNeeds = { where: 0, what: 0.6, sum: 2 }
const otherCallerNeeds = { where: 0.8, what: 0.8, sum: 2.6 }

/** 咨询 建议 表扬 are no event that several people report. */
const isTalk = (matter: Matter): boolean =>
  matter.requestType === '咨询' || matter.requestType === '建议' || matter.requestType === '表扬'

const followsUp =
  /(上次|之前|前几天|上周|上个月).{0,8}(反映|投诉|打过|登记|说|举报)|催|还(是)?(没有?|不).{0,6}(解决|处理|回复|联系|退|给|拆|修|管)|又(来|没|坏|堆|搭|停)/

function subjectSignal(left: SubjectRef | undefined, right: SubjectRef | undefined): Signal {
  return {
    reason: 'subject',
    weight: left === undefined || right === undefined ? 0 : subjectWeight(left, right),
  }
}

/** Two branches of a chain are two parties; a name without its branch may be either. */
function subjectWeight(left: SubjectRef, right: SubjectRef): number {
  if (left.id !== undefined && right.id !== undefined) return left.id === right.id ? 2.5 : -2.5
  if (left.name === right.name) return 2.5
  const [ours, theirs] = [baseName(left.name), baseName(right.name)]
  const alike = ours.length >= 2 && theirs.length >= 2 && (ours.includes(theirs) || theirs.includes(ours))
  return alike ? 1.5 : -2
}

function placeSignal(left: Matter, right: Matter): Signal {
  return { reason: 'place', weight: placeWeight(left, right) }
}

type Agreement = 'same' | 'other' | 'unknown'

function agree(left: string | undefined, right: string | undefined): Agreement {
  if (left === undefined || right === undefined) return 'unknown'
  if (left === right) return 'same'
  const [short, long] = left.length < right.length ? [left, right] : [right, left]
  return short.length >= 3 && long.includes(short) ? 'same' : 'other'
}

function placeWeight(left: Matter, right: Matter): number {
  const at = (part: keyof IncidentAddress) => agree(left.address[part], right.address[part])
  if (at('district') === 'other') return -3
  if (at('poi') === 'same' || at('community') === 'same') return 2
  const street = at('street')
  // Water and power fail for a whole neighbourhood at once.
  const wide =
    left.urgency === '及时' && right.urgency === '及时' && left.category?.code === right.category?.code
  if (wide && street === 'same') return 1.5
  if (at('road') === 'same') return onSameRoad(left.address.number, right.address.number)
  if (at('road') === 'other' || at('poi') === 'other') return -1
  if (street === 'other') return -1
  return street === 'same' ? 0.5 : 0
}

/** Neighbours are a few numbers apart; a road without a number is one place for a short road and a guess for a long one. */
function onSameRoad(left: string | undefined, right: string | undefined): number {
  const [ours, theirs] = [numberOf(left), numberOf(right)]
  if (ours === undefined || theirs === undefined) return 1.5
  if (ours === theirs) return 2.2
  return Math.abs(ours - theirs) <= 20 ? 1 : -1
}

function numberOf(number: string | undefined): number | undefined {
  const digits = /\d+/.exec(number ?? '')?.[0]
  return digits === undefined ? undefined : Number(digits)
}

/** Codes are level 1–3 in pairs and a triple of digits: 12 03 001. */
function categorySignal(left: Matter, right: Matter): Signal {
  const [ours, theirs] = [left.category?.code, right.category?.code]
  const weight =
    ours === undefined || theirs === undefined
      ? 0
      : ours === theirs
        ? 1.8
        : ours.slice(0, 4) === theirs.slice(0, 4)
          ? 0.4
          : -1.5
  return { reason: 'category', weight }
}

function wordsSignal(left: Matter, right: Matter): Signal {
  const names = [left, right].flatMap(({ subject, address }) => [
    ...(subject === undefined ? [] : [subject.name, baseName(subject.name)]),
    ...Object.values(address).filter((part) => part !== undefined),
  ])
  const { share, count, outOf } = sharedWords(left.words, right.words, names)
  if (count === 0) return { reason: 'words', weight: outOf >= 3 ? -0.8 : 0 }
  return { reason: 'words', weight: Math.min(2.5, 5 * share) * Math.min(1, (count + 1) / 3) }
}
