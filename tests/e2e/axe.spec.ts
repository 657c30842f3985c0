import { expect, type Page } from '@playwright/test'
import { findings, test } from '../support/page-test.ts'

const palettes = ['light', 'dark', 'contrast'] as const

/** Sets what the page shows; the page's own types are not this file's. */
const show = (page: Page, state: Readonly<Record<string, unknown>>): Promise<void> =>
  page.evaluate(`window.desk.stores.ui.setState(${JSON.stringify(state)})`)

/** Somebody who has every desk. */
const everyRole = `window.fake.call('session.get', {}).then((session) =>
  window.fake.emit('session.ready', { ...session, roles: ['operator', 'trainer', 'reviewer', 'lead'] }))`

const press = (page: Page, name: string) => page.getByRole('button', { name }).first().click()

/** Every place that a person gets to, in the order in which it is walked; each begins where the one before ended. */
const places: readonly (readonly [name: string, go: (page: Page) => Promise<unknown>])[] = [
  ['坐席：没有通话', (page) => page.getByRole('button', { name: '开始' }).first().waitFor()],
  [
    '坐席：来电',
    (page) =>
      page.evaluate(
        "window.desk.calls.ring({ source: { kind: 'recording', recordingId: 'r0', pace: 'realtime' } })",
      ),
  ],
  [
    '坐席：通话中',
    (page) =>
      page.evaluate(
        'window.desk.calls.answer().then(() => { for (let step = 0; step < 12; step++) window.fake.step(); window.fake.partial() })',
      ),
  ],
  [
    '坐席：答复全文',
    async (page) => {
      await page.keyboard.press('Alt+o')
      await page.getByRole('dialog').waitFor()
    },
  ],
  [
    '坐席：通话结束',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.keyboard.press('F9')
      await page.getByText('通话已结束').waitFor()
    },
  ],
  ...(['palette', 'keys', 'calls', 'ownReviews', 'ownScore'] as const).map(
    (overlay) =>
      [
        `对话框：${overlay}`,
        async (page: Page) => {
          await show(page, { overlay })
          await page.getByRole('dialog').waitFor()
        },
      ] as const,
  ),
  ...(['models', 'devices', 'preferences'] as const).map(
    (settingsTab) =>
      [
        `设置：${settingsTab}`,
        async (page: Page) => {
          await show(page, { overlay: 'settings', settingsTab })
          await page.getByRole('dialog', { name: '设置' }).waitFor()
        },
      ] as const,
  ),
  ['知识', (page) => show(page, { overlay: null, desk: 'knowledge' })],
  ['知识：条目', (page) => page.locator('.entry-row, [data-entry]').first().click()],
  ...['2', '3', '4', '5'].map(
    (key) => [`知识：第 ${key} 页`, (page: Page) => page.keyboard.press(`Alt+${key}`)] as const,
  ),
  ['规范：规则', (page) => show(page, { desk: 'rules' })],
  [
    '规范：改规则并试',
    async (page) => {
      await page.locator('[data-rule]').first().click()
      for (const summary of await page.locator('[data-column="rule-form"] summary').all()) {
        await summary.click()
      }
      await page.getByLabel('对话，每句一行').fill('坐席：你快说')
      await press(page, '试一下')
      await page.getByText('改前 0 处').waitFor()
      await page.getByText('选通话', { exact: true }).click()
    },
  ],
  [
    '规范：评分表',
    async (page) => {
      await press(page, '评分表')
      await page.locator('.scorecard-rules summary').first().click()
    },
  ],
  ['质检：待质检', (page) => show(page, { desk: 'quality' })],
  [
    '质检：一通电话',
    async (page) => {
      await page.locator('.quality-items .pick').first().click()
      await page.locator('.quality-flag').first().click()
    },
  ],
  ['质检：申诉', (page) => page.getByText('申诉', { exact: true }).first().click()],
  ['质检：校准', (page) => page.getByText('校准', { exact: true }).first().click()],
  ['质检：规则', (page) => press(page, '规则')],
  ['质检：报表', (page) => press(page, '报表')],
  ['看板', (page) => show(page, { desk: 'board' })],
  ['演练', (page) => show(page, { desk: 'rehearsal' })],
]

test.describe('every desk and dialog', () => {
  for (const theme of palettes) {
    test(`shuts nobody out (${theme})`, async ({ page, fakeDesk }) => {
      test.setTimeout(240_000)
      page.setDefaultTimeout(15_000)
      await page.goto(fakeDesk.address)
      await page.evaluate(everyRole)
      await show(page, { theme })
      const found: Record<string, readonly string[]> = {}
      for (const [name, go] of places) {
        await test.step(name, () => go(page))
        await page.waitForTimeout(200)
        const here = await findings(page)
        if (here.length > 0) found[name] = here
      }
      expect(found).toEqual({})
    })
  }
})
