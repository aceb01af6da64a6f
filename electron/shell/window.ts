import { join } from 'node:path'
import { BrowserWindow } from 'electron'
import { focusOnSecondInstance } from './hardening/app/single-instance'
import { returnToStartPage } from './hardening/contents/navigation'
import { PARTITION } from './hardening/session/partition'
import { getWebPreferences } from './hardening/app/sandbox'
import { START_URL } from './app-protocol'

/** Opens the only window (E5). Its title is never more than the app's name (P6). */
export function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Day-book',
    width: 1280,
    height: 800,
    minWidth: 800,
    minHeight: 560,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      partition: PARTITION,
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      ...getWebPreferences(),
    },
  })
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => window.show())
  // The office and its timer go on without the page, and a blank window in the middle of a call helps no one.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'crashed' || reason === 'oom' || reason === 'killed') window.webContents.reload()
  })
  returnToStartPage(window.webContents, START_URL)
  focusOnSecondInstance(window)
  void window.loadURL(START_URL)
  return window
}
