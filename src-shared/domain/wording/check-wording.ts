import { unwrap } from '../../base/result.ts'
import type { Turn } from '../call.ts'
import type { NormRule } from '../site-pack.ts'
import type { WordingFlag } from '../wording-flag.ts'
import { readTurn, type CallText, type TurnText } from './call-text.ts'
import { compileNorms, type CompiledNorm } from './compile-norms.ts'
import { findMatches } from './find-matches.ts'
import { toFlag, type Finding } from './finding.ts'
import { indexNorms, type NormIndex } from './norm-index.ts'
import { detectorOf, isOfWords } from './rule-table.ts'
import type { SoundAnchors } from './sound-repair.ts'

export interface WordingCheck {
  /**
   * Flags on the seat's turns, by turn and then by rule. Called after every finished turn with all turns so far: a flag
   * once given stays, a rule that waits for later turns may add one to an earlier turn. `ended` is true once the call is
   * over: windows that wait for more turns close. `day` is the call's (`YYYY-MM-DD`): a norm that comes into force later does
   * not judge it; without a day all norms do.
   */
  check(turns: readonly Turn[], ended?: boolean, day?: string): readonly WordingFlag[]
}

/** Prepares the pack's norms once. Norms whose expressions do not compile throw; `seat pack check` finds them before. */
export function createWordingCheck(norms: readonly NormRule[]): WordingCheck {
  const compiled = unwrap(compileNorms(norms))
  const ofWords = indexNorms(compiled.norms.filter(needsWords))
  const others = new Set(compiled.norms.filter((norm) => !needsWords(norm)))
  const known = new WeakMap<Turn, ReadTurn>()
  const readAll = (turns: readonly Turn[]): readonly ReadTurn[] => {
    const done: ReadTurn[] = []
    for (const turn of turns) {
      const read = known.get(turn) ?? readForNorms(turn, compiled.anchors, ofWords, done)
      known.set(turn, read)
      done.push(read)
    }
    return done
  }
  return {
    check(turns, ended = false, day) {
      const done = readAll(turns)
      const found = new Map<CompiledNorm, number[]>()
      for (const [index, turn] of done.entries()) {
        for (const norm of turn.found) found.set(norm, [...(found.get(norm) ?? []), index])
      }
      const judging = compiled.norms.filter((norm) => found.has(norm) || others.has(norm))
      return checkCall(inForce(judging, day), { turns: done.map(({ text }) => text), ended, found })
    },
  }
}

interface ReadTurn {
  readonly text: TurnText
  /** The entries whose own words stand in it. */
  readonly found: readonly CompiledNorm[]
}

function readForNorms(
  turn: Turn,
  anchors: SoundAnchors,
  candidates: NormIndex,
  before: readonly ReadTurn[],
): ReadTurn {
  const text = readTurn(
    turn,
    anchors,
    before.map((read) => read.text),
  )
  const norms = turn.speaker === 'seat' ? candidates(text) : []
  return { text, found: norms.filter((norm) => findMatches(norm, text).length > 0) }
}

function needsWords({ norm, evidence }: CompiledNorm): boolean {
  return isOfWords(norm.rule) && evidence === undefined
}

function inForce(norms: readonly CompiledNorm[], day: string | undefined): readonly CompiledNorm[] {
  return day === undefined ? norms : norms.filter(({ norm }) => norm.from === undefined || norm.from <= day)
}

function checkCall(norms: readonly CompiledNorm[], call: CallText): readonly WordingFlag[] {
  const byRule = Map.groupBy(norms, (norm) => norm.norm.rule)
  const flags = [...byRule.values()].flatMap((entries) => flagsOfRule(entries, call))
  return flags.toSorted((a, b) => a.turn - b.turn)
}

/** Several entries may share a rule; a rule counts at most once a turn, and what was certain first stays. */
function flagsOfRule(entries: readonly CompiledNorm[], call: CallText): readonly WordingFlag[] {
  const plainFirst = entries.toSorted(
    (a, b) => Number(a.evidence !== undefined) - Number(b.evidence !== undefined),
  )
  const findings = plainFirst
    .flatMap((norm) => detectorOf(norm.norm.rule)(norm, call).map((finding) => ({ norm, finding })))
    .toSorted((a, b) => a.finding.decidedAt - b.finding.decidedAt)
  const first = new Map<number, { norm: CompiledNorm; finding: Finding }>()
  for (const found of findings) {
    if (!first.has(found.finding.turn)) first.set(found.finding.turn, found)
  }
  return [...first.values()].flatMap(({ norm, finding }) => {
    const text = call.turns[finding.turn]
    return text === undefined ? [] : [toFlag(norm, finding, text)]
  })
}
