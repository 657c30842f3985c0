import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What the built client is made from. */
const sources = [
  'src-main',
  'src-renderer',
  'src-shared',
  'src-central',
  'package-lock.json',
  'electron.vite.config.ts',
]

/** Whether `out/` is missing or older than anything it is made from. */
export function isStale(root: string): boolean {
  const built = join(root, 'out', 'renderer', 'index.html')
  if (!existsSync(built)) return true
  const newest = Math.max(...sources.map((source) => newestFile(join(root, source))))
  return statSync(built).mtimeMs < newest
}

/** Builds `out/` when it is stale. False when the build failed; its errors are on the terminal. */
export function buildIfStale(root: string, onBuild: () => void): boolean {
  if (!isStale(root)) return true
  onBuild()
  const build = spawnSync(process.execPath, [electronViteEntry(root), 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return build.status === 0
}

function electronViteEntry(root: string): string {
  return join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
}

/** When the newest file in a folder was written, in ms. */
function newestFile(path: string): number {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newestFile(join(path, name))))
}
