import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isStale } from '../../../scripts/start/build-if-stale.ts'
import { findBrowser } from '../../../scripts/start/find-browser.ts'
import { findElectron } from '../../../scripts/start/find-electron.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'seat-start-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(root, { recursive: true, force: true })
})

function put(path: string, seconds = 1_000): string {
  const whole = join(root, path)
  mkdirSync(join(whole, '..'), { recursive: true })
  writeFileSync(whole, '')
  utimesSync(whole, seconds, seconds)
  return whole
}

describe('a browser for the app window', () => {
  it('is Chromium before Chrome, wherever on the path either lies', () => {
    const chrome = put('first/google-chrome')
    expect(findBrowser({ PATH: [join(root, 'first'), join(root, 'second')].join(delimiter) })).toEqual({
      name: 'Chrome',
      path: chrome,
    })
    const chromium = put('second/chromium')
    expect(findBrowser({ PATH: [join(root, 'first'), join(root, 'second')].join(delimiter) })).toEqual({
      name: 'Chromium',
      path: chromium,
    })
  })

  it.runIf(process.platform === 'linux')('is none where none is installed', () => {
    expect(findBrowser({ PATH: root })).toBeUndefined()
  })
})

describe('an Electron runtime', () => {
  it('is the one that was named, and nothing is fetched in its place when it is not there', async () => {
    const said: string[] = []
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', root)
    expect(await findElectron((line) => said.push(line))).toMatchObject({ found: false })
    const path = put(process.platform === 'win32' ? 'electron.exe' : 'electron')
    expect(await findElectron((line) => said.push(line))).toMatchObject({ found: true, path })
    expect(said).toEqual([])
  })
})

describe('the built client', () => {
  const sources = ['src-main/a.ts', 'src-renderer/b.tsx', 'src-shared/c.ts', 'src-central/d.ts'] as const
  const files = ['package-lock.json', 'electron.vite.config.ts'] as const

  it('is stale when it was never built, or anything it is made from is newer', () => {
    for (const path of [...sources, ...files]) put(path)
    expect(isStale(root)).toBe(true)
    put('out/renderer/index.html', 2_000_000_000)
    expect(isStale(root)).toBe(false)
    for (const path of [...sources, ...files]) {
      put(path, 2_000_000_100)
      expect(isStale(root), path).toBe(true)
      put(path)
    }
  })
})
