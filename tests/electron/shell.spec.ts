import { expect, test, type Page } from '@playwright/test'
import { launchElectron, whyNoElectron, type LaunchedApp } from '../support/electron-app.ts'
import { startCentre, type StartedCentre } from '../support/started-centre.ts'

test.describe('under Electron', () => {
  test.skip(whyNoElectron !== undefined, whyNoElectron)
  test.setTimeout(180_000)

  let centre: StartedCentre
  let launched: LaunchedApp
  let page: Page

  test.beforeAll(async () => {
    centre = await startCentre()
    launched = await launchElectron(centre.environment)
    page = launched.page
  })
  test.afterAll(async () => {
    await launched.close()
    await centre.stop()
  })

  test('gives the page the contract’s bridge and nothing of Node or Electron', async () => {
    // As text: the page's globals are not this file's.
    const exposed = await page.evaluate<{ bridge: string[]; node: string[]; address: string }>(`({
      bridge: Object.keys(window.seatBridge).toSorted(),
      node: ['require', 'process', 'module', 'Buffer', '__dirname'].filter((name) => name in window),
      address: location.href,
    })`)
    expect(exposed.bridge).toEqual(['onFrame', 'savePdf', 'send', 'sendAudio'])
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
