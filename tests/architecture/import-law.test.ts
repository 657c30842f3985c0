import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programRoot } from '../../src-main/hosts/paths.ts'

/** Breaks of the law, a file each: what it imports and the rules that must object. */
const breaks: readonly (readonly [path: string, imports: string, rules: readonly string[]])[] = [
  ['src-shared/text/reaches-out.ts', '../../src-main/core/plain.ts', ['shared-runs-anywhere']],
  ['src-shared/text/reads-files.ts', 'node:fs', ['no-node-in-shared', 'shared-runs-anywhere']],
  ['src-renderer/app/reads-files.ts', 'node:fs', ['no-node-in-shared']],
  ['src-main/core/knows-hosts.ts', '../hosts/plain.ts', ['core-and-asr-stand-alone']],
  ['src-main/asr/knows-cli.ts', '../cli/plain.ts', ['core-and-asr-stand-alone']],
  ['src-main/core/hears.ts', '../asr/plain.ts', ['core-and-asr-apart']],
  ['src-main/asr/keeps-tickets.ts', '../core/plain.ts', ['asr-and-core-apart']],
  ['src-main/models/knows-asr.ts', '../asr/plain.ts', ['models-stand-alone']],
  ['src-main/core/opens-windows.ts', 'electron', ['electron-only-in-the-shell']],
  ['src-main/cli/recognises.ts', 'sherpa-onnx-node', ['speech-only-in-asr']],
  ['src-main/core/tickets/stores.ts', 'better-sqlite3', ['database-only-in-store']],
  ['src-renderer/app/is-the-core.ts', '../../src-main/core/plain.ts', ['renderer-sees-shared-only']],
  ['src-renderer/ui/knows-a-feature.ts', '../features/one/plain.ts', ['ui-imports-no-feature']],
  ['src-renderer/features/two/borrows.ts', '../one/plain.ts', ['features-apart']],
  ['src-central/is-a-client.ts', '../src-main/core/plain.ts', ['central-stands-alone']],
  ['src-main/core/back.ts', './there.ts', ['no-cycles']],
]

/** What the law allows, close to what it forbids. */
const allowed: readonly (readonly [path: string, imports: string])[] = [
  // A cycle is told once, at its other half.
  ['src-main/core/there.ts', './back.ts'],
  ['src-main/core/uses-shared.ts', '../../src-shared/plain.ts'],
  ['src-main/cli/uses-core.ts', '../core/plain.ts'],
  ['src-main/core/uses-models.ts', '../models/plain.ts'],
  ['src-main/asr/uses-models.ts', '../models/plain.ts'],
  ['src-main/models/uses-shared.ts', '../../src-shared/plain.ts'],
  ['src-main/shell/opens-windows.ts', 'electron'],
  ['src-main/hosts/electron.ts', 'electron'],
  ['src-main/asr/recognises.ts', 'sherpa-onnx-node'],
  ['src-main/core/store/stores.ts', 'better-sqlite3'],
  ['src-renderer/features/one/uses-ui.ts', '../../ui/plain.ts'],
]

const plain = [
  'src-shared',
  'src-main/core',
  'src-main/hosts',
  'src-main/cli',
  'src-main/asr',
  'src-main/models',
]
  .concat(['src-renderer/ui', 'src-renderer/features/one', 'src-central'])
  .map((folder) => `${folder}/plain.ts`)

interface Report {
  readonly modules: readonly unknown[]
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[]
  }
}

/** Runs dependency-cruiser with the repository's rules, as `npm run check` does. */
function cruise(root: string): Promise<Report> {
  const program = join(programRoot, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const config = join(programRoot, '.dependency-cruiser.mjs')
  const folders = ['src-shared', 'src-main', 'src-renderer', 'src-central']
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [program, '--config', config, '--output-type', 'json', ...folders],
      { cwd: root, maxBuffer: 256_000_000 },
      (_, output, errors) => {
        if (output === '') reject(new Error(errors))
        else resolve(JSON.parse(output) as Report)
      },
    )
  })
}

describe('the import law', () => {
  let root = ''
  let report: Report

  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'seat-law-'))
    cpSync(join(programRoot, 'tsconfig.base.json'), join(root, 'tsconfig.base.json'))
    const packages = ['electron', 'sherpa-onnx-node', 'better-sqlite3']
    const dependencies = Object.fromEntries(packages.map((name) => [name, '*']))
    write('package.json', JSON.stringify({ type: 'module', dependencies }))
    for (const name of packages) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }))
      write(`node_modules/${name}/index.js`, '')
    }
    for (const path of plain) write(path, 'export const value = 1\n')
    for (const [path, imports] of [...breaks, ...allowed]) {
      write(path, `import * as other from '${imports}'\nexport const value = other\n`)
    }
    report = await cruise(root)
  })
  afterAll(() => rmSync(root, { recursive: true }))

  const objections = (path: string): readonly string[] =>
    report.summary.violations.filter(({ from }) => from === path).map(({ rule }) => rule.name)

  it.each(breaks)('objects to %s importing %s', (path, _, rules) => {
    expect([...new Set(objections(path))].toSorted()).toEqual([...rules].toSorted())
  })

  it.each(allowed)('lets %s import %s', (path) => {
    expect(objections(path)).toEqual([])
  })

  it('has no rule that no break proves', async () => {
    const { default: config } = (await import(join(programRoot, '.dependency-cruiser.mjs'))) as {
      default: { forbidden: readonly { name: string }[] }
    }
    const proven = new Set(breaks.flatMap(([, , rules]) => rules))
    expect(config.forbidden.map(({ name }) => name).filter((name) => !proven.has(name))).toEqual([])
  })

  it('holds in the product', { timeout: 120_000 }, async () => {
    const { modules, summary } = await cruise(programRoot)
    expect(modules.length).toBeGreaterThan(200)
    expect(summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`)).toEqual([])
  })
})
