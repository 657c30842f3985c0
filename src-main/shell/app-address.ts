import { join, relative, resolve, sep } from 'node:path'

/** Our pages live under a scheme of their own: no server, no file: URLs, an origin that nothing remote can have. */
export const appScheme = 'seat'
const appHost = 'app'
export const appUrl = `${appScheme}://${appHost}/index.html`

/** Whether an address, or the origin of a frame, is one of our pages. */
export function isAppAddress(address: string): boolean {
  // `URL.origin` is "null" for a scheme that the URL standard does not know, so it cannot be compared.
  const url = parse(address)
  return url?.protocol === `${appScheme}:` && url.host === appHost && url.username === ''
}

/** The one window that a page may open: the transcript for a second screen. */
export function isTranscriptAddress(address: string): boolean {
  const url = parse(address)
  return (
    url !== undefined &&
    isAppAddress(address) &&
    (url.pathname === '/' || url.pathname === '/index.html') &&
    url.hash === '#/transcript'
  )
}

/** Whether a page may fetch an address at all. Nothing remote is ever loaded, whatever a page's policy says. */
export function isLocalAddress(address: string): boolean {
  const protocol = parse(address)?.protocol
  if (protocol === 'blob:') return isAppAddress(address.slice('blob:'.length))
  return protocol === 'data:' || protocol === 'devtools:' || isAppAddress(address)
}

/** The file under `root` that an address names; undefined for any other address and any way out of `root`. */
export function appFile(root: string, address: string): string | undefined {
  const url = parse(address)
  if (url === undefined || !isAppAddress(address)) return undefined
  const path = decode(url.pathname)
  if (path === undefined || /[\0\\]/.test(path)) return undefined
  const file = resolve(join(root, path === '/' ? 'index.html' : path))
  const inside = relative(root, file)
  return inside === '' || inside === '..' || inside.startsWith(`..${sep}`) ? undefined : file
}

function parse(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}
