import { isAppAddress } from './app-address.ts'

export interface PermissionRequest {
  /** Electron's name for it. */
  readonly permission: string
  /** Address or origin of the page that asks. */
  readonly origin: string
  /** What is to be captured, where `permission` is `media`. */
  readonly mediaTypes?: readonly string[] | undefined
}

/**
 * Our pages may use the microphone, hear what the machine plays, and copy text; nobody may do anything else. A request for
 * the machine's sound comes as media of no kind or as the screen's; what is given is decided by `system-sound.ts` alone.
 */
export function isPermitted({ permission, origin, mediaTypes }: PermissionRequest): boolean {
  if (!isAppAddress(origin)) return false
  if (permission === 'clipboard-sanitized-write' || permission === 'display-capture') return true
  return permission === 'media' && mediaTypes?.every((type) => type === 'audio') === true
}
