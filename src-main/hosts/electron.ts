import { ipcMain, utilityProcess, type MessagePortMain } from 'electron'
import { connectChannel } from '../preload/bridge.ts'
import type { ChildName, Spawn } from './child.ts'
import { PageFlow } from './page-flow.ts'
import { readPageMessage } from './page-message.ts'
import type { Connection, Switchboard } from './switchboard.ts'

/** Starts children as Electron's utility processes. Electron must be ready, and new enough (see `child-runtime.ts`). */
export function utilityChildren(entries: Readonly<Record<ChildName, string>>): Spawn {
  return (name, environment) => {
    const child = utilityProcess.fork(entries[name], [], {
      env: { ...process.env, ...environment },
      serviceName: `hotline-seat ${name}`,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    return {
      get pid() {
        return child.pid
      },
      send: (message) => {
        child.postMessage(message)
      },
      kill: () => {
        // Not child.kill(), which asks (SIGTERM): a child that hangs would stay.
        if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL')
      },
      onMessage: (handler) => {
        child.on('message', (message) => {
          handler(message as never)
        })
      },
      onExit: (handler) => {
        child.on('exit', (code) => {
          handler(`exit ${code}`)
        })
      },
    }
  }
}

/**
 * Connects every page that asks to the switchboard, for as long as the page lives: its port closes when it is closed,
 * loaded anew or crashes.
 *
 * @param isOurs whether the frame with this origin may speak to us at all
 */
export function connectPages(switchboard: Switchboard, isOurs: (origin: string) => boolean): void {
  ipcMain.on(connectChannel, ({ senderFrame, ports }) => {
    const [port] = ports
    if (port === undefined) return
    // The frame is null when its page is gone already; only a window's outermost frame has none above it.
    if (senderFrame?.parent === null && isOurs(senderFrame.url)) connectPage(switchboard, port)
    else port.close()
  })
}

function connectPage(switchboard: Switchboard, port: MessagePortMain): void {
  const flow = new PageFlow((congested) => {
    connection.setCongested(congested)
  })
  const connection: Connection = switchboard.connect((frame) => {
    port.postMessage(frame)
    flow.sent()
  })
  port.on('message', ({ data }) => {
    const message = readPageMessage(data)
    switch (message?.type) {
      case 'frame':
        connection.receive(message.frame)
        return
      case 'audio':
        connection.receiveAudio(message.frame)
        return
      case 'taken':
        flow.taken(message.frames)
        return
      case undefined:
        // No page of ours sends this.
        port.close()
    }
  })
  port.on('close', () => {
    connection.close()
  })
  port.start()
}
