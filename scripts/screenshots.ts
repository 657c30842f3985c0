/**
 * `npm run screenshots`: plays rehearsal calls in the real client and keeps pictures of its states in docs/screenshots, for the
 * manual and for the eye of whoever changed the page. `-- desk`, `-- wording` or `-- otherDesks` takes a part of them.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { programRoot } from '../src-main/hosts/paths.ts'
import { openBrowser } from '../tests/support/browser.ts'
import { startClient } from '../tests/support/started-client.ts'

const directory = join(programRoot, 'docs', 'screenshots')
const laptop = { width: 1366, height: 768 }
const large = { width: 2560, height: 1440 }
const number = /^\d{8}-\d{6}$/

/** A focus ring that fades in or a row that settles would differ from run to run. */
async function shoot(page: Page, name: string, settleMs = 400): Promise<void> {
  await page.waitForTimeout(settleMs)
  await page.screenshot({ path: join(directory, `${name}.png`) })
  console.log(name)
}

async function begin(page: Page, title: string): Promise<void> {
  await page.getByRole('listitem').filter({ hasText: title }).getByRole('button', { name: '开始' }).click()
}

async function submit(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter')
  const anyway = page.getByRole('button', { name: '照样提交' })
  await anyway.or(page.getByText(number)).first().waitFor()
  if (await anyway.isVisible()) {
    await shoot(page, 'missing-elements')
    await anyway.click()
  }
  await page.getByText(number).first().waitFor()
}

async function desk(browser: Browser, address: string): Promise<void> {
  const context = await browser.newContext({ viewport: laptop, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  await page.goto(address)
  await page.getByRole('button', { name: '开始' }).first().waitFor()
  await page.getByText('已同步').first().waitFor()
  await shoot(page, 'first-run')
  await settings(page)

  await begin(page, '夜间施工')
  await shoot(page, 'ringing')
  await page.keyboard.press('Enter')
  await page.locator('.turn-partial').first().waitFor()
  await shoot(page, 'words-appear')
  await page.waitForTimeout(52_000)
  await shoot(page, 'seat-desk-live')
  await page.setViewportSize(large)
  await shoot(page, 'seat-desk-live-large')
  await page.setViewportSize(laptop)

  const second = await context.newPage()
  await second.goto(new URL('/#/transcript', page.url()).href)
  await second.setViewportSize({ width: 1280, height: 800 })
  await second.getByRole('log').waitFor()
  await shoot(second, 'transcript-window')
  await second.close()

  await page.keyboard.press('F1')
  await shoot(page, 'keys')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await shoot(page, 'commands')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F9')
  await page.getByText('通话已结束').first().waitFor()
  await submit(page)
  await shoot(page, 'ticket-number')
  await page.keyboard.press('F8')
  await shoot(page, 'calls')
  await page.keyboard.press('Escape')
  await context.close()
}

async function settings(page: Page): Promise<void> {
  await page.keyboard.press('Control+,')
  for (const [tab, name] of [
    ['识别模型', 'settings-models'],
    ['声音设备', 'settings-devices'],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click()
    await shoot(page, name)
  }
  await page.keyboard.press('Escape')
}

/** The same desk in the dark, with a call whose wording is flagged. */
async function wording(browser: Browser, address: string): Promise<void> {
  const context = await browser.newContext({
    viewport: laptop,
    colorScheme: 'dark',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  await page.goto(address)
  await page.getByRole('button', { name: '开始' }).first().waitFor()
  await begin(page, '烧烤店油烟')
  await page.keyboard.press('Enter')
  await page.locator('.turn-partial').first().waitFor()
  await page.waitForTimeout(58_000)
  await shoot(page, 'wording-dark')
  await context.close()
}

const deskNamed = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '工作台' }).getByRole('button', { name, exact: true })

/** The desks of the trainer, the reviewer and the lead, with a call under way and then over. */
async function otherDesks(browser: Browser, address: string): Promise<void> {
  const context = await browser.newContext({ viewport: laptop, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  await page.goto(address)
  await page.getByText('已同步').first().waitFor()
  await begin(page, '烧烤店油烟')
  await page.keyboard.press('Enter')
  await page.locator('.nudge').waitFor({ timeout: 60_000 })
  // It leaves as soon as the citizen speaks.
  await shoot(page, 'nudge', 0)
  await page.waitForTimeout(20_000)
  await deskNamed(page, '看板').click()
  await page.locator('.board-seats').waitFor()
  await shoot(page, 'board')
  await deskNamed(page, '坐席').click()
  await page.keyboard.press('F9')
  await page.getByText('通话已结束').first().waitFor()
  await page.keyboard.press('Alt+s')
  await page.getByRole('dialog').waitFor()
  await shoot(page, 'own-score')
  await page.keyboard.press('Escape')
  await knowledge(page)
  await quality(page)
  await rules(page)
  await rehearsal(page)
  await context.close()
}

async function knowledge(page: Page): Promise<void> {
  await deskNamed(page, '知识').click()
  await page.locator('.entry-row').first().waitFor()
  await page.locator('.entry-row').nth(2).click()
  await shoot(page, 'knowledge')
  for (const [key, name] of [
    ['Alt+2', 'knowledge-map'],
    ['Alt+3', 'knowledge-coverage'],
    ['Alt+4', 'knowledge-trial'],
    ['Alt+5', 'knowledge-exchange'],
  ] as const) {
    await page.keyboard.press(key)
    await shoot(page, name)
  }
}

async function quality(page: Page): Promise<void> {
  await deskNamed(page, '质检').click()
  await page.locator('.quality-items .pick').first().click()
  await page.locator('.quality-flag', { hasText: '反问' }).first().click()
  // The waveform of a call is worked out when it is first opened.
  await shoot(page, 'quality', 4_000)
  for (const [key, name] of [
    ['Alt+2', 'quality-rules'],
    ['Alt+3', 'quality-report'],
  ] as const) {
    await page.keyboard.press(key)
    await shoot(page, name)
  }
}

async function rules(page: Page): Promise<void> {
  await deskNamed(page, '规范').click()
  await page.getByText('反问').first().click()
  await shoot(page, 'rules')
}

async function rehearsal(page: Page): Promise<void> {
  await deskNamed(page, '演练').click()
  await shoot(page, 'rehearsal')
}

mkdirSync(directory, { recursive: true })
const browser = await openBrowser()
const wanted = process.argv.slice(2)
for (const take of [desk, wording, otherDesks].filter(
  ({ name }) => wanted.length === 0 || wanted.includes(name),
)) {
  const client = await startClient()
  try {
    await take(browser, client.address)
  } finally {
    await client.stop()
  }
}
await browser.close()
