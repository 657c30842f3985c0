import { FailureError } from '#shared/base/result.ts'
import { speechModelText as text } from '#shared/catalogue/speech-models.ts'

/** Worth another attempt: the connection, or the server for the moment. */
export class Interruption extends Error {}

/** What is there of a file, and what tells whether the server still has the same one. */
export interface Part {
  readonly bytes: number
  /** A strong ETag, or the time of the last change. */
  readonly validator: string
}

export interface Opened {
  /** Where in the file the body begins: 0 where the server sends all of it anew. */
  readonly from: number
  readonly total: number | undefined
  readonly validator: string | undefined
  readonly body: AsyncIterable<Uint8Array>
}

/**
 * Asks for a file from where the part ends; undefined where the part is of no use to this server. Throws a
 * {@link FailureError} (`model-fetch-not-found`, `-refused`, `-web-page`) or an {@link Interruption}.
 */
export async function openDownload(
  address: string,
  part: Part | undefined,
  signal: AbortSignal,
): Promise<Opened | undefined> {
  const range =
    part === undefined ? {} : { range: `bytes=${String(part.bytes)}-`, 'if-range': part.validator }
  // Sizes and ranges are those of the file only where nothing compresses it on the way.
  const headers = { 'accept-encoding': 'identity', ...range }
  const response = await fetch(address, { headers, signal }).catch((error: unknown) => {
    throw new Interruption(reasonOf(error))
  })
  const validator = validatorOf(response)
  if (response.status === 206 || response.status === 416) {
    const goesOn = rangeStart(response) === part?.bytes && (validator ?? part?.validator) === part?.validator
    if (part === undefined) throw new Interruption(text.serverError(response.status))
    if (response.status === 416 || !goesOn) return undefined
  } else refuseUnlessFile(response, hostOf(address))
  const from = response.status === 206 ? (part?.bytes ?? 0) : 0
  const length = response.headers.get('content-length')
  const total = length === null ? undefined : from + Number(length)
  return { from, total, validator, body: bodyOf(response) }
}

function refuseUnlessFile(response: Response, host: string): void {
  const { status } = response
  if (status === 408 || status === 429 || status >= 500) throw new Interruption(text.serverError(status))
  if (status === 404 || status === 410) {
    throw new FailureError('model-fetch-not-found', text.notFound(host, status))
  }
  if (!response.ok) throw new FailureError('model-fetch-refused', text.refused(host, status))
  if (/^text\/html\b/iu.test(response.headers.get('content-type') ?? '')) {
    throw new FailureError('model-fetch-web-page', text.webPage(host))
  }
}

function rangeStart(response: Response): number | undefined {
  const start = /^bytes (\d+)-/u.exec(response.headers.get('content-range') ?? '')?.[1]
  return start === undefined ? undefined : Number(start)
}

function validatorOf(response: Response): string | undefined {
  const etag = response.headers.get('etag')
  if (etag !== null && !etag.startsWith('W/')) return etag
  return response.headers.get('last-modified') ?? undefined
}

async function* bodyOf(response: Response): AsyncGenerator<Uint8Array> {
  if (response.body === null) return
  try {
    yield* response.body as AsyncIterable<Uint8Array>
  } catch (error) {
    throw new Interruption(reasonOf(error))
  }
}

/** The system's code where there is one: a host that cannot be found and one that hangs up are mended differently. */
function reasonOf(error: unknown): string {
  if (error instanceof Interruption) return error.message
  const code = error instanceof Error ? codeOf(error.cause) : undefined
  return code === undefined || code.startsWith('UND_ERR') ? text.brokenOff : `${text.brokenOff}，${code}`
}

function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error ? (cause as NodeJS.ErrnoException).code : undefined
}

/** The host of an address, as a person knows it. */
export function hostOf(address: string): string {
  return new URL(address).host
}
