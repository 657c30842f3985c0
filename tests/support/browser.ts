import { existsSync } from 'node:fs'
import { chromium, type Browser } from '@playwright/test'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * The machine's own Chromium. `microphone` names a WAV that the fake capture device plays once, its channels kept apart;
 * `soundService` is the environment of a sound service whose devices it uses, allowed without a question.
 */
export async function openBrowser(
  microphone?: string,
  soundService?: Readonly<Record<string, string>>,
): Promise<Browser> {
  const executablePath = places.find((place) => existsSync(place))
  if (executablePath === undefined) throw new Error('no Chromium: run scripts/setup-debian.sh')
  const capture =
    microphone === undefined
      ? []
      : [
          '--use-fake-device-for-media-stream',
          '--use-fake-ui-for-media-stream',
          `--use-file-for-fake-audio-capture=${microphone}%noloop`,
        ]
  return chromium.launch({
    executablePath,
    ...(soundService === undefined ? {} : { env: { ...process.env, ...soundService } }),
    args: [
      // Chromium refuses its sandbox to root, which containers run as.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--autoplay-policy=no-user-gesture-required',
      ...capture,
      ...(soundService === undefined ? [] : ['--use-fake-ui-for-media-stream']),
    ],
  })
}
