import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { unwrap } from '../../src-shared/base/result.ts'
import { readRecording } from '../../src-main/core/calls/recording/read-recording.ts'
import { programRoot } from '../../src-main/hosts/paths.ts'
import { openBrowser } from '../support/browser.ts'
import { findings, test } from '../support/page-test.ts'
import { stereoWav } from '../support/wav.ts'

/** A busy machine takes its time. */
const soon = { timeout: 40_000 }

const desk = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '工作台' }).getByRole('button', { name, exact: true })
const bar = (page: Page) => page.getByRole('region', { name: '演练', exact: true })
const transcript = (page: Page) => page.getByRole('log', { name: '通话文字' })

/** Runs in the page before its own scripts: counts the sounds that are played. */
const countSounds = `
  window.sounds = 0
  const { start } = AudioBufferSourceNode.prototype
  AudioBufferSourceNode.prototype.start = function (...given) {
    window.sounds += 1
    return start.apply(this, given)
  }
`

async function open(page: Page, address: string): Promise<void> {
  page.setDefaultTimeout(30_000)
  await page.goto(address)
  await page.getByText('已同步').first().waitFor(soon)
  await desk(page, '演练').click()
}

/** Writes a sentence once it is the seat's turn. */
async function say(page: Page, text: string): Promise<void> {
  await expect(bar(page)).toContainText('等您回应', soon)
  await bar(page).getByLabel('您说的话').fill(text)
  await page.keyboard.press('Enter')
  // Marks part the words where a flag ends.
  await expect(transcript(page)).toContainText(text.slice(0, 4), soon)
}

test('a script is played on the real desk, and nothing of it leaves this machine', async ({
  page,
  client,
  pageErrors,
}) => {
  test.setTimeout(300_000)
  await open(page, client.address)
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: /小区门口路灯不亮/ }).click()
  await page.getByRole('button', { name: '练这一通' }).click()
  await expect(bar(page)).toContainText('不进中心')
  await page.keyboard.press('Enter')

  await say(page, '您好，这里是广州12345政务服务便民热线，请问有什么可以帮您？')
  await expect(transcript(page)).toContainText('路灯不亮', soon)
  await say(page, '请问您贵姓，联系电话是多少？')
  await expect(page.getByLabel('联系电话')).toHaveValue('138 2201 4567', soon)
  await expect(page.getByText('路灯不亮怎么报修')).toBeVisible()
  expect(await findings(page)).toEqual([])

  // Held: the citizen waits, and so does the clock.
  await bar(page).getByRole('button', { name: '暂停' }).click()
  await expect(bar(page)).toContainText('时间不走')
  const clock = await page.getByLabel('通话时长').textContent()
  await page.waitForTimeout(3000)
  expect(await page.getByLabel('通话时长').textContent()).toBe(clock)
  await bar(page).getByRole('button', { name: '继续' }).click()
  await bar(page).getByRole('button', { name: '让市民接着说' }).click()
  await expect(transcript(page)).toContainText('晚上黑漆漆', soon)

  // A page that is loaded anew finds the rehearsal again.
  await page.reload()
  await expect(bar(page)).toContainText('小区门口路灯不亮', soon)
  await say(page, '您烦不烦？早干什么去了？')
  await expect(bar(page)).toContainText('等您回应', soon)
  await page.keyboard.press('F9')
  await expect(bar(page)).toContainText('演练已结束', soon)
  await page.keyboard.press('F2')
  await page.keyboard.press('Control+Enter')
  const anyway = page.getByRole('button', { name: '照样提交' })
  await anyway.or(page.getByText('演练-0001')).first().waitFor()
  if (await anyway.isVisible()) await anyway.click()
  await expect(page.getByText('演练-0001').first()).toBeVisible()

  await bar(page).getByRole('button', { name: '看报告' }).click()
  const report = page.getByRole('region', { name: '暗访报告' })
  await expect(report.getByRole('listitem')).toHaveCount(17)
  await expect(report).toContainText('响铃没多久就接了')
  await expect(report).toContainText('有的话听着像在责怪我')
  await expect(report).toContainText('烦不烦')
  await expect(page.getByRole('region', { name: '工单对照' })).toContainText('海珠区 昌岗中路 166号')
  const total = await page.getByText(/已评部分/).textContent()
  await report
    .getByRole('radiogroup', { name: /表达清楚/ })
    .getByText('做到', { exact: true })
    .click()
  await expect(page.getByText(/已评部分/)).not.toHaveText(total ?? '')
  expect(await findings(page)).toEqual([])

  // Kept on this machine, apart from all real calls; and it can be done again.
  await page.getByRole('button', { name: '再练一次' }).click()
  await expect(bar(page)).toContainText('请在 15 秒内接听')
  await page.keyboard.press('Enter')
  await expect(bar(page)).toContainText('等您回应', soon)
  await page.keyboard.press('F9')
  await expect(bar(page)).toContainText('演练已结束', soon)
  // The call is told of apart from the rehearsal: before it is over, the key would only end it again.
  await expect(page.getByText('通话已结束')).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByRole('region', { name: '我的演练' }).getByRole('listitem')).toHaveCount(2)
  await desk(page, '坐席').click()
  await expect(page.getByText('待送 0')).toBeVisible()
  await page.keyboard.press('F8')
  await expect(page.getByRole('dialog')).toContainText('还没有')
  expect(pageErrors).toEqual([])
})

test('a recorded citizen is heard and recognised, and answered by speaking', async ({ client }) => {
  test.setTimeout(300_000)
  const call = join(programRoot, 'models', 'rehearsal', 'calls', '2-gas-smell.wav')
  const { channels } = unwrap(await readRecording([call]))
  const microphone = join(mkdtempSync(join(tmpdir(), 'seat-rehearsal-')), 'seat.wav')
  // The greeting alone, then silence: the citizen has the floor.
  const greeting = channels.seat!.map((sample, at) => (at < 8 * 16_000 ? sample : 0))
  writeFileSync(microphone, stereoWav(greeting, greeting, 16_000))
  const browser = await openBrowser(microphone)
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.addInitScript(countSounds)
    await open(page, client.address)
    await page.getByRole('button', { name: /燃气异味紧急求助/ }).click()
    await page.getByText('对着话筒说').click()
    await page.getByRole('button', { name: '练这一通' }).click()
    await page.keyboard.press('Enter')
    await expect(transcript(page)).toContainText('请问有什么可以帮您', { timeout: 60_000 })
    await expect(bar(page)).toContainText('市民在说', soon)
    await expect(transcript(page)).toContainText('燃气有异味', { timeout: 60_000 })
    await expect.poll(() => page.evaluate<number>('window.sounds')).toBeGreaterThan(0)
    await expect(page.getByText('突发').first()).toBeVisible()
    // Nobody answers: the next line waits.
    await expect(bar(page)).toContainText('等您回应', soon)
    await bar(page).getByRole('button', { name: '结束演练' }).click()
    await expect(bar(page)).toContainText('演练已结束', soon)
  } finally {
    await browser.close()
  }
})

test('the test bench ranks for a recording', async ({ page, client }) => {
  test.setTimeout(200_000)
  await open(page, client.address)
  await desk(page, '知识').click()
  await page.getByRole('button', { name: '试问' }).click()
  await page.getByLabel('或播放录音').selectOption({ label: '居住证和社保卡咨询' })
  await page.getByRole('button', { name: '播放', exact: true }).click()
  await expect(page.getByLabel('市民的话')).toHaveValue(/居住证/, { timeout: 60_000 })
  await expect(page.locator('.trial-hit').filter({ hasText: '居住证' }).first()).toBeVisible(soon)
  await expect(page.getByRole('button', { name: '播放', exact: true })).toBeEnabled({ timeout: 60_000 })
  await desk(page, '坐席').click()
  await page.keyboard.press('F8')
  await expect(page.getByRole('dialog')).toContainText('还没有')
})
