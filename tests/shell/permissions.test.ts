import { expect, test } from 'vitest'
import { appUrl } from '../../src-main/shell/app-address.ts'
import { contentSecurityPolicy } from '../../src-main/hosts/page-files.ts'
import { isPermitted } from '../../src-main/shell/permissions.ts'

test('our page may use the microphone and write to the clipboard', () => {
  expect(isPermitted({ permission: 'media', origin: appUrl, mediaTypes: ['audio'] })).toBe(true)
  expect(isPermitted({ permission: 'clipboard-sanitized-write', origin: appUrl })).toBe(true)
})

test('our page may ask for the machine’s sound, in the words of older and newer Electrons', () => {
  expect(isPermitted({ permission: 'media', origin: appUrl, mediaTypes: [] })).toBe(true)
  expect(isPermitted({ permission: 'display-capture', origin: appUrl })).toBe(true)
})

test.each([
  ['the camera', { permission: 'media', origin: appUrl, mediaTypes: ['video'] }],
  ['camera and microphone', { permission: 'media', origin: appUrl, mediaTypes: ['audio', 'video'] }],
  ['media of a kind not told', { permission: 'media', origin: appUrl }],
  ['reading the clipboard', { permission: 'clipboard-read', origin: appUrl }],
  ['notifications', { permission: 'notifications', origin: appUrl }],
  ['the place', { permission: 'geolocation', origin: appUrl }],
  ['a strange screen', { permission: 'display-capture', origin: 'https://example.com' }],
  ['opening other programs', { permission: 'openExternal', origin: appUrl }],
  ['a strange microphone', { permission: 'media', origin: 'https://example.com', mediaTypes: ['audio'] }],
  ['a strange clipboard', { permission: 'clipboard-sanitized-write', origin: 'null' }],
])('nobody may have %s', (_what, request) => {
  expect(isPermitted(request)).toBe(false)
})

test('the policy lets pages load themselves and nothing else', () => {
  const directives = new Map(
    contentSecurityPolicy.split('; ').map((directive) => {
      const [name, ...sources] = directive.split(' ')
      return [name!, sources] as const
    }),
  )
  expect(directives.get('default-src')).toEqual(["'none'"])
  expect(directives.get('script-src')).toEqual(["'self'"])
  expect(directives.get('connect-src')).toEqual(["'self'"])
  expect(directives.get('frame-ancestors')).toEqual(["'none'"])
  const sources = new Set([...directives.values()].flat())
  expect(sources).toEqual(new Set(["'none'", "'self'", "'unsafe-inline'", 'data:', 'blob:']))
  expect(
    [...directives].filter(([, list]) => list.includes("'unsafe-inline'")).map(([name]) => name),
  ).toEqual(['style-src'])
})
