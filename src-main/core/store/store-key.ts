import { hkdfSync } from 'node:crypto'
import { FailureError } from '#shared/base/result.ts'
import { storeKeyText } from '#shared/catalogue/store-key.ts'

/** Bytes of the store's key and of every key derived from it. */
export const keyBytes = 32

/**
 * The store's key (数据密钥) as the host handed it over, in hexadecimal, by SEAT_STORE_KEY; taken out of the environment so
 * that nothing started later inherits it. Throws a FailureError where there is none.
 */
export function takeStoreKey(environment: NodeJS.ProcessEnv): Buffer {
  const key = Buffer.from(environment['SEAT_STORE_KEY'] ?? '', 'hex')
  delete environment['SEAT_STORE_KEY']
  if (key.length !== keyBytes) throw new FailureError('store-key', storeKeyText.notHandedOver)
  return key
}

/** The key of `seat.db`. */
export function databaseKey(storeKey: Buffer): Buffer {
  return derive(storeKey, 'seat.db')
}

/** The key of one call's recording. */
export function recordingKey(storeKey: Buffer, callId: string): Buffer {
  return derive(storeKey, `call-audio/${callId}`)
}

function derive(storeKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', storeKey, '', purpose, keyBytes))
}
