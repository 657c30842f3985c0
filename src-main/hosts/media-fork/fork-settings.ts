import { isIP } from 'node:net'
import { join } from 'node:path'
import { mediaForkText } from '#shared/catalogue/media-fork.ts'
import { keptToken } from '../kept-token.ts'

/** Where the switch connects to, if it may. */
export type ForkSettings =
  | { readonly kind: 'off' }
  /** Wanted, but not possible as it was written; `why` is for the administrator. */
  | { readonly kind: 'bad'; readonly why: string }
  | { readonly kind: 'on'; readonly host: string; readonly port: number; readonly token: string }

const usual = { host: '127.0.0.1', port: 12_346 } as const
/** Enough that nobody guesses it; ours have 32. */
const shortestToken = 16

/**
 * Reads SEAT_MEDIA_FORK (`on`, or `HOST:PORT` with port 0 for any free one) and SEAT_MEDIA_FORK_TOKEN. Without the second a
 * token is made once and kept in `media-fork-token` of the data directory.
 */
export function readForkSettings(dataDirectory: string, environment: NodeJS.ProcessEnv): ForkSettings {
  const place = readForkPlace(environment)
  if (place.kind !== 'on') return place
  const given = environment['SEAT_MEDIA_FORK_TOKEN'] ?? ''
  if (given !== '' && given.length < shortestToken) {
    return { kind: 'bad', why: mediaForkText.shortToken(shortestToken) }
  }
  const path = join(dataDirectory, 'media-fork-token')
  try {
    return { ...place, token: given === '' ? keptToken(path) : given }
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    return { kind: 'bad', why: mediaForkText.tokenFile(path, reason) }
  }
}

/** The same without the token, for who must not know it. */
export function readForkPlace(
  environment: NodeJS.ProcessEnv,
):
  | Exclude<ForkSettings, { kind: 'on' }>
  | { readonly kind: 'on'; readonly host: string; readonly port: number } {
  const written = environment['SEAT_MEDIA_FORK']?.trim() ?? ''
  if (['', 'off', '0'].includes(written)) return { kind: 'off' }
  if (['on', '1'].includes(written)) return { kind: 'on', ...usual }
  const [, bracketed, name, port = ''] = /^(?:\[([\da-f:]+)\]|([^\s:/]+)):(\d{1,5})$/iu.exec(written) ?? []
  const host = bracketed ?? name ?? ''
  if (host === '' || Number(port) > 65_535) return { kind: 'bad', why: mediaForkText.badAddress(written) }
  return { kind: 'on', host, port: Number(port) }
}

/** Whether only programs of this machine can connect there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

/** The address as the switch writes it. */
export function forkAddress(host: string, port: number): string {
  return `ws://${isIP(host) === 6 ? `[${host}]` : host}:${port}/`
}
