import { unwrap } from '../../base/result.ts'
import type { Turn } from '../call.ts'
import type { NormRule } from '../site-pack.ts'
import type { WordingFlag } from '../wording-flag.ts'
import { readTurn, type CallText, type TurnText } from './call-text.ts'
import { compileNorms, type CompiledNorm } from './compile-norms.ts'
import { toFlag, type Finding } from './finding.ts'
import { detectors } from './rule-table.ts'

export interface WordingCheck {
  /**
   * Flags on the seat's turns, by turn and then by rule. Called after every finished turn with all turns so far: a flag
   * once given stays, a rule that waits for later turns may add one to an earlier turn. `ended` is true once the call is
   * over: windows that wait for more turns close.
   */
  check(turns: readonly Turn[], ended?: boolean): readonly WordingFlag[]
}

/** Prepares the pack's norms once. Norms whose expressions do not compile throw; `seat pack check` finds them before. */
export function createWordingCheck(norms: readonly NormRule[]): WordingCheck {
  const compiled = unwrap(compileNorms(norms))
  const known = new WeakMap<Turn, TurnText>()
  const read = (turn: Turn): TurnText => {
    const text = known.get(turn) ?? readTurn(turn, compiled.anchors)
    known.set(turn, text)
    return text
  }
  return {
    check: (turns, ended = false) => checkCall(compiled.norms, { turns: turns.map(read), ended }),
  }
}

function checkCall(norms: readonly CompiledNorm[], call: CallText): readonly WordingFlag[] {
  const byRule = Map.groupBy(norms, (norm) => norm.norm.rule)
  const flags = [...byRule.values()].flatMap((entries) => flagsOfRule(entries, call))
  return flags.toSorted((a, b) => a.turn - b.turn)
}

/** Several entries may share a rule; a rule counts at most once a turn, and what was certain first stays. */
function flagsOfRule(entries: readonly CompiledNorm[], call: CallText): readonly WordingFlag[] {
  const findings = entries
    .flatMap((norm) => (detectors[norm.norm.rule]?.(norm, call) ?? []).map((finding) => ({ norm, finding })))
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
