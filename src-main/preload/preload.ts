import { contextBridge, ipcRenderer } from 'electron'
import type { ServerFrame } from '#shared/contract/frames.ts'
import {
  connectChannel,
  reportEvery,
  savePdfChannel,
  type PageMessage,
  type SavePdfOutcome,
  type SeatBridge,
} from './bridge.ts'

const { port1: port, port2: hostPort } = new MessageChannel()
const handlers = new Set<(frame: ServerFrame) => void>()
let taken = 0

function say(message: PageMessage): void {
  port.postMessage(message)
}

port.addEventListener('message', (event) => {
  const frame = (event as Event & { readonly data: ServerFrame }).data
  for (const handler of handlers) handler(frame)
  taken += 1
  if (taken < reportEvery) return
  say({ type: 'taken', frames: taken })
  taken = 0
})

const bridge: SeatBridge = {
  send: (frame) => {
    say({ type: 'frame', frame })
  },
  onFrame: (handler) => {
    handlers.add(handler)
    // Until now the port has kept what came.
    port.start()
    return () => {
      handlers.delete(handler)
    }
  },
  sendAudio: (bytes) => {
    port.postMessage(bytes)
  },
  savePdf: (order) => ipcRenderer.invoke(savePdfChannel, order) as Promise<SavePdfOutcome>,
}

ipcRenderer.postMessage(connectChannel, null, [hostPort])
contextBridge.exposeInMainWorld('seatBridge', bridge)
