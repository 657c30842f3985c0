import { expect, test } from '@playwright/test'
import { openBrowser } from '../support/browser.ts'
import { citizenWav } from '../support/citizen-wav.ts'
import { answerCall, chooseSources, hearSystemSound, systemSound } from '../support/hear-system-sound.ts'
import { hasPulseAudio, startPulseAudio } from '../support/pulse-audio.ts'
import { startClient } from '../support/started-client.ts'

test.skip(!hasPulseAudio, 'no PulseAudio: run scripts/setup-debian.sh')

test('what the machine plays is heard as the citizen in a browser’s window, by a device that the core makes', async () => {
  test.setTimeout(240_000)
  const pulse = await startPulseAudio()
  try {
    const client = await startClient(pulse.environment)
    const browser = await openBrowser(undefined, pulse.environment)
    try {
      const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
      await page.goto(client.address)
      await page.getByRole('button', { name: '设置声音设备' }).waitFor()
      await hearSystemSound(page, pulse)
      expect(pulse.ask('list', 'short', 'modules')).toContain('hotline_seat_system_sound')
    } finally {
      await browser.close()
      await client.stop()
    }
    // The client leaves nothing behind in the sound service.
    expect(pulse.ask('list', 'short', 'modules')).not.toContain('hotline_seat_system_sound')
  } finally {
    await pulse.stop()
  }
})

test('a headset that is pulled out of its sound service comes back by itself, and the citizen is heard meanwhile', async () => {
  test.setTimeout(240_000)
  const pulse = await startPulseAudio()
  const plugIn = (): string =>
    pulse
      .ask(
        'load-module',
        'module-remap-source',
        'master=line.monitor',
        'source_name=headset',
        'source_properties=device.description=坐席耳麦',
      )
      .trim()
  try {
    pulse.ask('load-module', 'module-null-sink', 'sink_name=line')
    const plugged = plugIn()
    const client = await startClient(pulse.environment)
    const browser = await openBrowser(undefined, pulse.environment)
    try {
      const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
      await page.goto(client.address)
      await chooseSources(page, { 坐席: '坐席耳麦', 市民: systemSound })
      await answerCall(page)
      pulse.ask('unload-module', plugged)
      await expect(page.getByText(/坐席的声音设备断开了，通话和其他声音继续/)).toBeVisible({
        timeout: 20_000,
      })
      const call = pulse.play(await citizenWav())
      await expect(page.getByRole('log', { name: '通话文字' })).toContainText('市民', { timeout: 60_000 })
      call.stop()
      plugIn()
      await expect(page.getByText(/坐席的声音设备已恢复/)).toBeVisible({ timeout: 20_000 })
      await page.keyboard.press('F9')
    } finally {
      await browser.close()
      await client.stop()
    }
  } finally {
    await pulse.stop()
  }
})
