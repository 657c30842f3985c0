import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { systemKeySealer } from '../../src-main/shell/store-key.ts'

const safeStorage = vi.hoisted(() => ({
  isEncryptionAvailable: vi.fn(() => true),
  getSelectedStorageBackend: vi.fn(() => 'gnome_libsecret'),
  encryptString: vi.fn((secret: string) => Buffer.from(`sealed ${secret}`)),
  decryptString: vi.fn((sealed: Buffer) => sealed.toString().slice('sealed '.length)),
}))
vi.mock('electron', () => ({ safeStorage }))

const { platform } = process
beforeEach(() => vi.clearAllMocks())
afterEach(() => Object.defineProperty(process, 'platform', { value: platform }))
const on = (value: NodeJS.Platform): unknown => Object.defineProperty(process, 'platform', { value })

it('seals and opens with the system’s key store', () => {
  on('linux')
  const sealer = systemKeySealer()
  expect(sealer?.open(sealer.seal('ab12'))).toBe('ab12')
  expect(safeStorage.encryptString).toHaveBeenCalledWith('ab12')
})

it('is none where the system has no key store, nor where Chromium only pretends to have one', () => {
  on('linux')
  safeStorage.getSelectedStorageBackend.mockReturnValueOnce('basic_text')
  expect(systemKeySealer()).toBeUndefined()
  safeStorage.isEncryptionAvailable.mockReturnValueOnce(false)
  expect(systemKeySealer()).toBeUndefined()
})

it('asks for the kind of key store on Linux alone, where there is the question', () => {
  on('win32')
  expect(systemKeySealer()).toBeDefined()
  expect(safeStorage.getSelectedStorageBackend).not.toHaveBeenCalled()
})
