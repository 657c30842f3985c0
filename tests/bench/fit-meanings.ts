/**
 * Learns what pieces of text mean from how citizens say things, and writes `knowledge-base/lexicon/vectors.json`; the same texts
 * give the same file. Texts: `knowledge-base/phrasings`, and of the pack the standard answers, the categories and the
 * lexicon. Takes some minutes. Run: `node tests/bench/fit-meanings.ts`, and `fit-search.ts` after it.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { VectorsFile } from '#shared/domain/site-pack.ts'
import { fittingData, packDirectory } from './search-fit/fitting-data.ts'
import { learnVectors } from './search-fit/training-texts.ts'

const { lexicon, ...texts } = await fittingData()
const { dimensions, pieces, scales, values, matters } = learnVectors({ ...texts, groups: true }, lexicon)
const file: VectorsFile = {
  dimensions,
  pieces: pieces.join(' '),
  scales: Buffer.from(scales.buffer).toString('base64'),
  values: Buffer.from(inHalves(values)).toString('base64'),
  matters: Buffer.from(matters.buffer).toString('base64'),
}
const text = `${JSON.stringify(file, undefined, 2)}\n`
writeFileSync(join(packDirectory, 'lexicon/vectors.json'), text)
console.log(`${String(pieces.length)} pieces, ${(text.length / 1e6).toFixed(1)} MB`)

/** Two numbers a byte, the first in the lower half, each eight too much so that it has no sign. */
function inHalves(numbers: Int8Array): Uint8Array {
  return Uint8Array.from(
    { length: Math.ceil(numbers.length / 2) },
    (_, at) => (numbers[at * 2] ?? 0) + 8 + (((numbers[at * 2 + 1] ?? 0) + 8) << 4),
  )
}
