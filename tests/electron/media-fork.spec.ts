import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { unwrap } from '../../src-shared/base/result.ts'
import { forkMessages, forkQuery, type ForkCallPlan } from '../../src-main/cli/fork-send/fork-messages.ts'
import { sendMessages } from '../../src-main/cli/fork-send/send-messages.ts'
import { readRecording } from '../../src-main/core/calls/recording/read-recording.ts'
import { programRoot } from '../../src-main/hosts/paths.ts'
import { launchElectron, whyNoElectron, type LaunchedApp } from '../support/electron-app.ts'

const gasCall = join(programRoot, 'models', 'rehearsal', 'calls', '2-gas-smell.wav')
const token = 'a-token-that-is-long-enough'

test.describe('the media fork under Electron', () => {
  test.skip(whyNoElectron !== undefined, whyNoElectron)
  test.setTimeout(180_000)
  let launched: LaunchedApp

  test.beforeAll(async () => {
    launched = await launchElectron({
      SEAT_CENTRAL_URL: 'http://127.0.0.1:9',
      SEAT_MEDIA_FORK: '127.0.0.1:12397',
      SEAT_MEDIA_FORK_TOKEN: token,
    })
  })
  test.afterAll(() => launched.close())

  test('a call that the switch puts through is heard, and ends with it', async () => {
    const { page } = launched
    await page.getByText('识别正常').waitFor({ timeout: 60_000 })
    const plan: ForkCallPlan = {
      recording: unwrap(await readRecording([gasCall])),
      style: 'mod_audio_fork',
      encoding: 'l16',
      rate: 8_000,
      callId: 'f-1',
      callerNumber: '13711220088',
    }
    const query = new URLSearchParams({ token, ...forkQuery(plan) })
    const messages = forkMessages(plan).filter(({ atMs }) => atMs < 25_000)
    const sending = sendMessages(`ws://127.0.0.1:12397/?${query.toString()}`, messages, { speed: 4 })
    await page.getByText('137 1122 0088').first().waitFor()
    await expect(page.getByRole('log', { name: '通话文字' })).toContainText('天河区', { timeout: 60_000 })
    expect((await sending).code).toBe(1000)
    await expect(page.getByText('通话已结束').first()).toBeVisible({ timeout: 30_000 })
  })
})
