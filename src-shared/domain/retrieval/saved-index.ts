import type { Answer, Lexicon } from '../site-pack.ts'
import { indexedAnswers, startOf, type IndexedAnswers } from './indexed-answers.ts'
import type { Ragged, Segment } from './segment.ts'

/** Changes with the layout or with how text is read: an older file is then built anew. */
const version = 3
const headerNumbers = 4
const betweenTerms = '\n'
/** Arguments that a call takes without trouble. */
const mostArguments = 8192

/** The arrays of a segment, in the order of the file. */
function arraysOf(segment: Segment): readonly (Int32Array | Uint8Array)[] {
  const lists: readonly Ragged[] = [
    segment.sounds,
    segment.characters,
    segment.concepts,
    segment.initials,
    segment.topics,
  ]
  return [
    segment.start,
    segment.documents,
    segment.firstLine,
    segment.firstKeyword,
    segment.written,
    ...lists.flatMap(({ start, values }) => [start, values]),
    segment.impacts,
    segment.weights,
    segment.topicWeights,
    new Uint8Array(segment.meanings.buffer, segment.meanings.byteOffset, segment.meanings.length),
  ]
}
const numberArrays = 15
const byteArrays = 4

/**
 * An index as bytes; undefined where it holds changes, which are few and soon built in. Layout: version, fingerprint, lengths of
 * the arrays and of the terms, then the arrays of numbers, the terms in UTF-16 and the arrays of bytes, in the byte order of the
 * machine: the file is a cache and does not travel.
 */
export function encodeIndex({ segments, ids }: IndexedAnswers, lexicon: Lexicon): Uint8Array | undefined {
  const [only, ...more] = segments
  if (only === undefined || more.length > 0) return undefined
  const arrays = arraysOf(only.segment)
  const words = [...ids.keys()].join(betweenTerms)
  const terms = Uint16Array.from({ length: words.length }, (_, at) => words.charCodeAt(at))
  const header = Int32Array.from([
    version,
    fingerprint(only.answers, lexicon),
    ids.size,
    terms.length,
    ...arrays.map(({ length }) => length),
  ])
  const integers = arrays.slice(0, numberArrays)
  const parts = [header, ...integers, terms, ...arrays.slice(numberArrays)]
  const bytes = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let at = 0
  for (const { buffer, byteOffset, byteLength } of parts) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at)
    at += byteLength
  }
  return bytes
}

/** Undefined where the bytes are no index of these entries by this lexicon. The arrays stay views of the bytes. */
export function decodeIndex(
  bytes: Uint8Array,
  answers: readonly Answer[],
  lexicon: Lexicon,
): IndexedAnswers | undefined {
  // Numbers are read in place, which needs their alignment.
  const aligned = bytes.byteOffset % Int32Array.BYTES_PER_ELEMENT === 0 ? bytes : bytes.slice()
  const headerLength = headerNumbers + numberArrays + byteArrays
  if (aligned.byteLength < headerLength * Int32Array.BYTES_PER_ELEMENT) return undefined
  const header = new Int32Array(aligned.buffer, aligned.byteOffset, headerLength)
  const [fileVersion, fileFingerprint, termCount = 0, termLength = 0, ...lengths] = header
  if (fileVersion !== version || fileFingerprint !== fingerprint(answers, lexicon)) return undefined
  let at = aligned.byteOffset + header.byteLength
  const numbers = (length: number): Int32Array => {
    const array = new Int32Array(aligned.buffer, at, length)
    at += array.byteLength
    return array
  }
  const bytesOf = (length: number): Uint8Array => {
    const array = new Uint8Array(aligned.buffer, at, length)
    at += array.byteLength
    return array
  }
  const expected = lengths.reduce(
    (sum, length, index) => sum + length * (index < numberArrays ? Int32Array.BYTES_PER_ELEMENT : 1),
    header.byteLength + termLength * Uint16Array.BYTES_PER_ELEMENT,
  )
  if (expected !== aligned.byteLength) return undefined
  const integers = lengths.slice(0, numberArrays).map(numbers)
  const terms = textOf(new Uint16Array(aligned.buffer, at, termLength)).split(betweenTerms)
  at += termLength * Uint16Array.BYTES_PER_ELEMENT
  const small = lengths.slice(numberArrays).map(bytesOf)
  if (terms.length !== termCount && termCount > 0) return undefined
  const segment = segmentFrom(integers, small)
  if (segment === undefined) return undefined
  const { reader, ids } = startOf(lexicon)
  for (let term = 0; term < termCount; term += 1) ids.set(terms[term] ?? '', term)
  return indexedAnswers({ reader, ids }, answers, segment)
}

function textOf(units: Uint16Array): string {
  let text = ''
  for (let at = 0; at < units.length; at += mostArguments) {
    text += String.fromCharCode(...units.subarray(at, at + mostArguments))
  }
  return text
}

function segmentFrom(
  integers: readonly Int32Array[],
  [impacts, weights, topicWeights, meanings]: readonly Uint8Array[],
): Segment | undefined {
  const [start, documents, firstLine, firstKeyword, written, ...lists] = integers
  const ragged = (at: number): Ragged => ({
    start: lists[at * 2] ?? new Int32Array(),
    values: lists[at * 2 + 1] ?? new Int32Array(),
  })
  if (start === undefined || documents === undefined || firstLine === undefined) return undefined
  if (firstKeyword === undefined || written === undefined || impacts === undefined) return undefined
  if (weights === undefined || topicWeights === undefined || meanings === undefined) return undefined
  return {
    start,
    documents,
    impacts,
    firstLine,
    firstKeyword,
    written,
    weights,
    sounds: ragged(0),
    characters: ragged(1),
    concepts: ragged(2),
    initials: ragged(3),
    topics: ragged(4),
    topicWeights,
    meanings: new Int8Array(meanings.buffer, meanings.byteOffset, meanings.length),
  }
}

/** FNV-1a over all text that the index was made of. */
function fingerprint(answers: readonly Answer[], lexicon: Lexicon): number {
  let hash = 0x811c9dc5
  const mix = (text: string): void => {
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    hash = Math.imul(hash ^ 0xffff, 0x01000193)
  }
  const { vectors, ...words } = lexicon
  mix(JSON.stringify(words))
  if (vectors !== undefined) {
    mix(vectors.pieces.join(betweenTerms))
    for (const value of vectors.values) hash = Math.imul(hash ^ value, 0x01000193)
  }
  for (const { id, title, similar, keywords, answer, category } of answers) {
    mix(id)
    mix(title)
    for (const question of similar) mix(question)
    mix(category)
    for (const keyword of keywords) mix(keyword)
    mix(answer)
  }
  return hash | 0
}
