/** `npm run bench [names…]`: runs the benches in turn, each in a process of its own, and prints what they measured. */
import { fork } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import type { BenchRow } from './bench-row.ts'

const ending = '.bench.ts'
const headings: BenchRow = { name: 'name', figure: 'figure', peer: 'peer', ratio: 'ratio' }

async function main(wanted: readonly string[]): Promise<void> {
  const names = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .toSorted()
  const unknown = wanted.filter((name) => !names.includes(name))
  if (unknown.length > 0) {
    console.error(`no bench named ${unknown.join(', ')}; there are ${names.join(', ')}`)
    process.exitCode = 1
    return
  }
  const rows: BenchRow[] = []
  for (const name of wanted.length === 0 ? names : wanted) {
    console.error(`${name} …`)
    const measured = await measure(name)
    if (measured.length === 0) {
      console.error(`${name}: FAILED`)
      process.exitCode = 1
    }
    rows.push(...measured)
  }
  print(rows)
}

/** The rows of one bench; none when it failed, after its error was printed. */
function measure(name: string): Promise<readonly BenchRow[]> {
  return new Promise((resolve) => {
    let rows: readonly BenchRow[] = []
    const child = fork(join(import.meta.dirname, 'run-one.ts'), [`./${name}${ending}`])
    child.on('message', (message) => (rows = message as readonly BenchRow[]))
    child.on('close', (code) => resolve(code === 0 ? rows : []))
  })
}

function print(rows: readonly BenchRow[]): void {
  const cells = [headings, ...rows].map(({ name, figure, peer = '', ratio = '' }) => [
    name,
    figure,
    peer,
    ratio,
  ])
  const widths = headingWidths(cells)
  console.log(
    `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.version}, ${process.platform}\n`,
  )
  for (const row of cells) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  }
}

function headingWidths(cells: readonly (readonly string[])[]): readonly number[] {
  return Object.keys(headings).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
}

await main(process.argv.slice(2))
