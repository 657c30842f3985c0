import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { test } from '../support/page-test.ts'

/** A busy machine takes its time. */
const soon = { timeout: 30_000 }

const desk = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '工作台' }).getByRole('button', { name, exact: true })

/** Runs in the page before everything else: notes from where in a call's recording media elements play. */
const notePlays = `
  window.plays = []
  const { play } = HTMLMediaElement.prototype
  HTMLMediaElement.prototype.play = function () {
    window.plays.push({ atMs: this.currentTime * 1000, rate: this.playbackRate })
    return play.apply(this)
  }
`
interface Play {
  readonly atMs: number
  readonly rate: number
}

const plays = (page: Page): Promise<readonly Play[]> => page.evaluate<Play[]>('window.plays')

/** The rehearsal call with questions that reproach; until the nudge was there and the call is over. */
async function takeCall(page: Page): Promise<string> {
  const start = page.getByRole('listitem').filter({ hasText: '烧烤店油烟' })
  await start.getByRole('button', { name: '开始' }).click()
  await page.keyboard.press('Enter')
  const nudge = page.locator('.nudge', { hasText: '反问语气' })
  await expect(nudge).toBeVisible({ timeout: 60_000 })
  await expect(page.locator('.nudge')).toHaveCount(1)
  // It never speaks up while the citizen does.
  const citizenSpoke = await page.locator('.turn[data-speaker="citizen"] .turn-partial').count()
  const shown = await nudge.count()
  expect(shown === 1 && citizenSpoke === 1).toBe(false)
  const flagged = page.locator('.turn', { has: page.locator('.flag-name', { hasText: '反问语气' }) }).first()
  const clock = await flagged.locator('.turn-time').textContent()
  await page.keyboard.press('Escape')
  await expect(nudge).toHaveCount(0)
  await page.keyboard.press('F9')
  await expect(page.getByText('通话已结束')).toBeVisible(soon)
  return clock ?? ''
}

test('a nudge, its second, the verdict, the appeal, the precision, the report', async ({
  browser,
  page,
  client,
  pageErrors,
}) => {
  test.setTimeout(300_000)
  page.setDefaultTimeout(30_000)
  await page.addInitScript(notePlays)
  await page.goto(client.address)
  await page.getByRole('button', { name: '开始' }).first().waitFor()
  await page.getByText('已同步').first().waitFor(soon)
  const clock = await takeCall(page)

  // The gentle score after the call.
  await expect(page.getByText(/本通 17 项中已评/)).toBeVisible(soon)
  await page.keyboard.press('Alt+s')
  await expect(page.getByRole('dialog')).toContainText('不质问')
  await page.keyboard.press('Escape')

  // The reviewer hears the second and confirms.
  await desk(page, '质检').click()
  await page.locator('.quality-items .pick').first().click()
  const flag = page.locator('.quality-flag', { hasText: '反问' }).first()
  await flag.click()
  await expect(page.locator('.quality-turn', { has: flag })).toContainText(clock)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await plays(page)).length, soon).toBe(1)
  const [seconds = 0, minutes = 0] = clock.split(':').map(Number).reverse()
  const played = (await plays(page))[0]!
  expect(Math.abs(played.atMs - (minutes * 60 + seconds) * 1000)).toBeLessThan(1500)
  await page.keyboard.press('k')
  await page.keyboard.press('y')
  await page.keyboard.insertText('市民已说明，仍然质问')
  // Half-written, it outlives a look at another desk.
  await desk(page, '看板').click()
  await page.locator('.board-seats').waitFor()
  await desk(page, '质检').click()
  const reason = page.getByLabel('理由', { exact: true })
  await expect(reason).toHaveValue('市民已说明，仍然质问', soon)
  await reason.focus()
  await page.keyboard.press('Enter')
  await expect(
    page.locator('.quality-record').or(page.locator('.quality-flag[data-standing="confirmed"]')).first(),
  ).toBeVisible(soon)
  // Words are marked without a pointer: those of the turn that was pointed at, cut down.
  await page.keyboard.press('m')
  const quote = page.getByLabel('标记的话')
  await expect(quote).not.toHaveValue('')
  const said = await quote.inputValue()
  await quote.fill(`${said}没说过`)
  await expect(page.getByText('这句话里没有这几个字。')).toBeVisible()
  await quote.fill(said.slice(0, 2))
  await page.keyboard.press('Alt+3')
  await page.keyboard.press('Alt+1')
  await expect(quote).toHaveValue(said.slice(0, 2), soon)
  await page.getByRole('button', { name: '不补了' }).click()
  await page.keyboard.press('Alt+2')
  const standing = page.locator('tr[data-rule="rhetorical-question"]')
  await expect(standing).toContainText('100%')

  // The seat appeals; the appeal is accepted; the precision falls.
  await desk(page, '坐席').click()
  await page.keyboard.press('Alt+v')
  await page.getByRole('dialog').getByRole('button', { name: '申诉' }).click()
  await page.getByLabel('为什么不认可').fill('我是在核实情况')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+v')
  await expect(page.getByLabel('为什么不认可')).toHaveValue('我是在核实情况', soon)
  await page.getByLabel('为什么不认可').press('Enter')
  await expect(page.getByRole('dialog')).toContainText('申诉：我是在核实情况')
  await page.keyboard.press('Escape')
  await desk(page, '质检').click()
  await page.keyboard.press('Alt+1')
  await page.getByText('申诉', { exact: true }).first().click()
  await page.locator('.quality-items .pick').first().click()
  await page.locator('.quality-appeal').getByText('申诉成立', { exact: true }).click()
  await page.getByLabel('答复的理由').fill('听了录音，确是核实')
  await page.keyboard.press('Alt+3')
  await page.keyboard.press('Alt+1')
  await expect(page.getByLabel('答复的理由')).toHaveValue('听了录音，确是核实', soon)
  await page.getByLabel('答复的理由').press('Enter')
  await expect(page.locator('.quality-appeal .quality-standing')).toHaveText('申诉成立', soon)
  await page.keyboard.press('Alt+2')
  await expect(standing).toContainText('0%')
  await expect(standing).not.toContainText('100%（')

  // The report leads back to the second, and prints.
  await page.keyboard.press('Alt+3')
  await page.getByRole('row', { name: /反问/ }).getByRole('button').click()
  await page.locator('.report-place').first().click()
  await expect(page.locator('.quality-turns')).toBeVisible(soon)
  await page.keyboard.press('Alt+3')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.csv$/)
  const [html] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '保存网页' }).click(),
  ])
  const printed = await browser.newPage()
  await printed.setContent(readFileSync(await html.path(), 'utf8'))
  await expect(printed.getByRole('heading', { level: 1 })).toContainText('质检报表')
  await expect(printed.getByRole('table').first()).toContainText('反问')
  const pdf = await printed.pdf({ format: 'A4', printBackground: true })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  await printed.close()
  expect(pageErrors).toEqual([])
})
