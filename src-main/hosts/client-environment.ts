import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { keptToken } from './kept-token.ts'
import { installedModels } from './paths.ts'
import { storeKey, type KeySealer } from './store-key.ts'
import type { SwitchboardOptions } from './switchboard.ts'

/**
 * What every host gives its children: where the data, models and pack are, and which centre is theirs. Without
 * SEAT_CENTRAL_URL a central API of its own is started beside the client, with its data in `central/`. Throws a FailureError
 * where the key of the data cannot be had (see `store-key.ts`).
 */
export function clientEnvironment(
  dataDirectory: string,
  resources: { readonly models: string; readonly pack: string },
  environment: NodeJS.ProcessEnv = process.env,
  sealer?: KeySealer,
): Omit<SwitchboardOptions, 'spawn'> {
  const models = {
    SEAT_MODELS: environment['SEAT_MODELS'] ?? resources.models,
    SEAT_INSTALLED_MODELS: installedModels(dataDirectory, environment),
  }
  const shared = {
    coreEnvironment: {
      SEAT_DATA_DIR: dataDirectory,
      SEAT_STORE_KEY: storeKey(dataDirectory, environment, sealer),
      SEAT_HOST_ID: randomUUID(),
      ...models,
      SEAT_PACK: environment['SEAT_PACK'] ?? resources.pack,
    },
    asrEnvironment: {
      SEAT_HOT_WORDS: join(dataDirectory, 'hot-words.txt'),
      // Compiled code is kept, which halves the time until a recogniser that died is back.
      NODE_COMPILE_CACHE: join(dataDirectory, 'compile-cache'),
      ...models,
    },
  }
  const url = environment['SEAT_CENTRAL_URL']
  if (url !== undefined && url !== '') {
    return { ...shared, centre: { url, token: environment['SEAT_CENTRAL_TOKEN'] ?? '' } }
  }
  const directory = join(dataDirectory, 'central')
  const token = keptToken(join(directory, 'token'))
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
