import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { protocol } from 'electron'
import { appFile, appScheme } from './app-address.ts'
import { contentSecurityPolicy } from './content-security-policy.ts'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Makes the scheme a secure origin like https. Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built pages. Files of a kind we do not build are not served. */
export function serveApp(rendererDirectory: string): void {
  protocol.handle(appScheme, async ({ method, url }) => {
    const file = method === 'GET' ? appFile(rendererDirectory, url) : undefined
    const type = file === undefined ? undefined : contentTypes[extname(file)]
    if (file === undefined || type === undefined) return new Response(null, { status: 404 })
    try {
      return new Response(await readFile(file), {
        headers: {
          'content-type': type,
          'content-security-policy': contentSecurityPolicy,
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
        },
      })
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}
