import type { Switchboard } from '../switchboard.ts'
import { readForkSettings } from './fork-settings.ts'
import { MediaFork } from './media-fork.ts'

/** Opens the media fork where the environment asks for one; never fails, see {@link MediaFork.open}. */
export async function openMediaFork(
  switchboard: Pick<Switchboard, 'connectFork'>,
  dataDirectory: string,
  say: (line: string) => void,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<{ readonly close: () => Promise<void> }> {
  const settings = readForkSettings(dataDirectory, environment)
  if (settings.kind === 'off') return { close: () => Promise.resolve() }
  const fork: MediaFork = new MediaFork({
    settings,
    say,
    line: switchboard.connectFork({
      coreStarted: () => fork.coreStarted(),
      answered: (answer) => fork.answered(answer),
    }),
  })
  await fork.open()
  return fork
}
