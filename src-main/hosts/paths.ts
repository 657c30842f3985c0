import { homedir } from 'node:os'
import { join } from 'node:path'

/** The root of the program: the repository, or the packaged app's folder. */
export const programRoot = join(import.meta.dirname, '..', '..')

/**
 * Where the client keeps its data: SEAT_DATA_DIR, else the platform's place for it. One client at a time uses a directory
 * (see `instance-lock.ts`).
 */
export function dataDirectory(environment: NodeJS.ProcessEnv = process.env): string {
  const chosen = environment['SEAT_DATA_DIR']
  if (chosen !== undefined && chosen !== '') return chosen
  if (process.platform === 'win32') {
    return join(environment['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'HotlineSeat')
  }
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'HotlineSeat')
  return join(environment['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'hotline-seat')
}

/** Where models that are added to the client lie: SEAT_INSTALLED_MODELS, else with its data. */
export function installedModels(directory: string, environment: NodeJS.ProcessEnv = process.env): string {
  const chosen = environment['SEAT_INSTALLED_MODELS']
  return chosen !== undefined && chosen !== '' ? chosen : join(directory, 'models')
}

/** Sources of the child processes, for a host that runs under plain Node. */
export const sourceEntries = {
  core: join(programRoot, 'src-main', 'core', 'process.ts'),
  asr: join(programRoot, 'src-main', 'asr', 'process.ts'),
  central: join(programRoot, 'src-central', 'main.ts'),
} as const
