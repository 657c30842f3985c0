import { overlap, pairsOf, plainText } from './likeness.ts'

/** A question without an answer (未命中), as often as it was asked in these words. */
export interface AskedQuestion {
  readonly text: string
  readonly asked: number
  readonly lastAt: string
}

export interface QuestionGroup {
  /** The commonest wording. */
  readonly question: string
  readonly asked: number
  readonly lastAt: string
  /** The most asked first. */
  readonly phrasings: readonly Pick<AskedQuestion, 'text' | 'asked'>[]
}

/** From this likeness on two questions are taken for the same: half of their pairs of characters in common. */
const alike = 0.5
/** A pair that stands in more groups than this tells nothing (怎么, 请问). */
const commonPair = 200

interface Group {
  readonly pairs: ReadonlySet<string>
  readonly members: AskedQuestion[]
}

/**
 * Groups questions by likeness: the most asked one leads a group, others join the leader that they are most like. The same
 * questions give the same groups, whatever their order.
 */
export function groupQuestions(questions: readonly AskedQuestion[]): readonly QuestionGroup[] {
  const ordered = questions.toSorted(
    (left, right) => right.asked - left.asked || (plainText(left.text) < plainText(right.text) ? -1 : 1),
  )
  const groups: Group[] = []
  const withPair = new Map<string, number[]>()
  for (const question of ordered) {
    const pairs = pairsOf(question.text)
    const best = mostAlike(pairs, groups, withPair)
    if (best !== undefined) {
      best.members.push(question)
      continue
    }
    const place = groups.push({ pairs, members: [question] }) - 1
    for (const pair of pairs) withPair.set(pair, [...(withPair.get(pair) ?? []), place].slice(0, commonPair))
  }
  return groups.map(toGroup).toSorted((left, right) => right.asked - left.asked)
}

function mostAlike(
  pairs: ReadonlySet<string>,
  groups: readonly Group[],
  withPair: ReadonlyMap<string, readonly number[]>,
): Group | undefined {
  const candidates = new Set(Array.from(pairs).flatMap((pair) => withPair.get(pair) ?? []))
  let best: Group | undefined
  let bestLikeness = alike
  for (const place of candidates) {
    const group = groups[place]
    if (group === undefined) continue
    const found = overlap(pairs, group.pairs)
    if (found > bestLikeness || (found === bestLikeness && best === undefined)) {
      best = group
      bestLikeness = found
    }
  }
  return best
}

function toGroup({ members }: Group): QuestionGroup {
  return {
    question: members[0]?.text ?? '',
    asked: members.reduce((sum, { asked }) => sum + asked, 0),
    lastAt: members.reduce((last, { lastAt }) => (lastAt > last ? lastAt : last), ''),
    phrasings: members.map(({ text, asked }) => ({ text, asked })),
  }
}
