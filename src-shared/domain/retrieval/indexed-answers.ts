import type { Answer, Lexicon } from '../site-pack.ts'
import { createTermReader, readEntryTerms, type TermReader } from './entry-terms.ts'
import type { LiveSegment } from './rank-entries.ts'
import type { QueryReader } from './read-query.ts'
import { buildSegment, inverseFrequency, termIdIn, type Segment, type TermIds } from './segment.ts'

/** A segment with the entries that it was built from. */
export interface AnswerSegment extends LiveSegment {
  readonly answers: readonly Answer[]
}

/** Entries and all that a search in them needs. */
export interface IndexedAnswers {
  readonly reader: TermReader
  /** Shared by all versions of an index, since it only grows. */
  readonly ids: TermIds
  /** What was built at first, then what changed since. */
  readonly segments: readonly AnswerSegment[]
  /** In how many dead entries a term stands. */
  readonly lost: ReadonlyMap<number, number>
  readonly live: number
}

export interface AnswerChange {
  /** New entries, and new versions of entries by their id. */
  readonly put?: readonly Answer[]
  /** Ids. */
  readonly removed?: readonly string[]
}

export function startOf(lexicon: Lexicon): Pick<IndexedAnswers, 'reader' | 'ids'> {
  return { reader: createTermReader(lexicon), ids: new Map() }
}

export function indexedAnswers(
  { reader, ids }: Pick<IndexedAnswers, 'reader' | 'ids'>,
  answers: readonly Answer[],
  segment: Segment,
): IndexedAnswers {
  const only = { segment, answers, dead: new Uint8Array(answers.length) }
  return { reader, ids, segments: [only], lost: new Map(), live: answers.length }
}

/**
 * The index after a change, which searches as one that was built anew would. Cost: the entries that changed since the index
 * was built; where they are many, build anew.
 */
export function changedAnswers(
  index: IndexedAnswers,
  { put = [], removed = [] }: AnswerChange,
): IndexedAnswers {
  const gone = new Set([...removed, ...put.map(({ id }) => id)])
  const [base, ...later] = index.segments
  if (base === undefined) return index
  const lost = new Map(index.lost)
  const dead = base.dead.slice()
  base.answers.forEach((answer, entry) => {
    if (dead[entry] === 1 || !gone.has(answer.id)) return
    dead[entry] = 1
    for (const term of readEntryTerms(answer, index.reader, termIdIn(index.ids)).frequencies.keys()) {
      lost.set(term, (lost.get(term) ?? 0) + 1)
    }
  })
  const kept = later.flatMap(({ answers }) => answers).filter(({ id }) => !gone.has(id))
  const answers = [...kept, ...new Map(put.map((answer) => [answer.id, answer])).values()]
  const changed = {
    segment: buildSegment(answers, index.reader, index.ids),
    answers,
    dead: new Uint8Array(answers.length),
  }
  const alive = dead.reduce((count, mark) => count - mark, dead.length)
  return { ...index, segments: [{ ...base, dead }, changed], lost, live: alive + answers.length }
}

/** Reads queries by the words of these entries. */
export function queryReader({ reader, ids, segments, lost, live }: IndexedAnswers): QueryReader {
  const rarest = inverseFrequency(1, live)
  const standing = (term: number): number => {
    let entries = -(lost.get(term) ?? 0)
    for (const { segment } of segments) {
      if (term + 1 < segment.start.length)
        entries += (segment.start[term + 1] ?? 0) - (segment.start[term] ?? 0)
    }
    return entries
  }
  // One query asks for the rarity of thousands of terms; -1 where it was not worked out yet.
  const rarities = new Float64Array(ids.size).fill(-1)
  const rarityOf = (term: number): number => {
    const known = rarities[term] ?? -1
    if (known >= 0) return known
    const rarity = inverseFrequency(standing(term), live)
    rarities[term] = rarity
    return rarity
  }
  return {
    ...reader,
    termOf: (key) => {
      const term = ids.get(key)
      // A term may be left over from entries that are gone.
      return term === undefined || standing(term) <= 0 ? undefined : term
    },
    rarity: (term) => (term === undefined ? rarest : rarityOf(term)),
  }
}
