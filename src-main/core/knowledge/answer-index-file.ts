import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { answerIndexSteps, loadAnswerIndex, type AnswerIndex } from '#shared/domain/retrieval/answer-index.ts'
import type { Answer, Lexicon } from '#shared/domain/site-pack.ts'

/** A change costs as much as all changes since the index was built; from so many on it is built anew, in slices. */
export const mostChanges = 100
/** Building is interrupted so often for whoever else has something to do, ms. */
const sliceMs = 12
/** Numbers of the index are read in place, which needs their alignment. */
const alignment = 4

/**
 * The index of these answers. What `file` holds is used where it was made by the same lexicon of nearly the same answers, and
 * those that changed are put over it; otherwise it is built in slices and kept in `file`. The file is a cache: one that is
 * damaged, or cannot be written, costs the time to build and nothing else.
 */
export async function openAnswerIndex(
  answers: readonly Answer[],
  lexicon: Lexicon,
  file?: string,
): Promise<AnswerIndex> {
  const ordered = answers.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const kept = file === undefined ? undefined : await readIndex(file, ordered, lexicon)
  if (kept !== undefined) return kept
  const built = await inSlices(answerIndexSteps(ordered, lexicon))
  if (file !== undefined) await writeIndex(file, ordered, built)
  return built
}

async function inSlices(steps: Generator<undefined, AnswerIndex>): Promise<AnswerIndex> {
  let pausedAt = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (performance.now() - pausedAt < sliceMs) continue
    await nextTurn()
    pausedAt = performance.now()
  }
}

/** Layout: the length of the answers in bytes, the answers as JSON Lines, filled up to the alignment, the index. */
async function writeIndex(file: string, answers: readonly Answer[], index: AnswerIndex): Promise<void> {
  const bytes = index.saved()
  if (bytes === undefined) return
  const lines = Buffer.from(answers.map((answer) => JSON.stringify(answer)).join('\n'))
  const length = Buffer.from(Uint32Array.of(lines.byteLength).buffer)
  const filling = Buffer.alloc(aligned(lines.byteLength) - lines.byteLength)
  const draft = `${file}.new`
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(draft, [length, lines, filling, bytes])
    await rename(draft, file)
  } catch {
    await rm(draft, { force: true }).catch(() => undefined)
  }
}

async function readIndex(
  file: string,
  answers: readonly Answer[],
  lexicon: Lexicon,
): Promise<AnswerIndex | undefined> {
  try {
    const bytes = await readFile(file)
    const length = bytes.readUInt32LE()
    const lines = bytes.toString('utf8', alignment, alignment + length).split('\n')
    return reused(lines, bytes.subarray(alignment + aligned(length)), answers, lexicon)
  } catch {
    return undefined
  }
}

/** Undefined where the index is not of the answers in `lines`, or too many answers have changed since. */
function reused(
  lines: readonly string[],
  bytes: Uint8Array,
  answers: readonly Answer[],
  lexicon: Lexicon,
): AnswerIndex | undefined {
  const unchanged = new Map(answers.map((answer) => [JSON.stringify(answer), answer]))
  // The index itself tells by its fingerprint whether these are the answers that it was made of.
  const indexed = lines.map((line) => unchanged.get(line) ?? (JSON.parse(line) as Answer))
  const index = loadAnswerIndex(bytes, indexed, lexicon)
  const known = new Set(indexed)
  const ids = new Set(answers.map(({ id }) => id))
  const put = answers.filter((answer) => !known.has(answer))
  const removed = indexed.flatMap(({ id }) => (ids.has(id) ? [] : id))
  if (put.length + removed.length === 0) return index
  return put.length + removed.length > mostChanges ? undefined : index?.changed({ put, removed })
}

const aligned = (length: number): number => Math.ceil(length / alignment) * alignment
