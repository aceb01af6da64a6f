import { join } from 'node:path'
import { app, Tray as Icon, type BrowserWindow } from 'electron'
import type { Tray } from '../ports'
import { bringToFront } from './hardening/app/single-instance'

const getIconPath = (): string => (app.isPackaged ? join(process.resourcesPath, 'tray.png') : join(app.getAppPath(), 'resources/tray.png'))

/** Creates the tray icon, which is visible only while it has something to say (M1, L6). A click brings the window to the front. */
export function createTray(window: BrowserWindow): Tray {
  let icon: Icon | null = null
  return {
    setText(text) {
      if (text === null) {
        icon?.destroy()
        icon = null
        return
      }
      if (icon === null) {
        icon = new Icon(getIconPath())
        icon.on('click', () => bringToFront(window))
      }
      icon.setToolTip(text)
    },
  }
}
