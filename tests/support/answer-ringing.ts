import { expect, type Page } from '@playwright/test'

/** Takes the call that rings, by key. */
export async function answerRinging(page: Page): Promise<void> {
  await page
    .getByText(/振铃 \d+ 秒/)
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await expect(page.getByText('通话中', { exact: true })).toBeVisible()
}
