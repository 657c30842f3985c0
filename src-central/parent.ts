/** Whoever started this process: a Node parent over IPC, or Electron's main process over a utility process's port. */
export interface Parent {
  readonly send: (message: { readonly type: 'listening'; readonly url: string }) => void
  /** Calls back when the parent says `{ type: 'stop' }` or is gone. */
  readonly onStop: (stop: () => void) => void
}

interface UtilityPort {
  readonly postMessage: (message: unknown) => void
  readonly on: (event: 'message', handler: (event: { readonly data: unknown }) => void) => unknown
}

/** Undefined where the process was started by hand or by a service manager. */
export function findParent(): Parent | undefined {
  const port = (process as { readonly parentPort?: UtilityPort }).parentPort
  if (port !== undefined) {
    return {
      send: (message) => {
        port.postMessage(message)
      },
      onStop: (stop) => {
        port.on('message', ({ data }) => {
          if (isStop(data)) stop()
        })
      },
    }
  }
  const send = process.send?.bind(process)
  if (send === undefined) return undefined
  return {
    send: (message) => {
      send(message)
    },
    onStop: (stop) => {
      process.once('disconnect', stop)
      process.on('message', (message) => {
        if (isStop(message)) stop()
      })
    },
  }
}

function isStop(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'stop'
}
