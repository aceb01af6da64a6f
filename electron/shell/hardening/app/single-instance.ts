import { app, type BrowserWindow } from 'electron'

/** E5: true for the first start of this user; another user's is refused by the book's exclusive lock (D1). */
export const isFirstInstance = (): boolean => app.requestSingleInstanceLock()

/** E5: a second start, or a click on a notification, brings the first window to the front. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** E5: what a second start was given is not looked at. */
export function focusOnSecondInstance(window: BrowserWindow): void {
  app.on('second-instance', () => bringToFront(window))
}
