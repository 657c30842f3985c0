import { join } from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'
import { FailureError, unwrap } from '#shared/base/result.ts'
import { shellText } from '#shared/catalogue/shell.ts'
import { forkChildren, type Spawn } from '../hosts/child.ts'
import { clientEnvironment } from '../hosts/client-environment.ts'
import { connectPages, utilityChildren } from '../hosts/electron.ts'
import { openMediaFork } from '../hosts/media-fork/open-media-fork.ts'
import { takeInstanceLock, type InstanceLock } from '../hosts/instance-lock.ts'
import { dataDirectory, programRoot } from '../hosts/paths.ts'
import { Switchboard } from '../hosts/switchboard.ts'
import { appUrl, isAppAddress } from './app-address.ts'
import { askNodeApi, chooseChildRuntime, outsideArchive, type ChildRuntime } from './child-runtime.ts'
import { guardPages } from './guard.ts'
import { installMenu } from './menu.ts'
import { offerPdf } from './save-pdf.ts'
import { registerAppScheme, serveApp } from './serve-app.ts'
import { systemKeySealer } from './store-key.ts'
import { grantSystemSound } from './system-sound.ts'
import { openDesk } from './windows.ts'

const childEntry = (name: string): string => join(programRoot, 'out', 'main', `${name}.js`)
const childEntries = { core: childEntry('core'), asr: childEntry('asr'), central: childEntry('central') }

function spawnOn(runtime: ChildRuntime): Spawn {
  if (runtime.kind === 'electron') return utilityChildren(childEntries)
  const { core, asr, central } = childEntries
  return forkChildren(
    { core: outsideArchive(core), asr: outsideArchive(asr), central: outsideArchive(central) },
    runtime.path,
  )
}

/** A second host on the same data would be two clients with one ticket book. */
function lockData(directory: string): InstanceLock {
  const taken = takeInstanceLock(directory)
  if ('running' in taken) throw new FailureError('data-in-use', shellText.dataInUse(directory))
  taken.lock.setAddress(appUrl)
  return taken.lock
}

async function start(): Promise<void> {
  const runtime = unwrap(
    await chooseChildRuntime(Number(process.versions['napi']), process.env['SEAT_NODE'], askNodeApi),
  )
  const directory = dataDirectory()
  const lock = lockData(directory)
  // Models and the site pack lie beside the archive, where they can be replaced.
  const resources = app.isPackaged ? process.resourcesPath : programRoot
  const switchboard = new Switchboard({
    spawn: spawnOn(runtime),
    ...clientEnvironment(
      directory,
      { models: join(resources, 'models'), pack: join(resources, 'knowledge-base') },
      process.env,
      systemKeySealer(),
    ),
  })
  const fork = openMediaFork(switchboard, directory, (line) => process.stderr.write(`${line}\n`))
  stopBeforeQuit(async () => {
    await (await fork).close()
    await switchboard.stop()
    lock.release()
  })

  installMenu()
  guardPages()
  grantSystemSound()
  offerPdf()
  serveApp(join(programRoot, 'out', 'renderer'))
  connectPages(switchboard, isAppAddress)
  // A process forked while a page's process starts inherits the page's end of its channel, and the page's crash then goes
  // unnoticed for as long as that process lives. Utility processes inherit nothing.
  if (runtime.kind === 'node') await switchboard.started
  const desk = openDesk(programRoot)
  app.on('second-instance', () => {
    bringForward(desk)
  })
  await switchboard.started
}

/** Lets the children finish what they write; Electron itself would end them at once. */
function stopBeforeQuit(stop: () => Promise<void>): void {
  let stopped = false
  app.on('before-quit', (event) => {
    if (stopped) return
    event.preventDefault()
    stopped = true
    void stop().finally(() => {
      app.quit()
    })
  })
}

function bringForward(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.focus()
}

/** Says why nothing works, on the terminal for the administrator and in a window for the person, and leaves. */
function giveUp(error: unknown): void {
  const message = error instanceof FailureError ? error.message : String(error)
  process.stderr.write(`${shellText.cannotStart}：${message}\n`)
  dialog.showErrorBox(shellText.cannotStart, message)
  process.exitCode = 1
  app.quit()
}

// The shell's own files (cookies, caches) must not lie where another Electron app's could.
app.setPath('userData', join(dataDirectory(), 'shell'))
app.commandLine.appendSwitch('disable-background-networking')
// Date fields and the browser's own words speak Chinese on a machine that was set up in another language.
app.commandLine.appendSwitch('lang', 'zh-CN')
registerAppScheme()

if (app.requestSingleInstanceLock()) {
  app.on('window-all-closed', () => {
    app.quit()
  })
  app.whenReady().then(start).catch(giveUp)
} else {
  app.quit()
}
