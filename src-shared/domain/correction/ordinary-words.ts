import words from './ordinary-words.json' with { type: 'json' }

/** A stretch of a text that is read as one word; several characters, or one that stands alone. */
export interface Word {
  readonly start: number
  readonly end: number
}

/** Reads a text as the likeliest sequence of ordinary words. */
export interface OrdinaryWords {
  has(word: string): boolean
  /** How common a word is, as the logarithm (base 2) of its count among 60 million; 0 for one that is not known. */
  weight(word: string): number
  /** In order, without gaps. */
  read(text: string): readonly Word[]
}

const longestWord = 4
const log2Total = 26
/** How common a word of the line (业主, 扰民) is taken to be that general texts know little. */
const lineWeight = 9

/** The ordinary words of the language, and those of the line. */
export function createOrdinaryWords(wordsOfTheLine: Iterable<string>): OrdinaryWords {
  const weights = new Map<string, number>()
  for (const [magnitude, list] of Object.entries(words.wordsByLog2Count))
    for (const word of list.split(' ')) weights.set(word, Number(magnitude))
  for (const word of wordsOfTheLine)
    if (word.length >= 2 && word.length <= longestWord)
      weights.set(word, Math.max(weights.get(word) ?? 0, lineWeight))
  const weight = (word: string): number => weights.get(word) ?? 0
  return { weight, has: (word) => weights.has(word), read: (text) => likeliest(text, weights) }
}

/** Viterbi over the words that begin at each place; a character that no word has is a rare word of its own. */
function likeliest(text: string, weights: ReadonlyMap<string, number>): readonly Word[] {
  const cost = [0]
  const from: number[] = [0]
  for (let end = 1; end <= text.length; end++) {
    cost[end] = Infinity
    for (let start = Math.max(0, end - longestWord); start < end; start++) {
      const weight = weights.get(text.slice(start, end))
      if (weight === undefined && end - start > 1) continue
      const total = (cost[start] ?? 0) + log2Total - (weight ?? 0)
      if (total >= (cost[end] ?? 0)) continue
      cost[end] = total
      from[end] = start
    }
  }
  const read: Word[] = []
  for (let end = text.length; end > 0; end = from[end] ?? 0) read.push({ start: from[end] ?? 0, end })
  return read.reverse()
}
