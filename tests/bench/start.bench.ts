import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { programRoot } from '../../src-main/hosts/paths.ts'
import { openBrowser } from '../support/browser.ts'
import type { BenchRow } from './bench-row.ts'
import { quantile } from './quantile.ts'

const runs = 5
const patienceMs = 120_000
/** Linked, not copied, into the copy that is built from nothing: they are large and the build only reads them. */
const linked = ['node_modules', 'models', 'knowledge-base']
const copied = [
  'src-shared',
  'src-main',
  'src-renderer',
  'src-central',
  'scripts',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'tsconfig.base.json',
  'tsconfig.dom.json',
  'tsconfig.node.json',
  'tsconfig.shared.json',
  'tsconfig.json',
]

/** Seconds since `npm start`. */
interface Started {
  readonly address: number
  readonly usable: number
  readonly recogniser: number
}

/** From start to a window that can be worked in, a fresh data directory each time; the browser itself runs already. */
export async function run(): Promise<readonly BenchRow[]> {
  const browser = await openBrowser()
  try {
    await start(browser, programRoot) // Builds what is stale, and reads the files in once.
    const measured: Started[] = []
    for (let index = 0; index < runs; index += 1) measured.push(await start(browser, programRoot))
    return [
      row('start to address printed', measured, 'address'),
      row('start to rehearsal calls on the page', measured, 'usable'),
      row('start to recogniser ready on the page', measured, 'recogniser'),
      await startUnbuilt(browser),
    ]
  } finally {
    await browser.close()
  }
}

function row(name: string, measured: readonly Started[], moment: keyof Started): BenchRow {
  const seconds = measured.map((started) => started[moment])
  return {
    name: `${name} (${String(runs)} starts)`,
    figure: `median ${quantile(seconds, 0.5).toFixed(2)} s, worst ${Math.max(...seconds).toFixed(2)} s`,
  }
}

async function startUnbuilt(browser: Browser): Promise<BenchRow> {
  const copy = mkdtempSync(join(tmpdir(), 'seat-unbuilt-'))
  try {
    for (const name of copied) cpSync(join(programRoot, name), join(copy, name), { recursive: true })
    for (const name of linked) symlinkSync(join(programRoot, name), join(copy, name))
    const { usable } = await start(browser, copy)
    return {
      name: 'the very first start, page built on the way: to rehearsal calls on the page',
      figure: `${usable.toFixed(2)} s`,
    }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

async function start(browser: Browser, root: string): Promise<Started> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'seat-bench-'))
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  page.setDefaultTimeout(patienceMs)
  const begun = performance.now()
  const seconds = (): number => (performance.now() - begun) / 1_000
  const child = spawn(process.execPath, [join(root, 'scripts', 'start.ts')], {
    cwd: root,
    env: { ...process.env, SEAT_WINDOW: 'address', SEAT_DATA_DIR: dataDirectory },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const url = await printedAddress(child)
    const address = seconds()
    await page.goto(url)
    await page.getByRole('button', { name: '开始' }).first().waitFor()
    const usable = seconds()
    await page.locator('.machine-state[data-good="true"]').first().waitFor()
    return { address, usable, recogniser: seconds() }
  } finally {
    await page.close()
    await ended(child)
    rmSync(dataDirectory, { recursive: true, force: true })
  }
}

function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/u.exec(output)?.[0]
      if (address !== undefined) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`the client ended with ${String(code)}:\n${output}`)))
  })
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}
