import { parseJson } from '#shared/base/parse-json.ts'
import { packProblemText } from '#shared/catalogue/pack-problems.ts'
import { vectorsFileSchema, type MeaningVectors } from '#shared/domain/site-pack.ts'
import { packWarning, type Reading } from './pack-problem.ts'
import type { PackFile } from './read-files.ts'

/** Reads what pieces of text mean (`lexicon/vectors.json`); undefined, with a warning, where the file is none of that. */
export function readVectors({ file, text }: PackFile): Reading<MeaningVectors | undefined> {
  const value = decode(text)
  const problems = value === undefined ? [packWarning({ file }, packProblemText.badVectors)] : []
  return { value, problems }
}

function decode(text: string): MeaningVectors | undefined {
  const { data } = vectorsFileSchema.safeParse(parseJson(text))
  if (data === undefined) return undefined
  const { dimensions } = data
  const pieces = data.pieces.split(' ')
  const [scales, values, matters] = [data.scales, data.values, data.matters].map(bytesOf)
  const isWhole =
    scales?.length === pieces.length * Float32Array.BYTES_PER_ELEMENT &&
    values?.length === Math.ceil((pieces.length * dimensions) / 2) &&
    matters !== undefined &&
    matters.length % dimensions === 0
  if (!isWhole) return undefined
  return {
    dimensions,
    pieces,
    scales: new Float32Array(scales.buffer),
    values: halvesOf(values).subarray(0, pieces.length * dimensions),
    matters: new Int8Array(matters.buffer),
  }
}

/** In a buffer of their own, so that floats are aligned. */
function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(Buffer.from(base64, 'base64'))
}

/** Two numbers a byte, the first in the lower half, each eight too much so that it has no sign. */
function halvesOf(bytes: Uint8Array): Int8Array {
  const numbers = new Int8Array(bytes.length * 2)
  bytes.forEach((byte, at) => {
    numbers[at * 2] = (byte & 15) - 8
    numbers[at * 2 + 1] = (byte >> 4) - 8
  })
  return numbers
}
