import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test'
import { programRoot } from '../../src-main/hosts/paths.ts'
import { startCentre, type StartedCentre } from '../support/started-centre.ts'

const found = spawnSync('bash', [join(programRoot, 'scripts', 'electron-for-tests.sh')], { encoding: 'utf8' })
const runtime = found.stdout.trim()
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** A runtime without a default app runs what lies in its resources. */
function linkApp(): void {
  const app = join(runtime, 'resources', 'app')
  if (existsSync(join(runtime, 'resources', 'default_app.asar'))) return
  mkdirSync(join(runtime, 'resources'), { recursive: true })
  rmSync(app, { recursive: true, force: true })
  symlinkSync(programRoot, app)
}

test.describe('under Electron', () => {
  test.skip(found.status !== 0, found.stderr.trim())
  test.setTimeout(180_000)

  let centre: StartedCentre
  let app: ElectronApplication
  let page: Page
  let dataDirectory: string

  test.beforeAll(async () => {
    linkApp()
    centre = await startCentre()
    dataDirectory = mkdtempSync(join(tmpdir(), 'seat-electron-'))
    app = await _electron.launch({
      executablePath: join(runtime, 'electron'),
      args: [...asRoot, programRoot],
      env: {
        ...(process.env as Record<string, string>),
        ...centre.environment,
        SEAT_DATA_DIR: dataDirectory,
        SEAT_NODE: process.execPath,
      },
    })
    page = await app.firstWindow()
    console.log(`run on Electron ${await app.evaluate(() => process.versions.electron)}`)
  })
  test.afterAll(async () => {
    await app.close()
    await centre.stop()
    rmSync(dataDirectory, { recursive: true, force: true })
  })

  test('gives the page the contract’s bridge and nothing of Node or Electron', async () => {
    // As text: the page's globals are not this file's.
    const exposed = await page.evaluate<{ bridge: string[]; node: string[]; address: string }>(`({
      bridge: Object.keys(window.seatBridge).toSorted(),
      node: ['require', 'process', 'module', 'Buffer', '__dirname'].filter((name) => name in window),
      address: location.href,
    })`)
    expect(exposed.bridge).toEqual(['onFrame', 'send', 'sendAudio'])
    expect(exposed.node).toEqual([])
    expect(exposed.address).toMatch(/^seat:\/\/app\//)
  })

  test('a rehearsal call ends as a row in the central database', async () => {
    const start = page.getByRole('button', { name: '开始' })
    await start.first().waitFor()
    await start.nth(1).focus()
    await page.keyboard.press('Enter')
    await page.getByText('137 1122 0088').first().waitFor()
    await page.keyboard.press('Enter')
    await expect(page.locator('.turn-partial').first()).toBeVisible({ timeout: 60_000 })
    await expect(page.getByRole('form', { name: '工单' }).getByLabel('区县', { exact: true })).toHaveValue(
      '天河区',
      {
        timeout: 60_000,
      },
    )
    await page.keyboard.press('F9')
    await page.keyboard.press('Control+Enter')
    const anyway = page.getByRole('button', { name: '照样提交' })
    const number = page.getByText(/^\d{8}-\d{6}$/).first()
    await anyway.or(number).first().waitFor({ timeout: 30_000 })
    if (await anyway.isVisible()) await anyway.click()
    await expect(number).toBeVisible({ timeout: 30_000 })
    const rows = await centre.query('SELECT number FROM tickets')
    expect(rows).toEqual([{ number: await number.textContent() }])
  })
})
