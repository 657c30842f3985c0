import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { unwrap } from '../../src-shared/base/result.ts'
import { readRecording } from '../../src-main/core/calls/recording/read-recording.ts'
import { programRoot } from '../../src-main/hosts/paths.ts'
import { openBrowser } from '../support/browser.ts'
import { startClient } from '../support/started-client.ts'
import { stereoWav } from '../support/wav.ts'

/** What the page sounded: seconds and the loudest sample of each piece, 0–1. */
interface Sounded {
  readonly seconds: number
  readonly peak: number
}

/** Runs in the page before everything else: notes what its buffers sound. */
const noteSounds = `
  window.sounded = []
  const { start } = AudioBufferSourceNode.prototype
  AudioBufferSourceNode.prototype.start = function (...when) {
    let peak = 0
    for (let channel = 0; channel < this.buffer.numberOfChannels; channel += 1) {
      for (const sample of this.buffer.getChannelData(channel)) peak = Math.max(peak, Math.abs(sample))
    }
    window.sounded.push({ seconds: this.buffer.duration, peak })
    start.apply(this, when)
  }
`

async function listen(page: Page): Promise<() => Promise<readonly Sounded[]>> {
  await page.addInitScript(noteSounds)
  return () => page.evaluate<Sounded[]>('window.sounded')
}

test('what a call heard through the microphone said is played again, from its turn and from its field', async () => {
  test.setTimeout(180_000)
  // A busy machine takes its time.
  const soon = { timeout: 20_000 }
  const recording = join(programRoot, 'models', 'rehearsal', 'calls', '2-gas-smell.wav')
  const { channels } = unwrap(await readRecording([recording]))
  const microphone = join(mkdtempSync(join(tmpdir(), 'seat-microphone-')), 'call.wav')
  writeFileSync(microphone, stereoWav(channels.seat!, channels.citizen!, 16_000))
  const client = await startClient()
  const browser = await openBrowser(microphone)
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    const sounded = await listen(page)
    await page.goto(client.address)
    await page.getByLabel('来电号码').fill('13711220088')
    await page.getByRole('button', { name: '待接来电' }).click()
    await page.getByText('137 1122 0088').first().waitFor()
    await page.keyboard.press('Enter')
    const district = page.locator('[data-field="incidentAddress"]').getByLabel('区县')
    await expect(district).toHaveValue('天河区', { timeout: 60_000 })

    // While the call goes on: by the key of the field that has the focus.
    await district.focus()
    await page.keyboard.press('F3')
    await expect.poll(async () => (await sounded()).length, soon).toBe(1)
    await page.keyboard.press('F3')
    await page.keyboard.press('F9')
    await expect(page.getByText('通话已结束')).toBeVisible({ timeout: 20_000 })

    await page.getByRole('button', { name: '播放原话' }).first().click()
    await expect(page.getByRole('button', { name: '停止播放' }).first()).toBeVisible()
    await expect.poll(async () => (await sounded()).length, soon).toBe(2)
    await page.getByRole('button', { name: '停止播放' }).first().click()
    const turn = page.locator('.turn[data-speaker="citizen"]').first()
    await turn.hover()
    await turn.locator('.turn-play').click()
    await expect.poll(async () => (await sounded()).length, soon).toBe(3)
    for (const { seconds, peak } of await sounded()) {
      expect(seconds).toBeGreaterThan(0.5)
      expect(peak).toBeGreaterThan(0.02)
    }
  } finally {
    await browser.close()
    await client.stop()
  }
})
