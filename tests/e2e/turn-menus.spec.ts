import { expect, type Page } from '@playwright/test'
import type { FakeWindow } from '../support/fake-desk-page.ts'
import { test } from '../support/page-test.ts'

/** The transcript's own menus, in the real page in front of a core that says what the test wants. */
test.describe('at the words of a turn', () => {
  let page: Page

  test.beforeEach(async ({ page: opened, fakeDesk }) => {
    page = opened
    await page.goto(fakeDesk.address)
    await page.evaluate(async () => {
      const { fake, desk } = globalThis as unknown as FakeWindow
      desk.calls.ring({ source: { kind: 'recording', recordingId: 'r0', pace: 'realtime' } })
      await desk.calls.answer()
      for (let step = 0; step < 6; step++) fake.step()
      fake.retell(3, {
        text: '在体育西路，叫幸福西并',
        corrections: [
          {
            start: 7,
            end: 11,
            heard: '幸福西并',
            candidates: [
              { name: '幸福西饼', kind: 'subject', score: 0.95 },
              { name: '幸福西点', kind: 'subject', score: 0.9 },
            ],
            chosen: null,
          },
        ],
      })
      fake.retell(5, { heard: '冲了三千', secondPass: { text: '充了三千', inUse: true }, text: '充了三千' })
    })
  })

  const asked = (name: string) =>
    page.evaluate(
      (wanted) => (globalThis as unknown as FakeWindow).fake.asked.filter((call) => call.name === wanted),
      name,
    )
  const turn = (index: number) => page.locator(`[data-turn="${String(index)}"]`)
  const words = () => page.getByRole('button', { name: '幸福西并', exact: true })

  test('a name is chosen with the keyboard, and the words as heard come back', async () => {
    await words().focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menuitemradio', { name: /幸福西并/ })).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(turn(3)).toContainText('叫幸福西饼')
    await expect(page.getByRole('menu')).toHaveCount(0)
    await expect(page.getByRole('button', { name: '幸福西饼', exact: true })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menuitemradio', { name: /幸福西饼/ })).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await expect(turn(3)).toContainText('叫幸福西并')
    expect(await asked('turns.choose')).toMatchObject([
      { input: { turn: 3, choice: { kind: 'correction', at: 7, name: '幸福西饼' } } },
      { input: { turn: 3, choice: { kind: 'correction', at: 7, name: null } } },
    ])
  })

  test('one press takes the proposal', async () => {
    await page.getByRole('button', { name: '换成“幸福西饼”' }).click()
    await expect(turn(3)).toContainText('叫幸福西饼')
  })

  test('Esc closes the menu and nothing behind it', async () => {
    await page.evaluate(() => (globalThis as unknown as FakeWindow).desk.notify('一条通知'))
    await words().click()
    await expect(page.getByRole('menu')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toHaveCount(0)
    await expect(words()).toBeFocused()
    await expect(page.getByText('一条通知')).toBeVisible()
    expect(await asked('turns.choose')).toEqual([])
  })

  test('a turn is reached with ↑ and ↓; Enter opens its menu, Space plays it', async () => {
    await page.getByRole('log', { name: '通话文字' }).focus()
    await page.keyboard.press('ArrowDown')
    while ((await turn(5).and(page.locator(':focus')).count()) === 0) {
      await page.keyboard.press('ArrowUp')
    }
    await page.keyboard.press('Space')
    await expect.poll(() => asked('calls.audio')).toHaveLength(1)
    await page.keyboard.press('Enter')
    await page.getByRole('menuitemradio', { name: /原识别/ }).click()
    await expect(turn(5)).toContainText('冲了三千')
    expect(await asked('turns.choose')).toMatchObject([
      { input: { turn: 5, choice: { kind: 'second-pass', inUse: false } } },
    ])
  })
})
