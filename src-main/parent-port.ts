/** The parent of this process as the program sees it, whichever way the process was started. */
export interface Parent<Incoming, Outgoing> {
  readonly send: (message: Outgoing) => void
  /** `onGone` runs when the parent went away; a child without a parent has nobody to work for. */
  readonly onMessage: (handler: (message: Incoming) => void, onGone?: () => void) => void
}

/** What Electron adds to `process` in a utility process; its messages arrive wrapped in an event. */
interface UtilityPort {
  readonly postMessage: (message: unknown) => void
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => unknown
}

/**
 * Connects to the parent: Electron's `process.parentPort`, else the channel of `child_process.fork` (start it with
 * `serialization: 'advanced'` so that typed arrays cross whole). Messages are trusted: both ends are this program.
 * Throws where there is no parent at all.
 */
export function connectParent<Incoming, Outgoing>(): Parent<Incoming, Outgoing> {
  const port = (process as { readonly parentPort?: UtilityPort }).parentPort
  if (port !== undefined) {
    return {
      send: (message) => {
        port.postMessage(message)
      },
      onMessage: (handler) => {
        // A utility process is ended by Electron when its parent goes.
        port.on('message', (event) => {
          handler(event.data as Incoming)
        })
      },
    }
  }
  if (process.send === undefined) throw new Error('this process was started without a channel to a parent')
  return {
    send: (message) => {
      // Sending to a parent that has just gone is no error: `disconnect` follows.
      if (process.connected) process.send?.(message, undefined, undefined, () => undefined)
    },
    onMessage: (handler, onGone) => {
      process.on('message', (message) => {
        handler(message as Incoming)
      })
      if (onGone !== undefined) process.on('disconnect', onGone)
    },
  }
}
