import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { unwrap } from '../../src-shared/base/result.ts'
import { readRecording } from '../../src-main/core/calls/recording/read-recording.ts'
import { programRoot } from '../../src-main/hosts/paths.ts'
import { answerRinging } from '../support/answer-ringing.ts'
import { openBrowser } from '../support/browser.ts'
import { startClient, type StartedClient } from '../support/started-client.ts'
import { stereoWav } from '../support/wav.ts'

const gasCall = join(programRoot, 'models', 'rehearsal', 'calls', '2-gas-smell.wav')
const sampleRate = 16_000

interface Channels {
  readonly seat: Int16Array
  readonly citizen: Int16Array
}

async function callChannels(): Promise<Channels> {
  const { channels } = unwrap(await readRecording([gasCall]))
  return { seat: channels.seat!, citizen: channels.citizen! }
}

/** A WAV for the fake microphone. */
function microphone({ seat, citizen }: Channels): string {
  const path = join(mkdtempSync(join(tmpdir(), 'seat-microphone-')), 'sound.wav')
  writeFileSync(path, stereoWav(seat, citizen, sampleRate))
  return path
}

/** Runs in the page before its own scripts: keeps the streams, and can pull the device out and put it back. */
const pluggedDevices = `
  const { mediaDevices } = navigator
  const open = mediaDevices.getUserMedia.bind(mediaDevices)
  const streams = []
  let present = true
  mediaDevices.getUserMedia = async (constraints) => {
    if (!present) throw new DOMException('gone', 'NotFoundError')
    const stream = await open(constraints)
    streams.push(stream)
    return stream
  }
  window.pullOut = () => {
    present = false
    for (const track of streams.flatMap((stream) => stream.getTracks())) {
      track.stop()
      track.dispatchEvent(new Event('ended'))
    }
  }
  window.putBack = () => {
    present = true
    mediaDevices.dispatchEvent(new Event('devicechange'))
  }
`

const transcript = (page: Page) => page.getByRole('log', { name: '通话文字' })

/** When the newest turn began, seconds since the start of the call. */
async function newestTurn(page: Page): Promise<number> {
  const clock = await page.locator('.turn-time').last().textContent()
  const [minutes = 0, seconds = 0] = (clock ?? '').split(':').map(Number)
  return minutes * 60 + seconds
}

/** How long the call has lasted by the clock of this test, seconds. */
function stopwatch(): () => number {
  const startedAt = Date.now()
  return () => (Date.now() - startedAt) / 1000
}

async function openDevices(page: Page): Promise<void> {
  await page.getByRole('button', { name: '设置声音设备' }).click()
  await expect(page.getByRole('region', { name: '坐席一路' })).toBeVisible()
}

async function answer(page: Page): Promise<void> {
  await page.getByRole('button', { name: '待接来电' }).click()
  await answerRinging(page)
}

let client: StartedClient
let browser: Browser | undefined

test.beforeEach(async () => {
  client = await startClient()
})
test.afterEach(async () => {
  await browser?.close()
  await client.stop()
})

async function openPage(sound: Channels): Promise<Page> {
  browser = await openBrowser(microphone(sound))
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  await page.addInitScript(pluggedDevices)
  await page.goto(client.address)
  await page.getByRole('button', { name: '设置声音设备' }).waitFor()
  return page
}

test('the device page shows both channels, records five seconds and plays them, by keys alone', async () => {
  const sound = await callChannels()
  const page = await openPage(sound)
  await page.getByRole('button', { name: '设置声音设备' }).focus()
  await page.keyboard.press('Enter')
  const start = page.getByRole('button', { name: '开始检测' })
  await start.waitFor()
  await start.focus()
  await page.keyboard.press('Enter')
  const seat = page.getByRole('meter', { name: '坐席音量' })
  const citizen = page.getByRole('meter', { name: '市民音量' })
  const level = async (meter: typeof seat): Promise<number> =>
    Number(await meter.getAttribute('aria-valuenow'))
  await expect.poll(() => level(seat), { timeout: 20_000, intervals: [50] }).toBeGreaterThan(-40)
  await expect.poll(() => level(citizen), { timeout: 30_000, intervals: [50] }).toBeGreaterThan(-40)

  await page.getByRole('button', { name: '录 5 秒试听' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/正在录音，还有 \d 秒/)).toBeVisible()
  await page.getByRole('button', { name: '播放试听' }).click({ timeout: 15_000 })
  await expect(page.getByRole('button', { name: '正在播放' })).toBeVisible()
  await expect(page.getByRole('button', { name: '播放试听' })).toBeVisible({ timeout: 15_000 })

  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('the device page says in words that both channels carry one voice, and that nothing comes', async () => {
  const { citizen } = await callChannels()
  const speech = citizen.subarray(citizen.findIndex((sample) => Math.abs(sample) > 2_000))
  const page = await openPage({ seat: speech, citizen: speech.map((sample) => sample / 2) })
  await openDevices(page)
  await page.getByRole('button', { name: '开始检测' }).click()
  await expect(page.getByText(/两路是同一个声音/)).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: '停止检测' }).click()
  await expect(page.getByText('未检测').first()).toBeVisible()
})

test('the choice is kept for this seat', async () => {
  const page = await openPage(await callChannels())
  await openDevices(page)
  const citizen = page.getByRole('region', { name: '市民一路' })
  await citizen.getByText('两声道合并').click()
  await page.getByRole('button', { name: '两路对调' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByText('坐席：系统默认设备', { exact: true })).toBeVisible()
  await page.reload()
  await expect(page.getByText('坐席：系统默认设备', { exact: true })).toBeVisible()
  await expect(page.getByText('市民：系统默认设备 · 左声道')).toBeVisible()
})

test('a device that is pulled out and put back costs its own words only', async () => {
  test.setTimeout(180_000)
  const page = await openPage(await callChannels())
  await answer(page)
  const elapsed = stopwatch()
  await expect(transcript(page)).toContainText('市民', { timeout: 60_000 })
  await page.evaluate('window.pullOut()')
  await expect(page.getByText(/坐席和市民的声音设备断开了/)).toBeVisible()
  await page.waitForTimeout(3_000)
  await page.evaluate('window.putBack()')
  await expect(page.getByText(/坐席和市民的声音设备已恢复/)).toBeVisible()
  const back = elapsed()
  // The fake device plays its file from the beginning again; its words have the time at which they are said.
  await expect.poll(() => newestTurn(page), { timeout: 60_000 }).toBeGreaterThan(back - 1)
  expect(await newestTurn(page)).toBeLessThan(elapsed() + 1)
  await page.keyboard.press('F9')
})

test('a page that is loaded anew takes its call up again', async () => {
  test.setTimeout(180_000)
  const page = await openPage(await callChannels())
  await answer(page)
  const elapsed = stopwatch()
  await expect(transcript(page)).toContainText('市民', { timeout: 60_000 })
  await page.reload()
  await expect(page.getByText(/话务设备已重新接上/)).toBeVisible({ timeout: 20_000 })
  const back = elapsed()
  await expect.poll(() => newestTurn(page), { timeout: 60_000 }).toBeGreaterThan(back - 1)
  expect(await newestTurn(page)).toBeLessThan(elapsed() + 1)
  await page.keyboard.press('F9')
  await expect(page.getByText('通话已结束')).toBeVisible({ timeout: 20_000 })
})
