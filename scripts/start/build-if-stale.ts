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

/** Builds `out/` when anything it is made from is newer. False when the build failed; its errors are on the terminal. */
export function buildIfStale(root: string, onBuild: () => void): boolean {
  const built = join(root, 'out', 'renderer', 'index.html')
  const newest = Math.max(...sources.map((source) => newestChange(join(root, source))))
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return true
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

function newestChange(path: string): number {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  const inside = readdirSync(path).map((name) => newestChange(join(path, name)))
  return Math.max(stats.mtimeMs, ...inside)
}
