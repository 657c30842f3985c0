import { join } from 'node:path'
import { app, BrowserWindow, type BrowserWindowConstructorOptions } from 'electron'
import { shellText } from '#shared/catalogue/shell.ts'
import { appUrl, isTranscriptAddress } from './app-address.ts'

/** The page is designed for 1366×768; below the least size its columns would overlap. */
const size = { width: 1366, height: 768, minWidth: 1024, minHeight: 600 }
const reloadAfterCrashMs = 1_000

function windowOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    ...size,
    useContentSize: true,
    title: shellText.title,
    backgroundColor: '#FAFAF7',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // The spelling dictionaries would be fetched from the network.
      spellcheck: false,
      // A call goes on while its window is behind another.
      backgroundThrottling: false,
      devTools: !app.isPackaged,
    },
  }
}

/** Opens the seat desk. When it closes, the transcript's window closes with it. */
export function openDesk(programRoot: string): BrowserWindow {
  const options = windowOptions(join(programRoot, 'out', 'preload', 'preload.cjs'))
  const desk = new BrowserWindow({ ...options, show: false })
  let transcript: Electron.BrowserWindow | undefined

  prepare(desk)
  desk.webContents.setWindowOpenHandler(({ url }) => {
    if (!isTranscriptAddress(url)) return { action: 'deny' }
    if (transcript === undefined) return { action: 'allow', overrideBrowserWindowOptions: options }
    transcript.focus()
    return { action: 'deny' }
  })
  desk.webContents.on('did-create-window', (window) => {
    transcript = window
    prepare(window)
    window.once('closed', () => {
      transcript = undefined
    })
  })
  desk.once('ready-to-show', () => {
    desk.show()
  })
  desk.once('closed', () => transcript?.close())
  void desk.loadURL(appUrl)
  return desk
}

function prepare(window: Electron.BrowserWindow): void {
  // Hidden for good, not behind Alt: Alt with a digit reads out an answer. Its shortcuts still work.
  window.setMenuBarVisibility(false)
  window.setContentSize(size.width, size.height)
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    setTimeout(() => {
      if (!window.isDestroyed()) window.webContents.reload()
    }, reloadAfterCrashMs)
  })
}
