/** Adds up the runners' reports into the closing line `N passed, N failed, N skipped`, and names each skip with its reason. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

const vitestSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
})
const playwrightSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})

const [directory = '', stepFailed = '0'] = process.argv.slice(2)

function read<Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> | undefined {
  const path = join(directory, name)
  return existsSync(path) ? schema.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined
}

const vitest = read('vitest.json', vitestSchema)
const playwright = read('playwright.json', playwrightSchema)
const missing = [vitest, playwright].filter((report) => report === undefined).length
const passed = (vitest?.numPassedTests ?? 0) + (playwright?.stats.expected ?? 0)
const counted =
  (vitest?.numFailedTests ?? 0) + (playwright?.stats.unexpected ?? 0) + (playwright?.stats.flaky ?? 0)
// A step that failed without a failing test (check, build, a runner that did not report) counts as one failure.
const failed = Math.max(counted + missing, Number(stepFailed))
const skipped = (vitest?.numPendingTests ?? 0) + (playwright?.stats.skipped ?? 0)

console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed > 0 ? 1 : 0)
