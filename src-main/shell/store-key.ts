/* eslint-disable @typescript-eslint/no-deprecated -- the asynchronous functions are missing from the oldest Electron that we run on */
import { safeStorage } from 'electron'
import type { KeySealer } from '../hosts/store-key.ts'

/**
 * The system's key store (Keychain, DPAPI, libsecret or KWallet); undefined where there is none, so that the key lies in a file
 * of the user's. Runs once the app is ready: before, Linux has none.
 */
export function systemKeySealer(): KeySealer | undefined {
  if (!safeStorage.isEncryptionAvailable()) return undefined
  // Without a key ring Chromium encrypts with a password that everybody knows: a sealed look and no seal.
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text')
    return undefined
  return {
    seal: (secret) => safeStorage.encryptString(secret),
    open: (sealed) => safeStorage.decryptString(sealed),
  }
}
