import { app, type BrowserWindow } from 'electron'

/**
 * Tells whether this is the first start of this operating-system user (E5). The database's exclusive lock refuses a start by another user
 * (D1).
 */
export const isFirstInstance = (): boolean => app.requestSingleInstanceLock()

/** Brings the first window to the front after a second start or a click on a notification (E5). */
export function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** Brings the window to the front on a second start. The arguments of that start are ignored (E5). */
export function focusOnSecondInstance(window: BrowserWindow): void {
  app.on('second-instance', () => bringToFront(window))
}
