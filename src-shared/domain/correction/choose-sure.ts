import type { Correction } from './correction.ts'

/** So much alike, and so far ahead of the next name, that it is put in without asking; found on correction-dev.jsonl. */
const sureScore = 0.9
const sureLead = 0.03

/** Chooses the best name where it is sure (自动纠正); the others stay as heard. */
export function chooseSure(corrections: readonly Correction[]): readonly Correction[] {
  return corrections.map((correction) => {
    const [best, next] = correction.candidates
    const sure = best !== undefined && best.score >= sureScore && best.score - (next?.score ?? 0) >= sureLead
    return sure ? { ...correction, chosen: best.name } : correction
  })
}
