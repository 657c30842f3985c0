/** An inverted index in typed arrays: term `t` stands in `documents[start[t] .. start[t + 1])`. */
export interface Postings {
  readonly ids: ReadonlyMap<string, number>
  readonly start: Int32Array
  readonly documents: Int32Array
  /** BM25's saturated, length-normalised term frequency, without the idf. */
  readonly impacts: Float32Array
  readonly idf: Float32Array
}

/** Weighted frequency of each term (by id) in one document. */
type TermFrequencies = ReadonlyMap<number, number>

/** BM25 constants: frequencies saturate early (a term said twice is no second matter), length counts by half. */
const saturation = 0.9
const lengthShare = 0.4

/** Builds the index from each document's frequencies; `ids` are the terms seen, numbered from 0 in order. */
export function buildPostings(
  ids: ReadonlyMap<string, number>,
  documents: readonly TermFrequencies[],
): Postings {
  const start = new Int32Array(ids.size + 1)
  for (const frequencies of documents) {
    for (const term of frequencies.keys()) start[term + 1] = (start[term + 1] ?? 0) + 1
  }
  for (let term = 0; term < ids.size; term += 1) {
    start[term + 1] = (start[term + 1] ?? 0) + (start[term] ?? 0)
  }
  const total = start[ids.size] ?? 0
  const postings = { documents: new Int32Array(total), impacts: new Float32Array(total) }
  const next = start.slice(0, ids.size)
  const lengths = documents.map((frequencies) => sumOf(frequencies.values()))
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.length)
  documents.forEach((frequencies, document) => {
    const norm = saturation * (1 - lengthShare + (lengthShare * (lengths[document] ?? 0)) / (average || 1))
    for (const [term, frequency] of frequencies) {
      const slot = next[term] ?? 0
      next[term] = slot + 1
      postings.documents[slot] = document
      postings.impacts[slot] = (frequency * (1 + saturation)) / (frequency + norm)
    }
  })
  const idf = new Float32Array(ids.size).map((_, term) =>
    inverseFrequency((start[term + 1] ?? 0) - (start[term] ?? 0), documents.length),
  )
  return { ids, start, ...postings, idf }
}

function sumOf(values: Iterable<number>): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}

/** BM25's inverse document frequency: never negative, about ln(N) for a term of one document. */
export function inverseFrequency(frequency: number, documents: number): number {
  return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5))
}

/** Lists of different lengths in one array: list `i` is `values[start[i] .. start[i + 1])`. */
export interface Ragged {
  readonly start: Int32Array
  readonly values: Int32Array
}

export function ragged(lists: readonly (readonly number[])[]): Ragged {
  const start = new Int32Array(lists.length + 1)
  lists.forEach((list, index) => (start[index + 1] = (start[index] ?? 0) + list.length))
  return { start, values: Int32Array.from(lists.flat()) }
}
