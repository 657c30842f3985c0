import { describe, expect, it, vi } from 'vitest'
import { oncePer, oncePerText } from '#shared/base/remember.ts'

describe('what is worked out once', () => {
  it('is worked out once for a text, and again when so many others came between', () => {
    const read = vi.fn((text: string) => text.length)
    const length = oncePerText(read, 2)
    expect([length('一'), length('一'), length('二二')]).toEqual([1, 1, 2])
    expect(read).toHaveBeenCalledTimes(2)
    expect([length('三三三'), length('一')]).toEqual([3, 1])
    expect(read).toHaveBeenCalledTimes(4)
  })

  it('is worked out once for an object, also where nothing came of it', () => {
    const read = vi.fn<(key: { readonly name: string }) => string | undefined>()
    const found = oncePer(read)
    const key = { name: 'a' }
    expect([found(key), found(key), found({ name: 'a' })]).toEqual([undefined, undefined, undefined])
    expect(read).toHaveBeenCalledTimes(2)
  })
})
