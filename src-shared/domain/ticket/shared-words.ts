/** Words that stand in every ticket and say nothing of its matter. */
const commonWords =
  /市民|来电人?|反映|投诉|举报|咨询|求助|要求|希望|尽快|处理|解决|核实|帮忙|麻烦|我们?|你们?|他们?|这个|那个|什么|怎么|没有?|现在|已经|还是?|一直|今天|昨天|昨晚|每天|晚上|早上|有人|不了|知道|可以|因为|所以|但是|然后|就是|情况|问题|事情?|上次|之前|家里|的|了|在|着|都|很|不|是|到|又|也|就|里|人/g

/** Pairs of neighbouring characters. */
function bigrams(words: string): readonly string[] {
  return words
    .split(/[^\p{Script=Han}]+/u)
    .flatMap((piece) =>
      Array.from({ length: Math.max(0, piece.length - 1) }, (_, at) => piece.slice(at, at + 2)),
    )
}

/** The pairs that carry a matter. */
function telling(words: string, named: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(bigrams(words.replaceAll(commonWords, ' ')).filter((pair) => !named.has(pair)))
}

export interface SharedWords {
  /** 0–1: the share of the poorer text that the other one has, too. */
  readonly share: number
  /** How many pairs of characters they share. */
  readonly count: number
  /** Of the poorer text. */
  readonly outOf: number
}

/** How much two texts say the same; the names of their places and parties do not count. */
export function sharedWords(left: string, right: string, names: readonly string[]): SharedWords {
  const named = new Set(names.flatMap(bigrams))
  const ours = telling(left, named)
  const theirs = telling(right, named)
  const outOf = Math.min(ours.size, theirs.size)
  const count = [...ours].filter((pair) => theirs.has(pair)).length
  return { share: outOf === 0 ? 0 : count / outOf, count, outOf }
}
