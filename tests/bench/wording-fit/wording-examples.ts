import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { unwrap } from '#shared/base/result.ts'
import { callTranscriptSchema, type Turn } from '#shared/domain/call.ts'
import {
  readTurn,
  seatTurns,
  type CallText,
  type SeatTurn,
  type TurnText,
} from '#shared/domain/wording/call-text.ts'
import { compileNorms } from '#shared/domain/wording/compile-norms.ts'
import { findMatches } from '#shared/domain/wording/find-matches.ts'
import { turnFeatures } from '#shared/domain/wording/turn-features.ts'
import { defaultPackDirectory } from '../../../src-main/core/knowledge/default-pack.ts'
import { loadSitePack } from '../../../src-main/core/knowledge/load-site-pack.ts'
import { sampleNorms } from '../../support/sample-norms.ts'
import { flaggedTurns } from './flagged-turns.ts'

/** A seat's turn with the rules that it breaks. */
export interface WordingExample {
  /** The file that it comes from, and the call or line there: what is alike stays together in cross-validation. */
  readonly source: string
  readonly group: string
  readonly sentences: readonly (readonly string[])[]
  readonly conversation: readonly string[]
  /** The rules of which a pattern was found. */
  readonly listedFor: readonly string[]
  /** False for what is read out: its words are not worth a weight unless people say them in calls, too. */
  readonly spoken: boolean
  readonly rules: ReadonlySet<string>
  /** Rules that flag it whatever the weights say, and rules that could flag it if the weights say so. */
  readonly flaggedAnyway: ReadonlySet<string>
  readonly open: ReadonlySet<string>
}

type Listing = 'patterns shown' | 'patterns hidden'

const { norms, anchors } = unwrap(compileNorms(sampleNorms()))
const fixtures = join(import.meta.dirname, '..', '..', 'fixtures')

/** The letters of `wording-turns*.txt`; the `-` of a clean turn is none of them. */
const rulesByLetter: Readonly<Record<string, string>> = {
  R: 'rhetorical-question',
  F: 'forbidden-expression',
  S: 'shirking',
  C: 'commanding',
  V: 'vague-answer',
  O: 'over-promise',
}

const callSchema = callTranscriptSchema.extend({
  expected: z
    .array(z.object({ turn: z.number(), rule: z.string() }))
    .catch([])
    .default([]),
})
type Call = z.infer<typeof callSchema>

/** Labelled calls, by nobody who knew the rules but for the first two; the newest set, `check-fresh-z`, only judges. */
export const labelledCalls = [
  'check-dev',
  'check-own',
  ...Array.from('abcdefghijklmnopqrstuvwxy', (letter) => `check-fresh-${letter}`),
]
const cleanCalls = ['fill-dev', ...Array.from('abcdefg', (letter) => `fill-fresh-${letter}`)]

/**
 * Everything that weights are fitted on. The patterns of the pack were written with the development set in sight, where they
 * are right far more often than elsewhere: there they are not shown, so that their weight comes from other turns.
 */
export async function wordingExamples(): Promise<readonly WordingExample[]> {
  return [
    ...singleTurns(),
    ...(await readAloud()),
    ...labelledCalls.flatMap((name) => {
      const listing = name === 'check-dev' ? 'patterns hidden' : 'patterns shown'
      return callsOf(name).flatMap((call) => examplesOf(name, call, listing))
    }),
    ...cleanCalls.flatMap((name) =>
      callsOf(name).flatMap((call) => examplesOf(name, { ...call, expected: [] }, 'patterns shown')),
    ),
  ]
}

/** Lines of letters, what the citizen said before and what the seat says, with `|` between them. */
function singleTurns(): readonly WordingExample[] {
  const files = readdirSync(fixtures).filter((name) => /^wording-turns.*\.txt$/u.test(name))
  return files.toSorted().flatMap((file) => linesOf(file).flatMap((line) => singleTurn(file, line)))
}

function singleTurn(file: string, line: string): readonly WordingExample[] {
  const [letters = '', citizen = '', seat = ''] = line.split('|')
  const turns = [
    turn('seat', '您好，请问有什么可以帮您？'),
    turn('citizen', citizen === '' ? '我反映一个事' : citizen),
    turn('seat', seat),
  ]
  const expected = Array.from(letters).flatMap((letter) => {
    const rule = rulesByLetter[letter]
    return rule === undefined ? [] : [{ turn: 2, rule }]
  })
  return examplesOf(file, { call: line, turns, expected }, 'patterns shown').slice(-1)
}

/** What the sample pack has seats read out: nothing in it is a breach. */
async function readAloud(): Promise<readonly WordingExample[]> {
  const { answers, scripts } = unwrap(await loadSitePack(defaultPackDirectory()))
  return [...answers.map(({ answer }) => answer), ...scripts.map(({ text }) => text)]
    .flatMap((text) => text.split(/(?<=[。！？\n])/u))
    .filter((sentence) => sentence.trim() !== '')
    .flatMap((sentence) => {
      const turns = [turn('citizen', '这个什么时候能办，需要多少钱，怎么办？'), turn('seat', sentence)]
      const examples = examplesOf('pack', { call: sentence, turns, expected: [] }, 'patterns shown')
      return examples.map((example) => ({ ...example, spoken: false }))
    })
}

function examplesOf(
  source: string,
  { call: group, turns, expected }: Call,
  listing: Listing,
): readonly WordingExample[] {
  const call: CallText = { turns: readTurns(turns), ended: true }
  const flaggedAnyway = flaggedTurns(norms, call, Infinity)
  const open = flaggedTurns(norms, call, -Infinity)
  const rulesOf = (flagged: ReadonlyMap<string, ReadonlySet<number>>, index: number): ReadonlySet<string> =>
    new Set([...flagged].flatMap(([rule, at]) => (at.has(index) ? [rule] : [])))
  return seatTurns(call).map((seat) => {
    const { sentences, conversation } = turnFeatures(call, seat)
    return {
      source,
      group,
      sentences: sentences.map((pieces) => pieces.map(({ name }) => name)),
      conversation,
      spoken: true,
      listedFor: listing === 'patterns shown' ? listedFor(seat) : [],
      rules: new Set(expected.filter((flag) => flag.turn === seat.index).map(({ rule }) => rule)),
      flaggedAnyway: rulesOf(flaggedAnyway, seat.index),
      open: rulesOf(open, seat.index),
    }
  })
}

function readTurns(turns: readonly Turn[]): readonly TurnText[] {
  const read: TurnText[] = []
  for (const one of turns) read.push(readTurn(one, anchors, read))
  return read
}

function listedFor(seat: SeatTurn): readonly string[] {
  return norms.flatMap(({ norm, evidence }) =>
    evidence !== undefined && findMatches(evidence, seat).length > 0 ? [norm.rule] : [],
  )
}

function turn(speaker: Turn['speaker'], text: string): Turn {
  return { speaker, startMs: 0, endMs: 0, text }
}

function callsOf(name: string): readonly Call[] {
  return linesOf(`${name}.jsonl`).map((line) => callSchema.parse(JSON.parse(line)))
}

function linesOf(name: string): readonly string[] {
  return readFileSync(join(fixtures, name), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
}
