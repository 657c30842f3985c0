/** A file that a person chose. */
export interface TableFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Undefined where it is not UTF-8, as an older Excel writes CSV. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
