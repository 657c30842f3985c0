import { expect, type Page } from '@playwright/test'
import { answerRinging } from './answer-ringing.ts'
import { citizenWav } from './citizen-wav.ts'
import type { PulseAudio } from './pulse-audio.ts'

export const systemSound = '系统声音（电脑播放的声音）'

/** Chooses what each speaker is heard through, on the device page, which stays open. */
export async function chooseSources(
  page: Page,
  sources: Readonly<Record<'坐席' | '市民', string>>,
): Promise<void> {
  await page.getByRole('button', { name: '设置声音设备' }).click()
  for (const [speaker, source] of Object.entries(sources)) {
    const region = page.getByRole('region', { name: `${speaker}一路` })
    await region.getByRole('combobox').click()
    await region.getByTitle(source).last().click()
    if (source !== '不用') await region.getByText('两声道合并').click()
  }
}

/** Closes the device page where it is open, and takes a call. */
export async function answerCall(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '待接来电' }).click()
  await answerRinging(page)
}

/** A call whose citizen is what the machine plays: tried on the device page first, then taken; words must come out. */
export async function hearSystemSound(page: Page, pulse: PulseAudio): Promise<void> {
  const wav = await citizenWav()
  await chooseSources(page, { 坐席: '不用', 市民: systemSound })
  const trial = pulse.play(wav)
  await page.getByRole('button', { name: '开始检测' }).click()
  const meter = page.getByRole('meter', { name: '市民音量' })
  await expect
    .poll(async () => Number(await meter.getAttribute('aria-valuenow')), { timeout: 30_000, intervals: [50] })
    .toBeGreaterThan(-40)
  trial.stop()
  await answerCall(page)
  const call = pulse.play(wav)
  await expect(page.getByRole('form', { name: '工单' }).getByLabel('区县', { exact: true })).toHaveValue(
    '天河区',
    { timeout: 90_000 },
  )
  await expect(page.getByRole('log', { name: '通话文字' })).toContainText('市民')
  call.stop()
  await page.keyboard.press('F9')
  await expect(page.getByText('通话已结束')).toBeVisible({ timeout: 20_000 })
}
