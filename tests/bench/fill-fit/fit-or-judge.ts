import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { callLines, labelledSets } from './labelled-sets.ts'

const folder = join(import.meta.dirname, '../../../src-shared/domain/understanding')

/** What is learnt from labelled calls, and how it is judged. */
interface Fitting<Call, Table> {
  /** The file of weights, in the folder of understanding. */
  readonly file: string
  /** The sets to learn from. */
  readonly from?: readonly string[]
  /** Reads a line of a set; none where the call teaches nothing. */
  readonly read: (line: string) => Call | readonly Call[]
  readonly learn: (calls: readonly Call[]) => Table
  /** Prints how the calls of a set come out by what the others teach; with `misses`, also those that come out wrong. */
  readonly judge: (set: string, held: readonly Call[], learned: Table, misses: boolean) => void
}

/** Writes what the sets teach; with `--judge` nothing is written, and each set is judged by what the others teach. */
export function fitOrJudge<Call, Table>({
  file,
  from = labelledSets,
  read,
  learn,
  judge,
}: Fitting<Call, Table>): void {
  const { values } = parseArgs({
    options: { judge: { type: 'boolean', default: false }, misses: { type: 'boolean', default: false } },
  })
  const sets = from.map((name) => callLines(name).flatMap(read))
  if (values.judge) {
    for (const [at, held] of sets.entries())
      judge(from[at] ?? '', held, learn(sets.toSpliced(at, 1).flat()), values.misses)
    return
  }
  const table = learn(sets.flat())
  const written = JSON.stringify(table, undefined, 2)
  writeFileSync(join(folder, file), `${written}\n`)
  console.log(`${String(written.split('=').length - 1)} signs`)
}
