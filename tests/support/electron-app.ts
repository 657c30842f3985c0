import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { programRoot } from '../../src-main/hosts/paths.ts'

const found = spawnSync('bash', [join(programRoot, 'scripts', 'electron-for-tests.sh')], { encoding: 'utf8' })
const runtime = found.stdout.trim()
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** Why there is no Electron to test under; undefined where there is one. */
export const whyNoElectron = found.status === 0 ? undefined : found.stderr.trim()

/** A runtime without a default app runs what lies in its resources. */
function linkApp(): void {
  const app = join(runtime, 'resources', 'app')
  if (existsSync(join(runtime, 'resources', 'default_app.asar'))) return
  mkdirSync(join(runtime, 'resources'), { recursive: true })
  rmSync(app, { recursive: true, force: true })
  symlinkSync(programRoot, app)
}

export interface LaunchedApp {
  readonly app: ElectronApplication
  readonly page: Page
  readonly close: () => Promise<void>
}

/** Starts the built client under Electron, on data of its own. */
export async function launchElectron(environment: Readonly<Record<string, string>>): Promise<LaunchedApp> {
  linkApp()
  const dataDirectory = mkdtempSync(join(tmpdir(), 'seat-electron-'))
  const app = await _electron.launch({
    executablePath: join(runtime, 'electron'),
    args: [...asRoot, programRoot],
    env: {
      ...(process.env as Record<string, string>),
      ...environment,
      SEAT_DATA_DIR: dataDirectory,
      SEAT_NODE: process.execPath,
    },
  })
  const page = await app.firstWindow()
  console.log(`run on Electron ${await app.evaluate(() => process.versions.electron)}`)
  return {
    app,
    page,
    close: async () => {
      await app.close()
      rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
}
