import { join } from 'node:path'
import { app, Tray as Icon, type BrowserWindow } from 'electron'
import type { Tray } from '../ports'
import { bringToFront } from './hardening/instance'

const picture = (): string => (app.isPackaged ? join(process.resourcesPath, 'tray.png') : join(app.getAppPath(), 'resources/tray.png'))

/** M1, L6: beside the clock only while there is something to say; a click brings the window to the front. */
export function trayOf(window: BrowserWindow): Tray {
  let icon: Icon | null = null
  return {
    tell(text) {
      if (text === null) {
        icon?.destroy()
        icon = null
        return
      }
      if (icon === null) {
        icon = new Icon(picture())
        icon.on('click', () => bringToFront(window))
      }
      icon.setToolTip(text)
    },
  }
}
