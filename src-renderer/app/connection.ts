import { bridgeTransport, type SeatBridge } from '../connection/bridge-transport.ts'
import { connectSeat, type SeatConnection } from '../connection/seat-connection.ts'
import { webSocketTransport } from '../connection/web-socket-transport.ts'

declare global {
  interface Window {
    readonly seatBridge?: SeatBridge
  }
}

/** The shell's bridge where there is one, else a WebSocket to where the page came from. */
export function connectHere(): SeatConnection {
  if (window.seatBridge !== undefined) return connectSeat(bridgeTransport(window.seatBridge))
  const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws'
  return connectSeat(webSocketTransport(`${scheme}://${window.location.host}/ws`))
}
