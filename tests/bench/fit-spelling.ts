import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { callTranscriptSchema } from '#shared/domain/call.ts'
import ordinary from '#shared/domain/correction/ordinary-words.json' with { type: 'json' }

/**
 * Counts which characters stand next to one another in talk of the hotline, and writes `spelling-model.json`, by which what was
 * heard is read as it was likely meant. Read are the labelled calls and turns (but for the newest sets), the pack's
 * answers and scripts and what citizens say for them; the ordinary words of the language count beside them.
 * The same texts give the same file. Run: `node tests/bench/fit-spelling.ts`
 */
const root = join(import.meta.dirname, '../..')
/** Sets that stay unseen, and those written after the counts were made. */
const leftOut = /^(?:fill-fresh-(?:[k-z]|a[a-z])|check-fresh-[g-z]|wording-turns-[k-z])\./u
const edge = '^'
const longestRun = 3

/** A run said less often is left out: by its length. */
const leastCounts = [0, 1, 1.9, 2.9]
/** So many times rarer in talk of the hotline than in the texts that ordinary words were counted in, as a logarithm (base 2). */
const ordinaryWordsScale = 7

const counts = new Map<string, number>()
for (const phrase of [...callTexts(), ...turnTexts(), ...packTexts()].flatMap(phrasesOf))
  countRuns(`${edge}${phrase}${edge}`, 1)
for (const [magnitude, words] of Object.entries(ordinary.wordsByLog2Count))
  for (const word of words.split(' ')) countRuns(word, 2 ** (Number(magnitude) - ordinaryWordsScale))
writeModel()

function callTexts(): readonly string[] {
  return filesIn('tests/fixtures', /^(?:fill|check)-.*\.jsonl$/u).flatMap((text) =>
    text
      .trim()
      .split('\n')
      .flatMap((line) => callTranscriptSchema.parse(JSON.parse(line)).turns.map((turn) => turn.text)),
  )
}

/** Lines of `letters|citizen|seat`. */
function turnTexts(): readonly string[] {
  return filesIn('tests/fixtures', /^wording-turns.*\.txt$/u).flatMap((text) =>
    text.split('\n').flatMap((line) => line.split('|').slice(1)),
  )
}

function packTexts(): readonly string[] {
  return ['phrasings', 'answers', 'scripts'].flatMap((folder) => filesIn(`knowledge-base/${folder}`, /./u))
}

function filesIn(folder: string, names: RegExp): readonly string[] {
  return readdirSync(join(root, folder))
    .filter((name) => names.test(name) && !leftOut.test(name))
    .toSorted()
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))
}

function phrasesOf(text: string): readonly string[] {
  return text.split(/[^\u3400-\u9fff]+/u).filter((phrase) => phrase !== '')
}

function countRuns(text: string, by: number): void {
  for (let at = 0; at < text.length; at++)
    for (let end = at + 1; end <= Math.min(text.length, at + longestRun); end++) {
      const run = text.slice(at, end)
      counts.set(run, (counts.get(run) ?? 0) + by)
    }
}

function writeModel(): void {
  const kept = [...counts].filter(([run, count]) => count >= (leastCounts[run.length] ?? 0))
  const byMagnitude = Map.groupBy(kept, ([, count]) => Math.round(Math.log2(count) * 2) / 2)
  const runsByMagnitude = Object.fromEntries(
    [...byMagnitude]
      .sort(([a], [b]) => a - b)
      .map(([magnitude, runs]) => [
        magnitude,
        runs
          .map(([run]) => run)
          .toSorted()
          .join(' '),
      ]),
  )
  const file = join(root, 'src-shared/text/spelling-model.json')
  writeFileSync(file, `${JSON.stringify({ runsByMagnitude }, undefined, 2)}\n`)
  console.log(`${counts.size} runs, ${kept.length} kept`)
}
