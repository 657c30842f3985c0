import { relative } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  appFile,
  appUrl,
  isAppAddress,
  isLocalAddress,
  isTranscriptAddress,
} from '../../src-main/shell/app-address.ts'

const root = '/opt/seat/out/renderer'

describe('the sender check', () => {
  test.each([appUrl, 'seat://app', 'seat://app/', 'seat://app/index.html#/transcript'])(
    '%s is ours',
    (address) => {
      expect(isAppAddress(address)).toBe(true)
    },
  )

  test.each([
    '',
    'null',
    'about:blank',
    'https://app/index.html',
    'file:///opt/seat/out/renderer/index.html',
    'seat://other/index.html',
    'seat://app.example.com/index.html',
    'seat://app:80/index.html',
    'seat://someone@app/index.html',
    'seats://app/index.html',
    'https://example.com/?seat://app/index.html',
  ])('"%s" is not', (address) => {
    expect(isAppAddress(address)).toBe(false)
  })
})

describe('the file of an address', () => {
  test.each([
    ['seat://app/', `${root}/index.html`],
    [`${appUrl}#/transcript`, `${root}/index.html`],
    ['seat://app/assets/index-1a2b.js?worker', `${root}/assets/index-1a2b.js`],
    ['seat://app/assets/%E5%AD%97.woff2', `${root}/assets/字.woff2`],
    ['seat://app/../../etc/passwd', `${root}/etc/passwd`],
  ])('%s', (address, file) => {
    expect(appFile(root, address)).toBe(file)
  })

  test.each([
    'seat://app/..%2f..%2fpackage.json',
    'seat://app/%2e%2e%2fmain%2fmain.js',
    'seat://app/a/..%2f..%2f..%2fetc%2fpasswd',
    'seat://app/..%5c..%5cpackage.json',
    'seat://app/index.html%00.js',
    'seat://app/%',
    'seat://app/assets%2f..',
    'seat://other/index.html',
    'https://app/index.html',
  ])('%s has none', (address) => {
    expect(appFile(root, address)).toBeUndefined()
  })

  test('no address leads out of the folder', () => {
    const piece = fc.oneof(
      fc.constantFrom('..', '.', '%2e%2e', '%2f', '/', '%5c', '\\', '%00', '%25', 'a', '%'),
      fc.string({ maxLength: 4 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const file = appFile(root, `seat://app/${pieces.join('')}`)
        if (file !== undefined) expect(relative(root, file)).not.toMatch(/^(\.\.(\/|$)|\/|$)/)
      }),
      { numRuns: 2_000 },
    )
  })
})

test.each([
  ['seat://app/index.html#/transcript', true],
  ['seat://app/#/transcript', true],
  ['seat://app/index.html#/', false],
  ['seat://app/index.html#/transcript/..', false],
  ['seat://app/assets/index.js#/transcript', false],
  ['https://example.com/index.html#/transcript', false],
])('whether a page may open %s: %s', (address, allowed) => {
  expect(isTranscriptAddress(address)).toBe(allowed)
})

test.each([
  ['seat://app/assets/index.js', true],
  ['blob:seat://app/5b7f0a0e', true],
  ['data:image/png;base64,AAAA', true],
  ['devtools://devtools/bundled/inspector.html', true],
  ['blob:https://example.com/5b7f0a0e', false],
  ['https://example.com/', false],
  ['ws://127.0.0.1:1234/', false],
  ['file:///etc/passwd', false],
  ['ftp://example.com/', false],
  ['nonsense', false],
])('whether a page may fetch %s: %s', (address, allowed) => {
  expect(isLocalAddress(address)).toBe(allowed)
})
