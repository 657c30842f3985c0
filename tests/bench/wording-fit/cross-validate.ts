import { learnedRules } from '#shared/domain/wording/learned-weights.ts'
import { sampleNorms } from '../../support/sample-norms.ts'
import { fitWeights, scoreOf } from './fit-weights.ts'
import { labelledCalls, type WordingExample } from './wording-examples.ts'

/** The share of a rule's flags that has to be right, wherever its threshold is put. */
const precisionFloor: Readonly<Record<string, number>> = { 'forbidden-expression': 0.95 }
const otherwise = 0.92

interface Judged {
  readonly score: number
  readonly isBreach: boolean
}

/**
 * Judges the turns of each source, a file of labelled calls, by weights that were fitted without that file, and prints, a rule
 * a line, how it does at the pack's threshold, the lowest threshold that keeps to the precision floor, and the best compromise
 * (F1). Without sources all are judged but the development set: the rules were written with it in sight.
 */
export function crossValidate(examples: readonly WordingExample[], sources: readonly string[]): void {
  const judgedSources =
    sources.length > 0 ? sources : labelledCalls.filter((source) => source !== 'check-dev')
  for (const rule of learnedRules) {
    const judged = judgedSources.flatMap((source) => judge(rule, source, examples))
    console.log(`${rule.padEnd(22)} ${report(judged, thresholdOf(rule), precisionFloor[rule] ?? otherwise)}`)
  }
}

/** `scoreAbove` of a rule's scored entry in the sample pack; its scored entries share one. */
function thresholdOf(rule: string): number {
  return sampleNorms().find((norm) => norm.rule === rule && norm.scoreAbove !== undefined)?.scoreAbove ?? 0
}

function judge(rule: string, source: string, examples: readonly WordingExample[]): readonly Judged[] {
  const weights = fitWeights(
    examples.filter((example) => example.source !== source),
    rule,
  )
  return examples
    .filter((example) => example.source === source)
    .map((example) => ({
      score: example.flaggedAnyway.has(rule)
        ? Infinity
        : example.open.has(rule)
          ? scoreOf(weights, rule, example)
          : -Infinity,
      isBreach: example.rules.has(rule),
    }))
}

function report(judged: readonly Judged[], threshold: number, floor: number): string {
  const sorted = judged.toSorted((a, b) => b.score - a.score)
  const breaches = judged.filter(({ isBreach }) => isBreach).length
  let right = 0
  const points = sorted.map(({ score, isBreach }, at) => {
    right += Number(isBreach)
    return { score, precision: right / (at + 1), recall: right / breaches }
  })
  const inPack = points.findLast(({ score }) => score > threshold)
  const kept = points.findLast(({ precision, score }) => precision >= floor && Number.isFinite(score))
  const f1 = ({ precision, recall }: (typeof points)[number]): number =>
    precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  const best = points.toSorted((a, b) => f1(b) - f1(a))[0]
  return `${breaches} breaches; in the pack ${shown(inPack)}; at the floor ${shown(kept)}; best ${shown(best)}`
}

function shown(point: { score: number; precision: number; recall: number } | undefined): string {
  if (point === undefined) return 'never'
  const percent = (share: number): string => `${(100 * share).toFixed(0)} %`
  return `above ${point.score.toFixed(2)}: precision ${percent(point.precision)} recall ${percent(point.recall)}`
}
