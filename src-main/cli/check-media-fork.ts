import { mediaForkText } from '#shared/catalogue/media-fork.ts'
import { forkAddress, isLoopback, readForkPlace } from '../hosts/media-fork/fork-settings.ts'

/** How the media fork stands on this machine: its address and never its token. */
export async function checkMediaFork(
  environment: NodeJS.ProcessEnv = process.env,
): Promise<{ readonly state: 'ok' | 'warning'; readonly detail: string }> {
  const place = readForkPlace(environment)
  if (place.kind === 'off') return { state: 'ok', detail: mediaForkText.off }
  if (place.kind === 'bad') return { state: 'warning', detail: place.why }
  const address = forkAddress(place.host, place.port)
  const who = await whoIsThere(place.host, place.port)
  if (who === 'another') return { state: 'warning', detail: mediaForkText.portTaken(place.port) }
  const detail = who === 'us' ? mediaForkText.listening(address) : mediaForkText.willListen(address)
  return isLoopback(place.host)
    ? { state: 'ok', detail }
    : { state: 'warning', detail: `${detail}${mediaForkText.everywhere}` }
}

/** A media fork answers 426 to what is no WebSocket. */
async function whoIsThere(host: string, port: number): Promise<'us' | 'another' | 'nobody'> {
  const reachable = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host
  try {
    const url = forkAddress(reachable, port).replace('ws:', 'http:')
    const { status } = await fetch(url, { signal: AbortSignal.timeout(3_000) })
    return status === 426 ? 'us' : 'another'
  } catch (error) {
    const { code } = ((error as Error).cause ?? {}) as NodeJS.ErrnoException
    return code === 'ECONNREFUSED' ? 'nobody' : 'another'
  }
}
