import { isAppAddress } from './app-address.ts'

export interface PermissionRequest {
  /** Electron's name for it. */
  readonly permission: string
  /** Address or origin of the page that asks. */
  readonly origin: string
  /** What is to be captured, where `permission` is `media`. */
  readonly mediaTypes?: readonly string[] | undefined
}

/** Our pages may use the microphone and copy text; nobody may do anything else. */
export function isPermitted({ permission, origin, mediaTypes }: PermissionRequest): boolean {
  if (!isAppAddress(origin)) return false
  if (permission === 'clipboard-sanitized-write') return true
  return (
    permission === 'media' &&
    mediaTypes !== undefined &&
    mediaTypes.length > 0 &&
    mediaTypes.every((type) => type === 'audio')
  )
}
