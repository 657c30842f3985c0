import { homedir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { dataDirectory } from '../../src-main/hosts/paths.ts'

function on(platform: NodeJS.Platform): void {
  vi.spyOn(process, 'platform', 'get').mockReturnValue(platform)
}
afterEach(() => vi.restoreAllMocks())

describe('the data directory', () => {
  it('is the one that was chosen, on every platform', () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      on(platform)
      expect(dataDirectory({ SEAT_DATA_DIR: '/data/seat', XDG_DATA_HOME: '/x', LOCALAPPDATA: 'C:\\x' })).toBe(
        '/data/seat',
      )
    }
  })

  it('follows the desktop on Linux; an empty choice is none', () => {
    on('linux')
    expect(dataDirectory({ XDG_DATA_HOME: '/home/seat/data' })).toBe(join('/home/seat/data', 'hotline-seat'))
    expect(dataDirectory({ SEAT_DATA_DIR: '' })).toBe(join(homedir(), '.local', 'share', 'hotline-seat'))
  })

  it('is under the local application data on Windows', () => {
    on('win32')
    expect(dataDirectory({ LOCALAPPDATA: '/local' })).toBe(join('/local', 'HotlineSeat'))
    expect(dataDirectory({})).toBe(join(homedir(), 'AppData', 'Local', 'HotlineSeat'))
  })

  it('is under the library on macOS', () => {
    on('darwin')
    expect(dataDirectory({})).toBe(join(homedir(), 'Library', 'Application Support', 'HotlineSeat'))
  })
})
