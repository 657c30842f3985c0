/** Bytes sent at once; in base64 just what the contract allows. */
export const pieceBytes = 196_608

/** The part of a File that is needed. */
export type UploadFile = Pick<File, 'name' | 'size' | 'slice'>

/** Bytes as base64, in steps small enough for the argument list of a call. */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let start = 0; start < bytes.length; start += 8192) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 8192))
  }
  return btoa(binary)
}

export function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}
