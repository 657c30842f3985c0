import { expect, type Page } from '@playwright/test'
import { test } from '../support/page-test.ts'

/** A busy machine takes its time. */
const soon = { timeout: 30_000 }

const desk = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '工作台' }).getByRole('button', { name, exact: true })

const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

async function openDesk(page: Page, address: string): Promise<void> {
  page.setDefaultTimeout(30_000)
  await page.goto(address)
  await page.getByText('已同步').first().waitFor({ timeout: 60_000 })
}

async function tryOn(page: Page, dialogue: string): Promise<void> {
  const bench = column(page, '试一试')
  await bench.getByLabel('对话，每句一行').fill(dialogue)
  await bench.getByRole('button', { name: '试一下' }).click()
}

test('a rule is changed, tried, saved, silent until it is proven, and taken back', async ({
  page,
  client,
  pageErrors,
}) => {
  test.setTimeout(240_000)
  await openDesk(page, client.address)
  await desk(page, '规范').click()

  const line = page.locator('[data-rule="commanding"]')
  await expect(line).toContainText('启用')
  await line.click()
  const form = column(page, '命令语气')
  const bench = column(page, '试一试')

  // A new phrase, tried before it is saved.
  const phrases = form.locator('details', { hasText: '说法（按读音匹配）' }).first()
  await phrases.locator('summary').click()
  await phrases.getByRole('button', { name: '加一行' }).click()
  await phrases.locator('.rules-pair').last().getByPlaceholder('说法').fill('叮叮当当')
  await tryOn(page, '市民：我想问一下\n坐席：好的，叮叮当当')
  await expect(bench.getByText('标记：改前 0 处，改后 1 处')).toBeVisible(soon)
  await expect(bench.locator('mark')).toHaveText('叮叮当当')

  // An expression that would hang is refused, and named.
  const patterns = form.locator('details', { hasText: '句式（正则表达式' }).first()
  await patterns.locator('summary').click()
  await patterns.getByRole('button', { name: '加一行' }).click()
  const pattern = patterns.locator('.rules-pair').last()
  await pattern.getByPlaceholder('句式').fill('(快+)+说')
  await form.getByRole('button', { name: '保存为新版本' }).click()
  await expect(form.getByRole('alert')).toContainText('(快+)+说')
  await pattern.getByRole('button').click()

  // Saved: a new version, on trial.
  await form.getByLabel('改了什么').fill('加一句')
  await form.getByRole('button', { name: '保存为新版本' }).click()
  await expect(page.getByText('已保存为第 1 版')).toBeVisible(soon)
  await expect(line).toContainText('试运行')
  await expect(line).toContainText('本地第 1 版')

  // The pack's own, put back: no new trial.
  await form.getByRole('button', { name: '把知识包自带的版本放进表单' }).click()
  await tryOn(page, '坐席：好的，叮叮当当')
  await expect(bench.getByText('标记：改前 1 处，改后 0 处')).toBeVisible(soon)
  await form.getByRole('button', { name: '保存为新版本' }).click()
  await expect(page.getByText('已保存为第 2 版')).toBeVisible(soon)
  await expect(line).toContainText('启用')
  expect(pageErrors).toEqual([])
})

test('a rule is made by keys alone: refused while it could hang, on trial, off, on, removed, put back', async ({
  page,
  client,
  pageErrors,
}) => {
  test.setTimeout(240_000)
  await openDesk(page, client.address)
  await desk(page, '规范').click()
  await page.locator('.rules-list').waitFor()

  await page.keyboard.press('Alt+n')
  const form = column(page, '新规则')
  await expect(form).toContainText('未保存')
  await expect(form.getByLabel('规则名称')).toBeFocused()
  for (let column = 0; column < 3; column += 1) await page.keyboard.press('F6')
  await expect(form.getByLabel('规则名称')).toBeFocused()
  await page.keyboard.insertText('轻慢')
  await form.getByLabel('依据条款').fill('不轻慢市民（本地）')
  await form.getByLabel('程度').selectOption({ label: '严重' })
  await form.getByLabel('生效日期').fill('2026-01-01')
  await form.getByLabel('可以怎么说').fill('您的事我来登记。')

  // Nothing to look for, then an expression that could hang: both are refused and said.
  await page.keyboard.press('Control+s')
  await expect(form.getByRole('alert')).toContainText('还没有说法')
  const patterns = form.locator('details', { hasText: '句式（正则表达式' }).first()
  await patterns.locator('summary').click()
  await patterns.getByRole('button', { name: '加一行' }).click()
  await patterns.getByPlaceholder('句式').fill('(小+)+事')
  await page.keyboard.press('Control+s')
  await expect(form.getByRole('alert')).toContainText('(小+)+事')
  await patterns.getByPlaceholder('句式').fill('这点小事')

  // Another desk, another rule, the other page: nothing of it is lost.
  await desk(page, '质检').click()
  await page.locator('.quality-list').waitFor()
  await desk(page, '规范').click()
  await expect(form.getByLabel('规则名称')).toHaveValue('轻慢', soon)
  await page.locator('[data-rule="speed"]').click()
  await column(page, '语速').waitFor()
  await page.keyboard.press('Alt+2')
  await page.getByRole('checkbox', { name: '普通话：启用' }).waitFor()
  await page.keyboard.press('Alt+1')
  await page.getByRole('button', { name: '轻慢 未保存' }).click()
  await expect(form.getByLabel('依据条款')).toHaveValue('不轻慢市民（本地）')

  // Tried, then saved: on trial.
  await column(page, '试一试').getByLabel('对话，每句一行').fill('市民：漏水了\n坐席：这点小事也打电话')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('标记：改前 0 处，改后 1 处')).toBeVisible(soon)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已保存为第 1 版')).toBeVisible(soon)
  const line = page.locator('[data-rule^="own-"]')
  await expect(line).toContainText('试运行')
  await expect(line).toContainText('2026-01-01 起')

  // Off, and on again by the version of before.
  const saved = column(page, '轻慢')
  await saved.getByLabel('启用').uncheck()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已保存为第 2 版')).toBeVisible(soon)
  await expect(line).toContainText('停用')
  await saved.getByRole('button', { name: '把第 1 版放进表单' }).click()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已保存为第 3 版')).toBeVisible(soon)
  await expect(line).toContainText('试运行')

  // Removed, and put back.
  await saved.getByRole('button', { name: '删除这条规则' }).click()
  await expect(line).toContainText('已删除', soon)
  await saved.getByRole('button', { name: '把第 3 版放进表单' }).click()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已保存为第 5 版')).toBeVisible(soon)
  await expect(line).toContainText('试运行')
  expect(pageErrors).toEqual([])
})

test('a changed scorecard that was not saved is still there after another desk', async ({ page, client }) => {
  test.setTimeout(240_000)
  await openDesk(page, client.address)
  await desk(page, '规范').click()
  await page.keyboard.press('Alt+2')
  await page.getByRole('spinbutton', { name: '表达清楚：满分' }).fill('20')
  await page.getByLabel('改了什么').fill('加重表达')
  await desk(page, '看板').click()
  await page.locator('.board-seats').waitFor()
  await desk(page, '规范').click()
  await expect(page.getByRole('spinbutton', { name: '表达清楚：满分' })).toHaveValue('20', soon)
  await expect(page.getByLabel('改了什么')).toHaveValue('加重表达')
  await page.getByRole('button', { name: '放弃改动' }).click()
  await expect(page.getByRole('spinbutton', { name: '表达清楚：满分' })).toHaveValue('10')
})

test('a changed scorecard scores the next call, and the call before keeps its own', async ({
  page,
  client,
}) => {
  test.setTimeout(240_000)
  await openDesk(page, client.address)
  const takeCall = async (): Promise<void> => {
    await desk(page, '坐席').click()
    await page.getByRole('button', { name: '开始' }).first().click()
    await page.keyboard.press('Enter')
    await page.locator('.turn').first().waitFor({ timeout: 60_000 })
    await page.keyboard.press('F9')
    await expect(page.getByText('通话已结束')).toBeVisible(soon)
  }
  await takeCall()
  await expect(page.getByText(/本通 17 项中已评/)).toBeVisible(soon)

  await desk(page, '规范').click()
  await page.getByRole('button', { name: '评分表' }).click()
  await page.getByRole('checkbox', { name: '普通话：启用' }).uncheck()
  await page.getByRole('spinbutton', { name: '表达清楚：满分' }).fill('20')
  await page.getByRole('button', { name: '快速切题：上移' }).click()
  await page.getByRole('button', { name: '保存为新版本' }).click()
  await expect(page.getByText('已保存为第 1 版')).toBeVisible(soon)
  await desk(page, '坐席').click()
  await page.keyboard.press('F9')
  await takeCall()
  await expect(page.getByText(/本通 16 项中已评/)).toBeVisible(soon)

  await desk(page, '质检').click()
  await page.getByLabel('含未抽中的').check()
  await page.getByLabel('排序').selectOption({ label: '按时间' })
  const points = page.getByLabel('表达清楚得分').locator('option').nth(1)
  await page.locator('.quality-items .pick').first().click()
  await expect(points).toHaveText('20 / 20', soon)
  await page.locator('.quality-items .pick').nth(1).click()
  await expect(points).toHaveText('10 / 10', soon)
})
