import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SwitchboardOptions } from './switchboard.ts'

/**
 * What every host gives its children: where the data, models and pack are, and which centre is theirs. Without
 * SEAT_CENTRAL_URL a central API of its own is started beside the client, with its data in `central/`.
 */
export function clientEnvironment(
  dataDirectory: string,
  resources: { readonly models: string; readonly pack: string },
  environment: NodeJS.ProcessEnv = process.env,
): Omit<SwitchboardOptions, 'spawn'> {
  const models = environment['SEAT_MODELS'] ?? resources.models
  const shared = {
    coreEnvironment: {
      SEAT_DATA_DIR: dataDirectory,
      SEAT_HOST_ID: randomUUID(),
      SEAT_MODELS: models,
      SEAT_PACK: environment['SEAT_PACK'] ?? resources.pack,
    },
    asrEnvironment: { SEAT_MODELS: models },
  }
  const url = environment['SEAT_CENTRAL_URL']
  if (url !== undefined && url !== '') {
    return { ...shared, centre: { url, token: environment['SEAT_CENTRAL_TOKEN'] ?? '' } }
  }
  const directory = join(dataDirectory, 'central')
  const token = keptToken(directory)
  return {
    ...shared,
    central: {
      token,
      environment: {
        CENTRAL_DATA_DIR: join(directory, 'database'),
        CENTRAL_BOOTSTRAP_TOKEN: token,
        HOST: '127.0.0.1',
        PORT: '0',
        LOG_LEVEL: 'warn',
      },
    },
  }
}

/** The embedded centre's seat token: made once, readable by this user alone. */
function keptToken(directory: string): string {
  const path = join(directory, 'token')
  if (existsSync(path)) return readFileSync(path, 'utf8').trim()
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const token = randomBytes(24).toString('base64url')
  writeFileSync(path, token, { mode: 0o600 })
  return token
}
