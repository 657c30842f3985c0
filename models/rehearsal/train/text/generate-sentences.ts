/**
 * Writes the sentences that the rehearsal model learns and is measured on, one JSON object a line (`text`, `syllables`),
 * and its tokens: OUT/train.jsonl, OUT/held-out.jsonl, OUT/tokens.txt. The same seed and pack give the same files.
 *
 *   node generate-sentences.ts OUT [SENTENCES]
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { coverTokens, countCharacters, leastOccurrences } from './coverage.ts'
import { Grammar } from './grammar.ts'
import { readPackNames, readPackSentences } from './pack-text.ts'
import { seededRandom } from './random.ts'
import { sayWrittenDigits, spokenCharacters, toSyllables } from './spoken-text.ts'

const seed = 12_345
const pack = join(import.meta.dirname, '../../../../knowledge-base')
const heldOutCount = 400
/** Shorter phrases of the pack are said several in a breath. */
const shortPhrase = 6

const [out, wanted = '34000'] = process.argv.slice(2)
if (out === undefined) throw new Error('usage: generate-sentences.ts OUT [SENTENCES]')

const random = seededRandom(seed)
const names = readPackNames(pack)
const grammar = new Grammar(names, random)

/** The pack writes {{slots}}; in a rehearsal they are filled. */
function fillPackSlots(sentence: string): string {
  const slots: Readonly<Record<string, string>> = {
    hotline: '{hotline}',
    staffNumber: '{staffNumber}',
    callerName: '{surname}{title}',
    address: '{place}',
    phone: '{phone}',
    demand: '希望{demand}',
    unit: '{unitOffice}',
    deadline: '{workdays}个工作日内',
  }
  return grammar.fill(sentence.replaceAll(/\{\{(\w+)\}\}/gu, (_, name: string) => slots[name] ?? ''))
}

/** Every sentence and every name of the pack once. */
function packSentences(): readonly string[] {
  const all = readPackSentences(pack).map(fillPackSlots)
  const namesSaid = Object.values(names)
    .flat()
    .map((name) => grammar.fill(`[在|是|我说的是|就在|应该是]${name}`))
  return [...all.filter((sentence) => sentence.length >= shortPhrase), ...namesSaid, ...joinShort(all)]
}

function joinShort(sentences: readonly string[]): readonly string[] {
  const joined: string[] = []
  for (const sentence of sentences.filter(({ length }) => length < shortPhrase)) {
    const last = joined.at(-1)
    if (last === undefined || last.length > shortPhrase + 4) joined.push(sentence)
    else joined.splice(-1, 1, `${last}，${sentence}`)
  }
  return joined
}

/** Now and then two sentences in one breath, as people speak. */
function grammarSentence(): string {
  const sentence = grammar.sentence()
  return sentence.length < 14 && random.chance(0.3) ? `${sentence}${grammar.sentence()}` : sentence
}

const spokenOnce = (text: string): string => sayWrittenDigits(text)
const fromPack = packSentences().map(spokenOnce)
console.log(`${String(fromPack.length)} sentences and names of the pack`)
const fromTemplates = Array.from({ length: 2 }, () => grammar.eachTemplate()).flat()
const target = Number(wanted)
const fromGrammar = Array.from(
  { length: Math.max(0, target - fromPack.length - fromTemplates.length) },
  grammarSentence,
)
const { sentences, tokens } = coverTokens([...fromPack, ...fromTemplates, ...fromGrammar])

const known = new Set(tokens)
const trained = new Set(sentences.map(spokenCharacters))
const heldOut = new Map<string, string>()
while (heldOut.size < heldOutCount) {
  const sentence = grammarSentence()
  const spoken = spokenCharacters(sentence)
  const fits = spoken.length >= 4 && Array.from(spoken).every((character) => known.has(character))
  if (fits && !trained.has(spoken)) heldOut.set(spoken, sentence)
}

function writeSentences(file: string, texts: Iterable<string>): void {
  const lines = Array.from(texts, (text) =>
    JSON.stringify({ text: spokenCharacters(text), syllables: toSyllables(text) }),
  )
  writeFileSync(join(out ?? '', file), `${lines.join('\n')}\n`)
}

mkdirSync(out, { recursive: true })
writeSentences('train.jsonl', sentences)
writeSentences('held-out.jsonl', heldOut.values())
writeFileSync(
  join(out, 'tokens.txt'),
  [...tokens, '<blk>'].map((token, index) => `${token} ${String(index)}\n`).join(''),
)
const characters = [...countCharacters(sentences).values()].reduce((sum, count) => sum + count, 0)
console.log(
  `${String(sentences.length)} sentences (${String(new Set(sentences).size)} different), ${String(characters)} characters; ` +
    `${String(tokens.length)} tokens, each at least ${String(leastOccurrences)} times; ${String(heldOut.size)} held out`,
)
