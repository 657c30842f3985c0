import type { SystemSound } from '../audio/open-source.ts'
import type { SeatConnection } from '../connection/seat-connection.ts'

/** How this page gets at what the machine plays: granted by the shell, or as a device that the core makes. */
export function systemSoundOf(connection: SeatConnection): SystemSound {
  return {
    grantedByShell: window.seatBridge !== undefined,
    deviceLabel: async () => (await connection.call('devices.openSystemSound', {})).label,
  }
}
