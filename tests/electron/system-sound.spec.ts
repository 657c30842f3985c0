import { test } from '@playwright/test'
import { launchElectron, whyNoElectron } from '../support/electron-app.ts'
import { hearSystemSound } from '../support/hear-system-sound.ts'
import { hasPulseAudio, startPulseAudio } from '../support/pulse-audio.ts'

test.describe('what the machine plays, under Electron', () => {
  test.skip(whyNoElectron !== undefined, whyNoElectron)
  test.skip(!hasPulseAudio, 'no PulseAudio: run scripts/setup-debian.sh')

  test('is heard as the citizen, without a question and without a device of its own', async () => {
    test.setTimeout(240_000)
    const pulse = await startPulseAudio()
    const { page, close } = await launchElectron(pulse.environment)
    try {
      await hearSystemSound(page, pulse)
      test.expect(pulse.ask('list', 'short', 'modules')).not.toContain('remap')
    } finally {
      await close()
      await pulse.stop()
    }
  })
})
