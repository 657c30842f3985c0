import { expect, type Page } from '@playwright/test'
import type { FakeWindow } from '../support/fake-desk-page.ts'
import { test } from '../support/page-test.ts'
import { otherTrainer } from '../support/fake-knowledge.ts'
import { session } from '../support/fake-call.ts'

/** The part of the page's DataTransfer that is needed. */
interface DroppedFiles {
  readonly items: { readonly add: (file: File) => void }
}

/** The trainer's workbench and what the seat does with answers, in the real page in front of a centre in memory. */
test.describe('the knowledge desk', () => {
  let page: Page
  test.beforeEach(async ({ page: opened, fakeDesk }) => {
    page = opened
    await page.goto(fakeDesk.address)
    await signIn(['operator', 'trainer'])
  })

  const signIn = (roles: readonly string[]) =>
    page.evaluate(
      ([known, own]) =>
        (globalThis as unknown as FakeWindow).fake.emit('session.ready', { ...known, roles: own } as never),
      [session, roles] as const,
    )
  const becomeOther = () =>
    page.evaluate((actor) => {
      const { fake } = globalThis as unknown as FakeWindow
      fake.knowledge.signIn(actor)
      fake.emit('knowledge.changed', { entryIds: [] })
    }, otherTrainer)
  const editor = () => page.getByRole('region', { name: '编辑' })

  test('a trainer writes and submits, another approves: with the keyboard alone', async () => {
    await page.keyboard.press('Alt+w')
    await page.keyboard.press('Alt+n')
    await expect(editor().getByLabel('标题')).toBeFocused()
    await page.keyboard.type('共享单车押金怎么退')
    while ((await editor().getByLabel('答复', { exact: true }).and(page.locator(':focus')).count()) === 0) {
      await page.keyboard.press('Tab')
    }
    await page.keyboard.type('请在应用里申请，')
    await page.keyboard.press('Control+b')
    await page.keyboard.type('7 天内')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('原路退回。')
    await expect(editor().getByLabel('答复', { exact: true })).toHaveValue(
      '请在应用里申请，**7 天内**原路退回。',
    )
    await expect(editor().getByText(/念完约/)).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(editor().getByText('审核中')).toBeVisible()
    await expect(page.getByRole('button', { name: '通过并发布' })).toHaveCount(0)

    await becomeOther()
    await expect(page.getByRole('button', { name: /待我审核 1/ })).toBeVisible()
    await page.keyboard.press('Alt+a')
    await expect(editor().getByText('已发布')).toBeVisible()
    await expect(editor().getByText('new-1@1')).toBeVisible()
  })

  test('two trainers at one entry choose between their words, and nothing is lost', async () => {
    await page.keyboard.press('Alt+w')
    await page.getByRole('option', { name: /家里停水了/ }).click()
    await editor().getByLabel('答复', { exact: true }).fill('我的说法。')
    await page.evaluate(() =>
      (globalThis as unknown as FakeWindow).fake.knowledge.saveElsewhere('water-cut', {
        answer: '她的说法。',
        source: '新依据',
      }),
    )
    await expect(editor().getByText('这条在中心有了新内容')).toBeVisible()
    await page.keyboard.press('Control+s')
    const dialog = page.getByRole('dialog', { name: '双方都改了同一处' })
    await dialog.getByText('都要').click()
    await dialog.getByRole('button', { name: '合并并保存' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(editor().getByLabel('答复', { exact: true })).toHaveValue('我的说法。\n\n她的说法。')
    await expect(editor().getByLabel('依据')).toHaveValue('新依据')
    await editor()
      .getByRole('button', { name: /版本记录/ })
      .click()
    await expect(page.getByRole('dialog').locator('ins').first()).toBeVisible()
  })

  test('the last of 100,000 entries is one key away, and few are drawn', async () => {
    await page.keyboard.press('Alt+w')
    await page.evaluate(() => (globalThis as unknown as FakeWindow).fake.knowledge.fill(100_000))
    await page.getByRole('listbox').focus()
    await expect(page.getByText(/^100006 条/)).toBeVisible()
    await page.keyboard.press('End')
    await expect(page.getByRole('option', { name: /第 99999 条/ })).toBeVisible()
    expect(await page.getByRole('option').count()).toBeLessThan(60)
    await page.keyboard.press('Enter')
    await expect(editor().getByLabel('标题')).toHaveValue('第 99999 条口径怎么答')
  })

  test('a category is renamed in the tree, and an entry moved on the map', async () => {
    await page.keyboard.press('Alt+w')
    await page.keyboard.press('Alt+2')
    const tree = page.getByRole('tree', { name: '分类' })
    await tree.getByRole('treeitem', { name: /噪声污染/ }).focus()
    await page.keyboard.press('F2')
    await page.keyboard.type('噪音')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: '调整分类' })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(tree.getByRole('treeitem', { name: /^噪音/ })).toBeVisible()

    await page.locator('.map-box', { hasText: '噪音' }).click()
    const entry = page.locator('.map-box', { hasText: '夜间施工' })
    await expect(entry).toBeVisible()
    await expect(tree.getByRole('treeitem', { name: /夜间施工/ })).toBeVisible()
    const from = (await entry.boundingBox())!
    const to = (await page.locator('.map-box', { hasText: '消费维权' }).boundingBox())!
    await page.mouse.move(from.x + 20, from.y + 10)
    await page.mouse.down()
    await page.mouse.move(to.x + 20, to.y + 10, { steps: 5 })
    await page.mouse.up()
    await page.getByRole('button', { name: '确定调整' }).click()
    await expect(tree.getByRole('treeitem', { name: /消费维权 ?2/ })).toBeVisible()
  })

  test('what nobody found is one press from an entry', async () => {
    await page.keyboard.press('Alt+w')
    await page.keyboard.press('Alt+3')
    await page.getByRole('button', { name: '新建条目' }).first().click()
    await expect(editor().getByLabel('标题')).toHaveValue('老旧小区加装电梯要多少户同意')
    await expect(editor().getByLabel(/相似问/)).toHaveValue('装电梯一楼不同意怎么办')
  })

  test('an import is tried before it changes anything', async () => {
    await page.keyboard.press('Alt+w')
    await page.keyboard.press('Alt+5')
    const file = { name: '知识.csv', mimeType: 'text/csv', buffer: Buffer.from('title') }
    await page.getByLabel('选择文件', { exact: true }).setInputFiles(file)
    await expect(page.getByRole('cell', { name: /没有标题/ })).toBeVisible()
    await page.getByRole('button', { name: '导入 2 条为草稿' }).click()
    await expect(page.getByText('已导入 2 条')).toBeVisible()
  })

  test('the zip that Markdown is exported as is chosen, or dropped, like any other table', async () => {
    await page.keyboard.press('Alt+w')
    await page.keyboard.press('Alt+5')
    const pick = page.getByLabel('选择文件', { exact: true })
    expect(await pick.getAttribute('accept')).toContain('.zip')
    await pick.setInputFiles({ name: '知识库.zip', mimeType: 'application/zip', buffer: Buffer.from('PK') })
    await expect(page.getByRole('cell', { name: /没有标题/ })).toBeVisible()
    await page.getByRole('button', { name: '不导入' }).click()
    await expect(page.getByRole('cell', { name: /没有标题/ })).toHaveCount(0)

    const dropped = await page.evaluateHandle(() => {
      const { DataTransfer } = globalThis as unknown as { DataTransfer: new () => DroppedFiles }
      const files = new DataTransfer()
      files.items.add(new File(['PK'], '知识库.zip'))
      return files
    })
    const place = page.getByText('也可以把文件拖到这里')
    await place.dispatchEvent('dragover', { dataTransfer: dropped })
    await place.dispatchEvent('drop', { dataTransfer: dropped })
    await expect(page.getByRole('cell', { name: /没有标题/ })).toBeVisible()
  })

  test('the list has the focus again when something was done to all that were selected', async () => {
    await page.keyboard.press('Alt+w')
    const list = page.getByRole('listbox')
    await list.focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: '改分类' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('公用事业')
    await page.keyboard.press('Enter')
    await expect(page.getByText('已处理 1 条')).toBeVisible()
    await expect(list).toBeFocused()
  })

  test('a role sees its own desks and no others; a call brings the seat’s to the front', async () => {
    await page.keyboard.press('Alt+w')
    await expect(page.getByRole('tree')).toBeVisible()
    await page.evaluate(() =>
      (globalThis as unknown as FakeWindow).desk.calls.ring({
        source: { kind: 'recording', recordingId: 'r0', pace: 'realtime' },
      }),
    )
    await expect(page.getByRole('tree')).toHaveCount(0)
    await signIn(['operator'])
    const desks = page.getByRole('navigation', { name: '工作台' }).getByRole('button')
    await expect(desks).toHaveText(['坐席', '演练'])
    await signIn(['trainer'])
    await expect(page.getByRole('tree')).toBeVisible()
    await expect(page.getByRole('button', { name: '坐席', exact: true })).toHaveCount(0)
  })

  test('a seat marks an answer wrong, opens all of it, and hears of a number it said otherwise', async () => {
    await page.evaluate(async () => {
      const { fake, desk } = globalThis as unknown as FakeWindow
      desk.calls.ring({ source: { kind: 'recording', recordingId: 'r0', pace: 'realtime' } })
      await desk.calls.answer()
      while (fake.step());
      const hit = {
        id: 'card-renew',
        version: '3',
        title: '社保卡补办',
        category: '',
        score: 0.9,
        matched: [],
      }
      const answer = '补办后 **5 个工作日**内可以领取社保卡。'
      fake.emit('call.answers', { callId: 'c1', answers: [{ ...hit, answer, expires: '2099-12-31' }] })
      const turn = {
        speaker: 'seat',
        text: '补办后七个工作日内可以领取社保卡',
        startMs: 90_000,
        endMs: 94_000,
      }
      fake.emit('call.turn', {
        callId: 'c1',
        turn: { ...turn, index: 40, recovered: false, corrections: [] } as never,
      })
    })
    await expect(page.getByText('刚才说的是“七个工作日”，口径是“5 个工作日”')).toBeVisible()
    await page.keyboard.press('Alt+e')
    await expect(page.getByText('已报有误')).toBeVisible()
    await page.keyboard.press('Alt+o')
    await expect(page.getByRole('dialog', { name: '社保卡丢了怎么补办' })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Alt+1')
    await expect(page.locator('[data-answer="card-renew"]').getByText('已念出')).toBeVisible()
  })
})
