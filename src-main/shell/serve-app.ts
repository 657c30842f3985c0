import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { contentTypeOf, pageHeaders } from '../hosts/page-files.ts'
import { appFile, appScheme } from './app-address.ts'

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
    const type = file === undefined ? undefined : contentTypeOf(file)
    if (file === undefined || type === undefined) return new Response(null, { status: 404 })
    try {
      return new Response(await readFile(file), {
        headers: { ...pageHeaders, 'content-type': type },
      })
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}
