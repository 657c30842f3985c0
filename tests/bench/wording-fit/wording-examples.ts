import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { unwrap } from '#shared/base/result.ts'
import { callTranscriptSchema, type Turn } from '#shared/domain/call.ts'
import { readTurn, seatTurns, type CallText, type SeatTurn } from '#shared/domain/wording/call-text.ts'
import { compileNorms } from '#shared/domain/wording/compile-norms.ts'
import { findMatches, saysAny } from '#shared/domain/wording/find-matches.ts'
import { turnFeatures } from '#shared/domain/wording/turn-features.ts'
import { defaultPackDirectory } from '../../../src-main/core/knowledge/default-pack.ts'
import { loadSitePack } from '../../../src-main/core/knowledge/load-site-pack.ts'
import { sampleNorms } from '../../support/sample-norms.ts'

/** A seat's turn with the rules that it breaks. */
export interface WordingExample {
  readonly features: readonly string[]
  /** The rules of which a pattern was found. */
  readonly listedFor: readonly string[]
  /** False for what is read out: its words are not worth a weight unless people say them in calls, too. */
  readonly spoken: boolean
  readonly rules: ReadonlySet<string>
  /** Rules of which nothing can be learned from it: sending away is no fault where a ticket follows, but sounds the same. */
  readonly unclearFor: readonly string[]
}

type Listing = 'patterns shown' | 'patterns hidden'

const { norms, anchors } = unwrap(compileNorms(sampleNorms()))
const fixtures = join(import.meta.dirname, '..', '..', 'fixtures')

/** The letters of `wording-turns.txt`; the `-` of a clean turn is none of them. */
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

/**
 * Everything that weights are fitted on. The patterns of the pack were written with the development set in sight, where they
 * are right far more often than elsewhere: there they are not shown, so that their weight comes from other turns.
 */
export async function wordingExamples({
  withOddHalf,
}: {
  readonly withOddHalf: boolean
}): Promise<readonly WordingExample[]> {
  const clean = ['fill-dev', 'fill-fresh-a', 'fill-fresh-b'].flatMap(callsOf)
  return [
    ...singleTurns(),
    ...(await readAloud()),
    ...callsOf('check-dev').flatMap((call) => examplesOf(call, 'patterns hidden')),
    ...callsOf('check-fresh-a')
      .filter((_, index) => withOddHalf && index % 2 === 0)
      .flatMap((call) => examplesOf(call, 'patterns shown')),
    ...clean.flatMap((call) => examplesOf({ ...call, expected: [] }, 'patterns shown')),
  ]
}

/** Lines of letters, what the citizen said before and what the seat says, with `|` between them. */
function singleTurns(): readonly WordingExample[] {
  return linesOf('wording-turns.txt').flatMap((line) => {
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
    return examplesOf({ call: line, turns, expected }, 'patterns shown').slice(-1)
  })
}

/** What the sample pack has seats read out: nothing in it is a breach. */
async function readAloud(): Promise<readonly WordingExample[]> {
  const { answers, scripts } = unwrap(await loadSitePack(defaultPackDirectory()))
  return [...answers.map(({ answer }) => answer), ...scripts.map(({ text }) => text)]
    .flatMap((text) => text.split(/(?<=[。！？\n])/u))
    .filter((sentence) => sentence.trim() !== '')
    .flatMap((sentence) => {
      const turns = [turn('citizen', '这个什么时候能办，需要多少钱，怎么办？'), turn('seat', sentence)]
      const examples = examplesOf({ call: sentence, turns, expected: [] }, 'patterns shown')
      return examples.map((example) => ({ ...example, spoken: false }))
    })
}

function examplesOf({ turns, expected }: Call, listing: Listing): readonly WordingExample[] {
  const call: CallText = { turns: turns.map((one) => readTurn(one, anchors)), ended: true }
  return seatTurns(call).map((seat) => ({
    features: turnFeatures(call, seat).map(({ name }) => name),
    spoken: true,
    listedFor: listing === 'patterns shown' ? listedFor(seat) : [],
    rules: new Set(expected.filter((flag) => flag.turn === seat.index).map(({ rule }) => rule)),
    unclearFor: helpFollows(call, seat) ? ['shirking'] : [],
  }))
}

function listedFor(seat: SeatTurn): readonly string[] {
  return norms.flatMap(({ norm, evidence }) =>
    evidence !== undefined && findMatches(evidence, seat).length > 0 ? [norm.rule] : [],
  )
}

function helpFollows(call: CallText, seat: SeatTurn): boolean {
  const remedies = norms.filter(({ norm }) => norm.rule === 'shirking').flatMap((norm) => norm.remedies)
  const next = seatTurns(call).filter(({ index }) => index > seat.index)
  return next.slice(0, 2).some((later) => saysAny(remedies, later))
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
