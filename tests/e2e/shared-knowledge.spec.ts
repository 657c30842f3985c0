import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { openBrowser } from '../support/browser.ts'
import { startCentre, type StartedCentre } from '../support/started-centre.ts'
import { waitUntil } from '../support/wait-until.ts'
import { startClient, type StartedClient } from '../support/started-client.ts'

const soon = { timeout: 30_000 }
const secondToken = 'token-of-the-second-trainer'

/** Two real clients at one real centre: what one trainer writes and another approves, a seat in a call is offered. */
test.describe('two clients at one centre', () => {
  let centre: StartedCentre
  let clients: readonly StartedClient[] = []
  let browser: Browser
  /** One a client: its address opens once. */
  let pages: readonly Page[] = []

  test.beforeAll(async () => {
    centre = await startCentre()
    const digest = createHash('sha256').update(secondToken).digest('hex')
    const { environment } = centre
    const first = await startClient(environment)
    // The tables are there once somebody has asked the centre for something.
    await waitUntil('the centre has its tables', async () => {
      const rows = await centre.query("select 1 from information_schema.tables where table_name = 'seats'")
      return rows.length > 0
    })
    await centre.query(
      `insert into seats (staff_number, staff_name, roles, token_sha256, created_at)
       values ('8042', '陈静', '{trainer}', '${digest}', now())`,
    )
    clients = [first, await startClient({ ...environment, SEAT_CENTRAL_TOKEN: secondToken })]
    browser = await openBrowser()
    pages = await Promise.all(clients.map(enter))
  })
  test.afterAll(async () => {
    await browser.close()
    for (const client of clients) await client.stop()
    await centre.stop()
  })

  async function enter(client: StartedClient): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.goto(client.address)
    return page
  }
  const editor = (page: Page) => page.getByRole('region', { name: '编辑' })

  test('a published entry is in the next suggestion of a call that runs', async () => {
    const [writing, reviewing] = [pages[0]!, pages[1]!]
    await expect(writing.getByRole('button', { name: '知识' })).toBeVisible(soon)
    await writing.keyboard.press('Alt+w')
    await expect(writing.getByText('中心已连')).toBeVisible(soon)
    await writing.keyboard.press('Alt+n')
    await editor(writing).getByLabel('标题').fill('工地夜间施工太吵怎么办')
    await editor(writing).getByLabel('答复', { exact: true }).fill('我登记后派城管部门夜间现场核查。')
    await editor(writing)
      .getByLabel(/相似问/)
      .fill('我要投诉工地每天晚上十点以后施工扰民\n混凝土车一直响到天亮晚上睡不着觉\n工地半夜还在施工')
    await writing.keyboard.press('Control+Enter')
    await expect(editor(writing).getByText('审核中')).toBeVisible(soon)

    await writing.keyboard.press('Alt+w')
    while (!(await writing.getByRole('button', { name: '开始' }).first().isVisible())) {
      await writing.keyboard.press('Alt+w')
    }
    const call = writing.getByRole('listitem').filter({ hasText: '夜间施工' })
    await call.getByRole('button', { name: '开始' }).click()
    await writing.keyboard.press('Enter')

    await expect(reviewing.getByText('中心已连')).toBeVisible(soon)
    await reviewing.getByRole('button', { name: /待我审核/ }).click()
    await reviewing.getByRole('option', { name: /工地夜间施工太吵/ }).click(soon)
    await expect(reviewing.getByRole('button', { name: '坐席', exact: true })).toHaveCount(0)
    await reviewing.keyboard.press('Alt+a')
    await expect(editor(reviewing).getByText('已发布')).toBeVisible(soon)

    const card = writing.locator('.answer', { hasText: '工地夜间施工太吵怎么办' })
    await expect(card).toBeVisible({ timeout: 60_000 })
    await card.getByRole('button', { name: /念出/ }).click()
    await expect(card.getByText('已念出')).toBeVisible(soon)
    await card.getByRole('button', { name: /有误/ }).click()
    await expect(editor(reviewing).getByText(/反馈：内容有误/)).toBeVisible(soon)
  })

  test('an entry that only the pack has is retired in one press, and comes back', async () => {
    const page = pages[1]!
    await expect(page.getByText('中心已连')).toBeVisible(soon)
    await page.getByRole('button', { name: '全部', exact: true }).click()
    await page
      .getByRole('option', { name: /来自知识包/ })
      .first()
      .click(soon)
    await editor(page).getByRole('button', { name: '停用' }).click()
    await page.keyboard.type('政策取消')
    await page.keyboard.press('Enter')
    await expect(editor(page).getByText('已停用')).toBeVisible(soon)
    await editor(page).getByRole('button', { name: '恢复为草稿' }).click()
    await expect(editor(page).getByText('草稿', { exact: true })).toBeVisible(soon)
  })

  test('what was exported as Markdown is imported again, and nothing in it has changed', async () => {
    const page = pages[1]!
    await expect(page.getByText('中心已连')).toBeVisible(soon)
    await page.keyboard.press('Alt+5')
    await page.getByRole('radio', { name: 'Markdown' }).check()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出', exact: true }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.zip$/)
    const buffer = await readFile(await download.path())
    const file = { name: download.suggestedFilename(), mimeType: 'application/zip', buffer }
    await page.getByLabel('选择文件', { exact: true }).setInputFiles(file)
    await expect(page.getByRole('button', { name: '有问题 0' })).toBeVisible(soon)
    await expect(page.getByRole('button', { name: '新增 0' })).toBeVisible()
    await expect(page.getByRole('button', { name: '有变化 0' })).toBeVisible()
    await expect(page.getByRole('button', { name: /没有变化 [1-9]/ })).toBeVisible()
  })
})
