import type { NameKind } from './correction.ts'
import { createOrdinaryWords } from './ordinary-words.ts'
import { packNames, type NamePack, type PackName } from './pack-names.ts'

/** Aliyun takes hot words (热词) of at most so many characters. */
const longestHotWord = 10
const shortestHotWord = 2

/** How likely a name of a kind is to be said in a call. */
const likelihood: Readonly<Record<NameKind, number>> = {
  subject: 1,
  place: 0.9,
  division: 0.85,
  road: 0.8,
  unit: 0.6,
}
/** A name that is made of ordinary words is recognised anyway. */
const leastNeed = 0.3

/**
 * The names of a pack that help a recogniser most, most useful first: likely to be said, and not what it would write by itself.
 * Han characters only, each once, `limit` at most.
 */
export function hotWords(pack: NamePack, limit: number): readonly string[] {
  const words = createOrdinaryWords([])
  const usefulness = ({ name, kind }: PackName): number => {
    const known = words
      .read(name)
      .reduce((sum, { start, end }) => sum + (end - start > 1 ? end - start : 0), 0)
    return likelihood[kind] * (leastNeed + (1 - leastNeed) * (1 - known / name.length))
  }
  return packNames(pack)
    .filter(
      ({ name }) =>
        name.length >= shortestHotWord && name.length <= longestHotWord && /^\p{Script=Han}+$/u.test(name),
    )
    .map((name) => ({ name: name.name, useful: usefulness(name) }))
    .toSorted((left, right) => right.useful - left.useful)
    .slice(0, limit)
    .map(({ name }) => name)
}
