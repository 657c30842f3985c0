import { Menu } from 'electron'
import { shellText } from '#shared/catalogue/shell.ts'

/** The shortcuts that a person expects of any window: editing, and making things larger. */
export function installMenu(): void {
  const { menu } = shellText
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
      { role: 'editMenu', label: menu.edit },
      {
        label: menu.view,
        submenu: [
          { role: 'zoomIn', label: menu.zoomIn },
          { role: 'zoomOut', label: menu.zoomOut },
          { role: 'resetZoom', label: menu.zoomReset },
          { role: 'togglefullscreen', label: menu.fullScreen },
        ],
      },
    ]),
  )
}
