import { join } from 'node:path'
import { expect, test, type Browser } from '@playwright/test'
import { unwrap } from '../../src-shared/base/result.ts'
import { forkMessages } from '../../src-main/cli/fork-send/fork-messages.ts'
import { sendMessages } from '../../src-main/cli/fork-send/send-messages.ts'
import { readRecording } from '../../src-main/core/calls/recording/read-recording.ts'
import { programRoot } from '../../src-main/hosts/paths.ts'
import { openBrowser } from '../support/browser.ts'
import { startClient, type StartedClient } from '../support/started-client.ts'

const gasCall = join(programRoot, 'models', 'rehearsal', 'calls', '2-gas-smell.wav')
const token = 'a-token-that-is-long-enough'
const address = 'ws://127.0.0.1:12399/'

test.describe('a call that the switch puts through', () => {
  let client: StartedClient
  let browser: Browser

  test.beforeAll(async () => {
    client = await startClient({
      SEAT_CENTRAL_URL: 'http://127.0.0.1:9',
      SEAT_MEDIA_FORK: '127.0.0.1:12399',
      SEAT_MEDIA_FORK_TOKEN: token,
    })
  })
  test.afterAll(async () => {
    await browser.close()
    await client.stop()
  })

  test('is on the desk by itself, and hangs up at the switch when the seat ends it', async () => {
    test.setTimeout(120_000)
    browser = await openBrowser()
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.goto(client.address)
    await page.getByText('识别正常').waitFor({ timeout: 60_000 })
    const messages = forkMessages({
      recording: unwrap(await readRecording([gasCall])),
      style: 'twilio',
      encoding: 'mulaw',
      rate: 8_000,
      callId: 'CA1',
      callerNumber: '13711220088',
      token,
    })
    const sending = sendMessages(address, messages, { speed: 2 })
    await page.getByText('137 1122 0088').first().waitFor()
    await expect(page.getByRole('log', { name: '通话文字' })).toContainText('天河区', { timeout: 60_000 })
    await page.keyboard.press('F9')
    expect(await sending).toMatchObject({ code: 1000, reason: '通话已由坐席结束' })
    await expect(page.getByText('通话已结束').first()).toBeVisible()
  })
})
