import { expect, type Page } from '@playwright/test'
import type { FakeWindow } from '../support/fake-desk-page.ts'
import { test } from '../support/page-test.ts'

const form = (page: Page) => page.getByRole('form', { name: '工单' })
const field = (page: Page, label: string) => form(page).getByLabel(label, { exact: true })
const source = (page: Page) => page.getByLabel('出处', { exact: true })

/** The form that fills itself, in the real page in front of a core that says what the test wants; keys alone but for the hover. */
test.describe('the ticket form', () => {
  let page: Page

  test.beforeEach(async ({ page: opened, fakeDesk }) => {
    page = opened
    await page.goto(fakeDesk.address)
    await page.evaluate(async () => {
      const { fake, desk } = globalThis as unknown as FakeWindow
      desk.calls.ring({ source: { kind: 'recording', recordingId: 'r0', pace: 'realtime' } })
      await desk.calls.answer()
      for (let step = 0; step < 8; step++) fake.step()
    })
  })

  const asked = (name: string) =>
    page.evaluate(
      (wanted) =>
        (globalThis as unknown as FakeWindow).fake.asked
          .filter((call) => call.name === wanted)
          .map(({ input }) => input as { field?: string; value?: unknown; reason?: string }),
      name,
    )

  test('hear, see where it came from, take another reading, accept, link, submit', async () => {
    await expect(field(page, '联系电话')).toHaveValue('137 6031 9925')
    await expect(form(page)).toContainText('可以问：“我跟您核对一下，137 6031 9925，对吗？”')

    // Where it came from, under the pointer and in the field with the focus.
    await field(page, '涉及金额').hover()
    await expect(source(page)).toContainText('市民 00:45 “两千六”')
    await page.mouse.move(5, 300)
    await field(page, '被反映对象').focus()
    await expect(source(page)).toContainText('市民 00:23 “幸福西饼”“体育西路那家”')
    await page.keyboard.press('F3')
    await expect.poll(() => asked('calls.audio')).toHaveLength(1)

    // Another reading by arrow and Enter.
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(field(page, '被反映对象')).toHaveValue('幸福西饼（天河城店）')
    await field(page, '区县').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await expect(field(page, '街道')).toHaveValue('石牌街道')
    await expect(field(page, '区县')).toBeFocused()

    await page.keyboard.press('F2')
    await expect(form(page).locator('[data-field="demand"]')).toHaveAttribute('data-trust', 'confirmed')
    await expect(form(page).locator('[data-field="contactPhone"]')).toHaveAttribute('data-trust', 'doubtful')

    await expect(page.getByText('反映过同一事项；附近 2 小时内有 1 件相似')).toBeVisible()
    await page.keyboard.press('Alt+l')
    await expect(page.getByText('已关联 2 件')).toBeVisible()
    await expect
      .poll(() => asked('tickets.setField'))
      .toContainEqual(expect.objectContaining({ field: 'linked', value: ['20261118-000012', 't-near'] }))

    await page.keyboard.press('Control+Enter')
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('付款凭证')
    await dialog.getByRole('button', { name: '照样提交' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByText('已提交，等待发送').first()).toBeVisible()
    await expect(field(page, '联系电话')).toBeDisabled()
  })

  test('the urgency is raised at once and lowered with a reason', async () => {
    await page.getByRole('radio', { name: /一般/ }).focus()
    await page.keyboard.press('ArrowLeft')
    await expect(page.getByRole('radio', { name: /及时/ })).toBeChecked()
    await expect.poll(() => asked('tickets.setField')).toHaveLength(1)

    await page.keyboard.press('ArrowRight')
    const reason = page.getByLabel('降为“一般”的理由')
    await expect(reason).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('radio', { name: /及时/ })).toBeChecked()
    await expect(page.getByRole('radio', { name: /及时/ })).toBeFocused()

    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect(reason).toBeVisible()
    await page.keyboard.insertText('来电人说已经修好')
    await page.keyboard.press('Enter')
    await expect(reason).toBeHidden()
    expect((await asked('tickets.setField')).at(-1)).toMatchObject({
      field: 'urgency',
      value: '一般',
      reason: '来电人说已经修好',
    })
  })

  test('risk tags, promises and links are written with the keyboard', async () => {
    await field(page, '风险标签').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await expect(page.getByLabel('答应了什么').first()).toBeFocused()
    await page.keyboard.insertText('回电告知结果')
    await page.keyboard.press('Tab')
    await page.keyboard.insertText('明天中午')
    await field(page, '关联工单').focus()
    await page.keyboard.insertText('20261101-000007')
    await page.keyboard.press('Enter')
    await field(page, '诉求目的').focus()
    await expect
      .poll(
        async () =>
          Object.fromEntries(
            (await asked('tickets.setField')).map(({ field: name, value }) => [name, value]),
          ) as unknown,
      )
      .toEqual({
        riskTags: ['群体'],
        promises: [{ what: '回电告知结果', by: '明天中午' }],
        linked: ['20261101-000007'],
      })
  })

  test('a hint stands where the filed type does not fit what is heard, and is taken with one press', async () => {
    await page.evaluate(() => {
      const { fake, desk } = globalThis as unknown as FakeWindow
      const { draft } = desk.stores.ticket.getState().ticket!
      const { value, confidence, evidence, ...entry } = draft.requestType!
      const heardInstead = { value, confidence, evidence, at: entry.changedAt }
      fake.patchTicket({
        draft: {
          ...draft,
          requestType: {
            ...entry,
            value: '咨询',
            source: 'typed',
            confidence: 1,
            evidence: [],
            confirmed: true,
            heardInstead,
          },
        },
      })
    })
    await expect(form(page)).toContainText('像是“投诉”，请核对类型')
    await page.getByRole('button', { name: '改为投诉' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('radio', { name: '投诉' })).toBeChecked()
    await expect(page.getByRole('button', { name: '改为投诉' })).toBeHidden()
  })
})
