/** Runs the bench module named by the argument and sends its rows to the parent; see run.ts. */
import type { BenchRow } from './bench-row.ts'

const { run } = (await import(process.argv[2] ?? '')) as { run: () => Promise<readonly BenchRow[]> }
const rows = await run()
if (rows.length === 0) throw new Error('the bench measured nothing')
process.send?.(rows, undefined, undefined, () => process.exit(0))
