import { knowledgeCheckText as say } from '../../catalogue/knowledge-checks.ts'
import type { EntryContent } from './entry.ts'
import type { Finding } from './finding.ts'
import { likeness, overlap, pairsOf, plainText } from './likeness.ts'
import { quantitiesOf } from './quantities.ts'

export interface Neighbour {
  readonly entryId: string
  readonly content: EntryContent
}

/** Two answers that are alike so far say the same. */
const sameAnswer = 0.85
/** From here on two entries are about nearly the same matter, so that their figures should agree. */
const sameMatter = 0.45
/** Two sentences, their numbers apart, that are alike so far state the same thing. */
const sameStatement = 0.6

/** Entries that repeat this one, or name another fee, period or age for what seems to be the same. */
export function checkNeighbours(content: EntryContent, neighbours: readonly Neighbour[]): readonly Finding[] {
  return neighbours.flatMap((neighbour) => {
    const duplicate = findDuplicate(content, neighbour)
    if (duplicate !== undefined) return [duplicate]
    return matterLikeness(content, neighbour.content) >= sameMatter
      ? findContradiction(content, neighbour)
      : []
  })
}

function findDuplicate(content: EntryContent, { entryId, content: other }: Neighbour): Finding | undefined {
  const asked = new Set(questionsOf(content).map(plainText))
  const repeated = questionsOf(other).find((question) => asked.has(plainText(question)))
  const { title } = other
  if (repeated !== undefined) {
    return {
      kind: 'duplicate',
      severity: 'warning',
      message: say.sameQuestion(title),
      quote: repeated,
      other: { entryId, title, quote: repeated },
    }
  }
  if (likeness(content.answer, other.answer) < sameAnswer) return undefined
  return { kind: 'duplicate', severity: 'warning', message: say.sameAnswer(title), other: { entryId, title } }
}

function matterLikeness(content: EntryContent, other: EntryContent): number {
  const theirs = questionsOf(other).map(pairsOf)
  return Math.max(
    0,
    ...questionsOf(content).flatMap((question) => {
      const pairs = pairsOf(question)
      return theirs.map((their) => overlap(pairs, their))
    }),
  )
}

function findContradiction(
  content: EntryContent,
  { entryId, content: other }: Neighbour,
): readonly Finding[] {
  const theirs = quantitiesOf(other.answer)
  const { title } = other
  for (const mine of quantitiesOf(content.answer)) {
    const stated = theirs.filter(
      ({ unit, around }) => unit === mine.unit && statesTheSame(mine.around, around),
    )
    const [first] = stated
    if (first === undefined || stated.some(({ value }) => value === mine.value)) continue
    return [
      {
        kind: 'contradiction',
        severity: 'warning',
        message: say.contradiction(title, mine.quote, first.quote),
        quote: mine.quote,
        other: { entryId, title, quote: first.quote },
      },
    ]
  }
  return []
}

/** A bare number (`20元。`) states whatever the question asks. */
function statesTheSame(mine: string, theirs: string): boolean {
  return plainText(mine) === plainText(theirs) || likeness(mine, theirs) >= sameStatement
}

function questionsOf({ title, similar }: EntryContent): readonly string[] {
  return [title, ...similar]
}
