/**
 * Works out what speaks for a stretch of words being the party's name (`party-weights.json`), and which of several names is
 * meant (`party-choice-weights.json`); the same calls give the same files. Both learn from invented calls
 * (`fill-fit/invented-calls.ts`) and from the calls written by hand, each also told of other parties. The choice learns from
 * names found by weights that have not seen the set they are found in, as in a call that nobody has seen.
 * Run: `node tests/bench/fit-party.ts [--without SET…]`; five minutes. Without a set (`fresh-e`) its calls measure.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { unwrap } from '#shared/base/result.ts'
import type { LearnedWeights } from '#shared/domain/understanding/party/party-weights.ts'
import { readWeights } from '#shared/domain/understanding/party/party-weights.ts'
import { indexSubjects } from '#shared/domain/understanding/party/subject-names.ts'
import { remembering } from '#shared/text/name-index.ts'
import { defaultPackDirectory } from '../../src-main/core/knowledge/default-pack.ts'
import { loadSitePack } from '../../src-main/core/knowledge/load-site-pack.ts'
import { learnChoice } from './fill-fit/choice.ts'
import { generateCalls } from './fill-fit/invented-calls.ts'
import { inLines } from './fill-fit/in-lines.ts'
import { callLines, partySets } from './fill-fit/labelled-sets.ts'
import { createDraw } from './fill-fit/names.ts'
import { type CallChoices, choicesIn, measured } from './fill-fit/party-choices.ts'
import { FeaturePlaces, type LabelledCall, renamed, rowsOf } from './fill-fit/party-rows.ts'
import { learn, type Row } from './fill-fit/perceptron.ts'

const target = join(import.meta.dirname, '../../src-shared/domain/understanding/party')
const { values } = parseArgs({ options: { without: { type: 'string', multiple: true, default: [] } } })
const sets = partySets.filter((name) => !values.without.includes(name))
/** Characters are misheard as those in use here. */
const inUse = ['dev', 'fresh-a', 'fresh-b', 'fresh-c', 'fresh-d']
const invented = { count: 6500, seed: 11, noise: 0.05 }
const inventedForChoice = { count: 500, seed: 77, noise: 0.06 }
/** Times that a call written by hand is told of another party, and one that blames nobody is told again. */
const retold = 4
const toldAgain = 3
const epochs = 4
const leastWeight = 9
/** The sets are parted so, and names in a part found by what the others teach. */
const parts = 5
const choosing = { epochs: 60, shrink: 0.001 }
/** So many features stand in a line of the file. */
const aLine = 40

const pack = unwrap(await loadSitePack(defaultPackDirectory()))
const index = remembering(indexSubjects(pack))
const draw = createDraw(7)
const places = new FeaturePlaces()
const corpus = inUse.map((name) => callLines(name).join('\n'))

const allInvented = inventedCalls(invented).flatMap((call) => rowsOf(call, index, places, draw))
const allBySet = sets.map((name) => [name, callsOf(name).flatMap(toldAnew)] as const)
const inventedRows = frequent(allInvented)
const rowsBySet = new Map(allBySet.map(([name, rows]) => [name, frequent(rows)] as const))

const choicesBySet = new Map(
  Array.from({ length: parts }, (_, part) => sets.filter((__, at) => at % parts === part)).flatMap((own) => {
    const others = [...rowsBySet].flatMap(([name, rows]) => (own.includes(name) ? [] : rows))
    const weights = readWeights(learned(others))
    return own.map(
      (name) => [name, callsOf(name).flatMap((call) => choicesIn(call, index, weights))] as const,
    )
  }),
)
const tagger = learned([...rowsBySet.values()].flat())
const weights = readWeights(tagger)
const inventedChoices = inventedCalls(inventedForChoice).flatMap((call) => choicesIn(call, index, weights))
for (const [name, own] of choicesBySet) {
  const others = [...choicesBySet].flatMap(([other, choices]) => (other === name ? [] : choices))
  const unseen = learnedChoice([...others, ...inventedChoices])
  const ends = own.map(({ atEnd }) => atEnd)
  console.log(name, 'unseen:', measured(ends, unseen))
}
const choice = learnedChoice([...choicesBySet.values(), inventedChoices].flat())
write('party-weights.json', tagger)
write('party-choice-weights.json', choice)

function learnedChoice(calls: readonly CallChoices[]): Readonly<Record<string, number>> {
  const choices = calls.flatMap(({ atEnd, midway }) => [atEnd, midway])
  const weights = learnChoice(choices, { ...choosing, draw: createDraw(5) })
  return Object.fromEntries([...weights].map(([sign, weight]) => [sign, Number(weight.toFixed(2))]))
}

/** A call, and the same call told of other parties. */
function toldAnew(call: LabelledCall): readonly Row[] {
  const rows = [...rowsOf(call, index, places)]
  for (let copy = 0; copy < retold; copy++) {
    const other = renamed(call, pack, index, draw)
    if (other !== undefined) rows.push(...rowsOf(other, index, places, draw))
    else if (copy < toldAgain) rows.push(...rowsOf(call, index, places))
  }
  return rows
}

/** Rows without the features that are met too seldom, which is known when all rows are there. */
function frequent(rows: readonly Row[]): readonly Row[] {
  return rows.map(({ features, labels }) => ({
    features: features.map((own) => own.filter((place) => places.isFrequent(place))),
    labels,
  }))
}

/** What is learned from the invented calls and these lines of calls written by hand. */
function learned(rows: readonly Row[]): LearnedWeights {
  const options = { epochs, least: leastWeight, draw: createDraw(3) }
  const { weights, after } = learn([...inventedRows, ...rows], places.entries.length, options)
  const entries = places.entries.flatMap(([feature, place]) => {
    const [begins, goesOn] = [weights[place * 3] ?? 0, weights[place * 3 + 1] ?? 0]
    return begins === 0 && goesOn === 0
      ? []
      : [`${feature}=${String(Math.round(begins))},${String(Math.round(goesOn))}`]
  })
  const lines = inLines(entries, aLine)
  return { after: [...after].map((weight) => Math.round(weight)).join(' '), weights: lines }
}

function inventedCalls(options: typeof invented): readonly LabelledCall[] {
  return generateCalls(pack, corpus, 'subject', options)
}

function callsOf(name: string): readonly LabelledCall[] {
  return callLines(name).map((line) => JSON.parse(line) as LabelledCall)
}

function write(file: string, content: unknown): void {
  writeFileSync(join(target, file), `${JSON.stringify(content, undefined, 2)}\n`)
}
