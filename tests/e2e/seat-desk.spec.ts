import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Browser, type Page } from '@playwright/test'
import { unwrap } from '../../src-shared/base/result.ts'
import { readRecording } from '../../src-main/core/calls/recording/read-recording.ts'
import { programRoot } from '../../src-main/hosts/paths.ts'
import { answerRinging } from '../support/answer-ringing.ts'
import { openBrowser } from '../support/browser.ts'
import { test } from '../support/page-test.ts'
import { startCentre, type StartedCentre } from '../support/started-centre.ts'
import { startClient, type StartedClient } from '../support/started-client.ts'
import { stereoWav } from '../support/wav.ts'

const gasCall = join(programRoot, 'models', 'rehearsal', 'calls', '2-gas-smell.wav')

/** Chromium's fake microphone reads 16-bit PCM; half a second of silence stands for the time until the operator answers. */
async function microphoneFile(recording: string): Promise<string> {
  const { channels } = unwrap(await readRecording([recording]))
  const path = join(mkdtempSync(join(tmpdir(), 'seat-microphone-')), 'call.wav')
  writeFileSync(path, stereoWav(channels.seat!, channels.citizen!, 16_000))
  return path
}

const transcript = (page: Page) => page.getByRole('log', { name: '通话文字' })
const field = (page: Page, label: string) =>
  page.getByRole('form', { name: '工单' }).getByLabel(label, { exact: true })

test.describe('the whole line', () => {
  let centre: StartedCentre
  let client: StartedClient
  let browser: Browser

  test.beforeAll(async () => {
    centre = await startCentre()
    client = await startClient(centre.environment)
  })
  test.afterEach(async () => browser.close())
  test.afterAll(async () => {
    await client.stop()
    await centre.stop()
  })

  test('a call heard through the microphone becomes a row in the central database', async () => {
    test.setTimeout(180_000)
    browser = await openBrowser(await microphoneFile(gasCall))
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.goto(client.address)
    await page.getByLabel('来电号码').fill('13711220088')
    await page.getByRole('button', { name: '待接来电' }).click()
    await page.getByText('137 1122 0088').first().waitFor()
    await page.keyboard.press('Enter')
    await expect(transcript(page)).toContainText('市民', { timeout: 60_000 })
    await expect(field(page, '区县')).toHaveValue('天河区', { timeout: 60_000 })
    await expect(page.getByRole('radio', { name: /突发/ })).toBeChecked({ timeout: 60_000 })
    await page.keyboard.press('F9')
    await page.keyboard.press('Control+Enter')
    await page
      .getByRole('button', { name: '照样提交' })
      .or(page.getByText(/^\d{8}-\d{6}$/))
      .first()
      .waitFor()
    const anyway = page.getByRole('button', { name: '照样提交' })
    if (await anyway.isVisible()) await anyway.click()
    const number = await page
      .getByText(/^\d{8}-\d{6}$/)
      .first()
      .textContent()
    const rows = await centre.query('SELECT number, submission FROM tickets')
    expect(rows.map((row) => row['number'])).toEqual([number])
    expect(rows[0]?.['submission']).toMatchObject({
      callerNumber: '13711220088',
      fields: { urgency: '突发', incidentAddress: { district: '天河区' } },
    })
  })
})

test('a rehearsal call, keyboard only, with the embedded centre', async ({ page, client }) => {
  test.setTimeout(180_000)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.goto(client.address)
  const start = page.getByRole('button', { name: '开始' })
  await start.first().waitFor()
  await start.nth(2).focus()
  await page.keyboard.press('Enter')
  await page.getByText('138 0200 1122').first().waitFor()
  await page.keyboard.press('Enter')

  // Words appear while it plays, before their utterance is over.
  await expect(page.locator('.turn-partial').first()).toBeVisible({ timeout: 30_000 })
  await expect(transcript(page)).toContainText('居住证', { timeout: 60_000 })
  await expect(page.getByRole('heading', { name: /居住证/ }).first()).toBeVisible({ timeout: 60_000 })
  await page.keyboard.press('Alt+1')
  await expect(page.getByText('已念出').first()).toBeVisible()

  await page.keyboard.press('F9')
  await page.keyboard.press('F2')
  await page.keyboard.press('Control+Enter')
  const anyway = page.getByRole('button', { name: '照样提交' })
  const number = page.getByText(/^\d{8}-\d{6}$/).first()
  await anyway.or(number).first().waitFor({ timeout: 30_000 })
  if (await anyway.isVisible()) {
    await anyway.focus()
    await page.keyboard.press('Enter')
  }
  await expect(number).toBeVisible({ timeout: 60_000 })
  expect(errors).toEqual([])
})

test('the focus is never lost, and what was typed stays with its ticket', async ({ page, client }) => {
  test.setTimeout(120_000)
  await page.goto(client.address)
  const begin = async (place: number): Promise<void> => {
    await page.getByRole('button', { name: '开始' }).nth(place).focus()
    await page.keyboard.press('Enter')
    await answerRinging(page)
    await page.keyboard.press('F9')
    await expect(page.getByText('通话已结束')).toBeVisible({ timeout: 20_000 })
  }
  await page.getByRole('button', { name: '开始' }).first().waitFor()
  await begin(0)

  await field(page, '联系电话').focus()
  for (const key of ['Control+k', 'F1', 'F8']) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(field(page, '联系电话')).toBeFocused()
  }
  await page.keyboard.press('Control+k')
  await page.keyboard.insertText('查找')
  await page.keyboard.press('Enter')
  await expect(page.locator('#answer-search')).toBeFocused()

  // No value: stays on its own ticket, marked. Then a value, and away before its pause is over.
  await field(page, '联系电话').focus()
  await page.keyboard.insertText('138x')
  await field(page, '涉及金额').focus()
  await page.keyboard.insertText('123')
  await page.keyboard.press('F9')
  await page.getByText('等待来电').waitFor()
  await begin(1)
  await expect(field(page, '联系电话')).toHaveValue('')
  await page.keyboard.press('F8')
  await page.getByRole('row').filter({ hasText: '020 8432 1234' }).getByRole('button').click()
  await expect(field(page, '涉及金额')).toHaveValue('123')
  await expect(field(page, '联系电话')).toHaveValue('138x')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/还没有提交：联系电话/)).toBeVisible()

  await field(page, '联系电话').focus()
  await page.keyboard.press('Control+Backspace')
  await expect(field(page, '联系电话')).toHaveValue('')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: '照样提交' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^\d{8}-\d{6}$/).first()).toBeVisible({ timeout: 60_000 })
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: '复制' })).toBeFocused()
})

test('a second start on the same data says so and starts nothing', async ({ client }) => {
  await expect(startClient({ SEAT_DATA_DIR: client.dataDirectory })).rejects.toThrow(/已在运行/)
})
