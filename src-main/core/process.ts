/**
 * The core process. Started by the host with SEAT_DATA_DIR, SEAT_STORE_KEY, SEAT_HOST_ID, SEAT_MODELS and, where it is not the one that
 * ships, SEAT_PACK. Speaks `contract/process-messages.ts` with its parent and nothing else.
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { v7 as uuidv7 } from 'uuid'
import * as z from 'zod'
import packageJson from '../../package.json' with { type: 'json' }
import { FailureError } from '#shared/base/result.ts'
import { errorMessages } from '#shared/catalogue/errors.ts'
import type { CoreToHost, HostToCore } from '#shared/contract/process-messages.ts'
import { defaultFolders } from '../models/folders.ts'
import { connectParent, type Parent } from '../parent-port.ts'
import { systemClock } from './clock.ts'
import { Core } from './core.ts'
import { SystemSound } from './devices/system-sound.ts'
import { defaultPackDirectory } from './knowledge/default-pack.ts'
import { SiteKnowledge } from './knowledge/site-knowledge.ts'
import { watchPack } from './knowledge/watch-pack.ts'
import { unpackIfAsked, unpackInChild } from './models/unpack-in-child.ts'
import { openStore } from './store/open-store.ts'
import { takeStoreKey } from './store/store-key.ts'

function required(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Error(`${name} is not set`)
  return value
}

function report(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
}

async function main(parent: Parent<HostToCore, CoreToHost>): Promise<void> {
  const dataDirectory = required('SEAT_DATA_DIR')
  const clock = systemClock()
  const packDirectory = defaultPackDirectory()
  const storeKey = takeStoreKey(process.env)
  const loadKnowledge = (): Promise<SiteKnowledge> =>
    SiteKnowledge.load(packDirectory, clock.today, join(dataDirectory, 'index'))
  const core = new Core({
    store: openStore(dataDirectory, storeKey),
    storeKey,
    knowledge: await loadKnowledge(),
    clock,
    newId: () => uuidv7(),
    random: Math.random,
    hostId: required('SEAT_HOST_ID'),
    dataDirectory,
    systemSound: new SystemSound(),
    rehearsalDirectory: join(required('SEAT_MODELS'), 'rehearsal', 'calls'),
    modelFolders: defaultFolders(),
    unpack: unpackInChild(fileURLToPath(import.meta.url)),
    version: packageJson.version,
    send: (message) => parent.send(message),
    onBug: report,
  })
  parent.onMessage(
    (message) => {
      core.receive(message)
      if (message.type === 'stop') setImmediate(() => process.exit(0))
    },
    () => process.exit(0),
  )
  await core.start()
  watchPack(packDirectory, () => {
    loadKnowledge().then(
      (knowledge) => core.replaceKnowledge(knowledge),
      (error: unknown) => core.keepKnowledge(error instanceof Error ? error.message : String(error)),
    )
  })
}

// The reasons of refused input are read by people.
z.config(z.locales.zhCN())

if (!unpackIfAsked()) {
  const parent = connectParent<HostToCore, CoreToHost>()
  main(parent).catch((error: unknown) => {
    const failed = error instanceof FailureError
    if (!failed) report(error)
    parent.send({ type: 'cannot-start', message: failed ? error.message : errorMessages.internal })
    // The message must be on its way before the process goes.
    setTimeout(() => process.exit(1), 100)
  })
}
