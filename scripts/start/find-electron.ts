import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { downloadArtifact } from '@electron/get'
import { hostMessages } from '../../src-shared/catalogue/hosts.ts'

export type ElectronSearch =
  | { readonly found: true; readonly path: string; readonly why: string }
  | { readonly found: false; readonly why: string }

/** Without a byte for so long, the download's host counts as out of reach. */
const silenceMs = 6_000

const packageDirectory = dirname(createRequire(import.meta.url).resolve('electron/package.json'))

/**
 * An Electron runtime: the one that ELECTRON_OVERRIDE_DIST_PATH names, the one that is installed, or one fetched now the way the electron
 * package does it, with progress; given up when its host does not answer within a few seconds.
 */
export async function findElectron(say: (line: string) => void): Promise<ElectronSearch> {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override !== undefined && override !== '') {
    const path = join(override, process.platform === 'win32' ? 'electron.exe' : 'electron')
    return existsSync(path)
      ? { found: true, path, why: hostMessages.whyOverride }
      : { found: false, why: hostMessages.electronNone }
  }
  const installed = installedPath()
  if (installed !== undefined) return { found: true, path: installed, why: hostMessages.whyInstalled }
  if (!(await fetchRuntime(say))) return { found: false, why: hostMessages.electronUnreachable }
  // The package's own installer unpacks what is in the download cache now.
  spawnSync(process.execPath, [join(packageDirectory, 'install.js')], { stdio: 'ignore' })
  const path = installedPath()
  return path === undefined
    ? { found: false, why: hostMessages.electronNone }
    : { found: true, path, why: hostMessages.whyFetched }
}

function installedPath(): string | undefined {
  const pathFile = join(packageDirectory, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const path = join(packageDirectory, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(path) ? path : undefined
}

/** Downloads the runtime into Electron's own cache; false when its host cannot be reached. */
async function fetchRuntime(say: (line: string) => void): Promise<boolean> {
  const { version } = JSON.parse(readFileSync(join(packageDirectory, 'package.json'), 'utf8')) as {
    version: string
  }
  const checksums = JSON.parse(readFileSync(join(packageDirectory, 'checksums.json'), 'utf8')) as Record<
    string,
    string
  >
  let shown = -1
  let heardAt = Date.now()
  const silence = Promise.withResolvers<false>()
  const watch = setInterval(() => {
    if (Date.now() - heardAt > silenceMs) silence.resolve(false)
  }, 500)
  const download = downloadArtifact({
    version,
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
    checksums,
    downloadOptions: {
      quiet: true,
      getProgressCallback: ({ percent }: { percent: number }) => {
        heardAt = Date.now()
        const step = Math.floor(percent * 20) * 5
        if (step > shown) say(hostMessages.electronFetching((shown = step)))
        return Promise.resolve()
      },
    },
  })
  try {
    return await Promise.race([download.then(() => true), silence.promise])
  } catch {
    return false
  } finally {
    clearInterval(watch)
    download.catch(() => undefined)
  }
}
