/**
 * How well names are corrected by sound, over a file of turns with the names that were meant.
 * Run: `node tests/bench/eval-correction.ts [turns.jsonl] [--misses]`
 *
 * Kinds of turns: `slip` (a name of the sample pack as a recogniser may mishear it: another spelling of the same sounds that is
 * likely by word counts, sometimes through an accent or one sound off), `near-miss` (ordinary words and names that the pack
 * does not have, written to be mistaken) and `clean` (turns of check-dev.jsonl). The slips are simulated, not recorded.
 */
import { readFileSync } from 'node:fs'
import { unwrap } from '#shared/base/result.ts'
import { chooseSure } from '#shared/domain/correction/choose-sure.ts'
import type { Correction } from '#shared/domain/correction/correction.ts'
import { buildNameCorrector } from '#shared/domain/correction/name-corrector.ts'
import { packNames } from '#shared/domain/correction/pack-names.ts'
import { defaultPackDirectory } from '../../src-main/core/knowledge/default-pack.ts'
import { loadSitePack } from '../../src-main/core/knowledge/load-site-pack.ts'
import { seededRandom } from '../support/seeded-random.ts'

interface Sample {
  readonly kind: string
  readonly text: string
  readonly names: readonly { readonly heard: string; readonly name: string }[]
}

const files = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const showMisses = process.argv.includes('--misses')
const input = files[0] ?? new URL('../fixtures/correction-dev.jsonl', import.meta.url)
const pack = unwrap(await loadSitePack(defaultPackDirectory()))
const corrector = buildNameCorrector(pack)
const samples = readFileSync(input, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Sample)

const tally = { meant: 0, shown: 0, offered: 0, first: 0, put: 0, right: 0 }
const falseAlarms = new Map<string, { turns: number; shown: number; put: number }>()

for (const { kind, text, names } of samples) {
  const found = chooseSure(corrector.find(text))
  const alarm = falseAlarms.get(kind) ?? { turns: 0, shown: 0, put: 0 }
  falseAlarms.set(kind, alarm)
  alarm.turns++
  tally.shown += found.length
  for (const correction of found) scorePut(kind, text, names, correction)
  if (names.length === 0 && found.length > 0) alarm.shown++
  if (found.some(({ chosen, heard }) => chosen !== null && !meant(names, heard, chosen))) alarm.put++
  for (const { heard, name } of names) {
    tally.meant++
    const correction = found.find((each) => covers(each, text, heard))
    if (correction?.candidates.some((each) => holds(each.name, name)) === true) tally.offered++
    if (holds(correction?.candidates[0]?.name, name)) tally.first++
    if (showMisses && !holds(correction?.candidates[0]?.name, name))
      console.log(`missed   ${heard} → ${name}: ${shown(correction)} | ${text}`)
    else if (showMisses && correction?.chosen === null)
      console.log(`not sure ${heard} → ${shown(correction)}`)
  }
}

function scorePut(
  kind: string,
  text: string,
  names: Sample['names'],
  { heard, chosen, candidates }: Correction,
) {
  if (chosen === null) {
    if (showMisses && names.length === 0)
      console.log(
        `shown    ${kind} ${heard} → ${candidates.map(({ name, score }) => `${name} ${score}`).join(' ')} | ${text}`,
      )
    return
  }
  tally.put++
  if (meant(names, heard, chosen)) tally.right++
  else if (showMisses)
    console.log(`WRONG    ${kind} ${heard} → ${chosen} ${candidates[0]?.score ?? 0} | ${text}`)
}

/** A name within a longer one, or around it, is the same slip put right. */
function holds(found: string | undefined, name: string): boolean {
  return found !== undefined && (found.includes(name) || name.includes(found))
}

function meant(names: Sample['names'], heard: string, chosen: string): boolean {
  return names.some(
    (each) => (heard.includes(each.heard) || each.heard.includes(heard)) && holds(chosen, each.name),
  )
}

function covers({ start, end }: Correction, text: string, heard: string): boolean {
  const at = text.indexOf(heard)
  return start < at + heard.length && end > at
}

function shown(correction: Correction | undefined): string {
  if (correction === undefined) return 'nothing'
  return `${correction.heard} → ${correction.candidates.map(({ name, score }) => `${name} ${score}`).join(', ')}`
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
console.log(`${samples.length} turns, ${tally.meant} names misheard`)
console.log(
  `preview:   hit@1 ${percent(tally.first, tally.meant)}, among the candidates ${percent(tally.offered, tally.meant)}, shown ${tally.shown}`,
)
console.log(
  `automatic: precision ${percent(tally.right, tally.put)} (${tally.right} of ${tally.put}), recall ${percent(tally.right, tally.meant)}`,
)
for (const [kind, { turns, shown: turnsShown, put }] of falseAlarms)
  console.log(
    `${kind}: of ${turns} turns ${put} with a wrong name put in${kind === 'slip' ? '' : `, ${turnsShown} with a needless proposal`}`,
  )
printUnlisted(0.3)

/**
 * Every name that the pack lacks is a trap: a share of its roads, places and parties is taken out, and each of them said. Whatever
 * is put in is wrong.
 */
function printUnlisted(share: number): void {
  const random = seededRandom(11)
  const keep = <T>(list: readonly T[]): readonly T[] => list.filter(() => random() >= share)
  const less = {
    ...pack,
    roads: keep(pack.roads),
    points: keep(pack.points),
    subjects: keep(pack.subjects),
  }
  const known = new Set(packNames(less).map(({ name }) => name))
  const unlisted = packNames(pack).filter(({ name }) => !known.has(name))
  const lacking = buildNameCorrector(less)
  const found = unlisted.map(({ name }) => chooseSure(lacking.find(`我就在${name}这里`)))
  const put = found.filter((corrections) => corrections.some(({ chosen }) => chosen !== null)).length
  const proposed = found.filter((corrections) => corrections.length > 0).length
  console.log(
    `names that the pack lacks (${percent(share, 1)} taken out, ${unlisted.length} said): ${put} replaced by another (${percent(put, unlisted.length)}), ${proposed} with a proposal`,
  )
}
