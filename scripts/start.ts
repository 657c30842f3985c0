/**
 * `npm start`: builds what is stale, then opens the client in the best window there is (Electron, an installed browser's
 * app window, or an address to open) and says in one line which, and why. SEAT_WINDOW=electron|browser|address chooses.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { hostMessages } from '../src-shared/catalogue/hosts.ts'
import { startHeadless, type HeadlessHost } from '../src-main/hosts/headless.ts'
import { dataDirectory, programRoot } from '../src-main/hosts/paths.ts'
import { buildIfStale } from './start/build-if-stale.ts'
import { findBrowser, type Browser } from './start/find-browser.ts'
import { findElectron } from './start/find-electron.ts'

const say = (line: string): void => console.log(line)
const wanted = process.env['SEAT_WINDOW'] ?? ''
/** Chromium refuses its sandbox to root; a seat is never run as root, a container is. */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return [process.env['DISPLAY'], process.env['WAYLAND_DISPLAY']].some(
    (display) => display !== undefined && display !== '',
  )
}

async function main(): Promise<void> {
  if (!buildIfStale(programRoot, () => say(hostMessages.building))) {
    fail(hostMessages.buildFailed)
    return
  }
  if (wanted === 'address') return openHeadless(undefined, hostMessages.whyAsked)
  if (!hasDisplay()) return openHeadless(undefined, hostMessages.noDisplay)
  const electron =
    wanted === 'browser' ? ({ found: false, why: hostMessages.whyAsked } as const) : await findElectron(say)
  if (electron.found && (await openElectron(electron.path, electron.why))) return
  const browser = findBrowser()
  await openHeadless(browser, browser === undefined || electron.found ? hostMessages.noBrowser : electron.why)
}

/** True once the window was opened and closed again by the person; false when it could not be opened. */
async function openElectron(path: string, why: string): Promise<boolean> {
  const child = spawn(path, [...asRoot, programRoot], {
    stdio: 'inherit',
    env: { ...process.env, SEAT_NODE: process.env['SEAT_NODE'] ?? process.execPath },
  })
  say(hostMessages.openedElectron(why))
  const code = await exitOf(child)
  if (code === 0) return true
  say(hostMessages.electronExited(code))
  return false
}

async function openHeadless(browser: Browser | undefined, why: string): Promise<void> {
  const directory = dataDirectory()
  const started = await startHeadless({
    dataDirectory: directory,
    port: Number(process.env['SEAT_PORT'] ?? 0),
    say,
  })
  if (started.kind === 'running') {
    say(hostMessages.running(started.address))
    return
  }
  const { host } = started
  stopOnSignal(host)
  if (browser === undefined) {
    say(hostMessages.printed(host.server.newAddress(), why))
    return
  }
  const window = spawn(
    browser.path,
    [
      ...asRoot,
      `--app=${host.server.newAddress()}`,
      `--user-data-dir=${join(directory, 'browser')}`,
      '--no-first-run',
      '--disable-background-networking',
      '--window-size=1366,768',
    ],
    { stdio: 'ignore' },
  )
  say(hostMessages.openedBrowser(browser.name, why))
  await exitOf(window)
  await leave(host)
}

function stopOnSignal(host: HeadlessHost): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void leave(host))
}

async function leave(host: HeadlessHost): Promise<void> {
  say(hostMessages.stopping)
  await host.stop()
  process.exit(0)
}

async function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1))
    child.once('error', () => resolve(127))
  })
}

function fail(line: string): void {
  console.error(line)
  process.exitCode = 1
}

main().catch((error: unknown) => {
  const { code, message } = error as NodeJS.ErrnoException
  const cannotWrite = code === 'EACCES' || code === 'EROFS' || code === 'ENOSPC'
  console.error(
    cannotWrite ? hostMessages.cannotWrite(dataDirectory(), code) : hostMessages.cannotStart(message),
  )
  process.exit(1)
})
