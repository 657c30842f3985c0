import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { launchElectron, whyNoElectron } from '../support/electron-app.ts'
import { startCentre } from '../support/started-centre.ts'

/** A busy machine takes its time. */
const soon = { timeout: 60_000 }

/** The streams of a PDF, unpacked: fonts, pages, what they draw. */
function streamsOf(pdf: Buffer): string {
  const parts: string[] = []
  for (const { index, 0: head } of pdf.toString('latin1').matchAll(/stream\r?\n/g)) {
    try {
      parts.push(inflateSync(pdf.subarray(index + head.length), { finishFlush: 2 }).toString('latin1'))
    } catch {
      // Not a packed one.
    }
  }
  return parts.join('\n')
}

test.describe('the report under Electron', () => {
  test.skip(whyNoElectron !== undefined, whyNoElectron)
  test.setTimeout(240_000)

  test('is saved as a PDF of A4 pages with its fonts in it', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'seat-pdf-'))
    const path = join(directory, '质检报表.pdf')
    const centre = await startCentre()
    const { app, page, close } = await launchElectron(centre.environment)
    try {
      await page.getByRole('listitem').filter({ hasText: '烧烤店油烟' }).getByRole('button').first().click()
      await page.keyboard.press('Enter')
      await expect(page.locator('.nudge')).toBeVisible({ timeout: 90_000 })
      await page.keyboard.press('F9')
      await expect(page.getByText('通话已结束')).toBeVisible(soon)
      const desks = page.getByRole('navigation', { name: '工作台' })
      await desks.getByRole('button', { name: '质检', exact: true }).click()
      await page.getByRole('button', { name: /^报表/ }).click()

      const print = page.getByRole('button', { name: '打印或存为 PDF' })
      const answer = (filePath: string): Promise<void> =>
        app.evaluate(({ dialog }, chosen) => {
          dialog.showSaveDialog = () => Promise.resolve({ canceled: chosen === '', filePath: chosen })
        }, filePath)
      // Cancelled: nothing is said and nothing written.
      await answer('')
      await print.click()
      await answer(path)
      await print.click()
      await expect(page.getByText('已存为 PDF')).toBeVisible(soon)

      const pdf = readFileSync(path)
      if (process.env['SEAT_KEEP_PDF'] !== undefined) writeFileSync(process.env['SEAT_KEEP_PDF'], pdf)
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      const text = `${pdf.toString('latin1')}\n${streamsOf(pdf)}`
      // A4 across, in points.
      expect(text).toMatch(/\/MediaBox\s*\[0 0 84[12](?:\.\d+)? 59[45](?:\.\d+)?\]/)
      // 质 and 检 by their Unicode: the words are in it as words, drawn by fonts of its own.
      expect(text).toMatch(/<8D28>/i)
      expect(text).toMatch(/<68C0>/i)
      expect(text).toMatch(/\/FontFile\d|\/Type3/)
    } finally {
      await close()
      await centre.stop()
      rmSync(directory, { recursive: true, force: true })
    }
  })
})
