import { app, session } from 'electron'
import { appUrl, isAppAddress, isLocalAddress } from './app-address.ts'
import { isPermitted } from './permissions.ts'

/** Closes every way from a page to the outside, for all windows there will be. Runs once the app is ready. */
export function guardPages(): void {
  const pages = session.defaultSession
  pages.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const mediaTypes = 'mediaTypes' in details ? details.mediaTypes : undefined
    answer(isPermitted({ permission, origin: details.requestingUrl, mediaTypes }))
  })
  pages.setPermissionCheckHandler((_contents, permission, origin, { mediaType }) =>
    isPermitted({ permission, origin, mediaTypes: mediaType === undefined ? undefined : [mediaType] }),
  )
  pages.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !isLocalAddress(url) })
  })

  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      // Loading the page anew is the only navigation there is; routes are in the fragment.
      if (!isAppAddress(event.url) || new URL(event.url).pathname !== new URL(appUrl).pathname) {
        event.preventDefault()
      }
    })
    contents.on('will-attach-webview', (event) => {
      event.preventDefault()
    })
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
