import { expect } from '@playwright/test'
import type { FakeWindow } from '../support/fake-desk-page.ts'
import { test } from '../support/page-test.ts'

test('a recording of one’s own is removed after a question, with the keyboard alone', async ({
  page,
  fakeDesk,
}) => {
  await page.goto(fakeDesk.address)
  const own = page.getByRole('region', { name: '自己的录音' })
  await page.evaluate(async () => {
    const { desk, fake } = globalThis as unknown as FakeWindow
    await fake.call('recordings.finish', { uploadId: 'own' })
    await desk.loadRecordings()
  })
  await own.getByRole('button', { name: '删除' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: '删除录音“上周那通”？' })
  await expect(dialog).toContainText('不能恢复')
  await page.keyboard.press('Escape')
  await expect(own).toContainText('上周那通')

  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: '删除' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(own).not.toContainText('上周那通')
})
