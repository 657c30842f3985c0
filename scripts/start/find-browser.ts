import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export interface Browser {
  readonly name: string
  readonly path: string
}

const onPath: readonly (readonly [string, string])[] = [
  ['Chromium', 'chromium'],
  ['Chromium', 'chromium-browser'],
  ['Chrome', 'google-chrome'],
  ['Chrome', 'google-chrome-stable'],
  ['Edge', 'microsoft-edge'],
  ['Edge', 'microsoft-edge-stable'],
]

const elsewhere: Readonly<Partial<Record<NodeJS.Platform, readonly (readonly [string, string])[]>>> = {
  darwin: [
    ['Chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['Edge', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    ['Chromium', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  ],
  win32: [
    ['Edge', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
    ['Chrome', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
  ],
}

/** An installed browser that can show an app window; the first of Chromium, Chrome, Edge. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): Browser | undefined {
  const directories = (environment['PATH'] ?? '').split(delimiter)
  const candidates = [
    ...onPath.flatMap(([name, file]) =>
      directories.map((directory) => [name, join(directory, file)] as const),
    ),
    ...(elsewhere[process.platform] ?? []),
  ]
  const found = candidates.find(([, path]) => existsSync(path))
  return found === undefined ? undefined : { name: found[0], path: found[1] }
}
