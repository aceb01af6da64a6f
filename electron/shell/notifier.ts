import { Notification, type BrowserWindow } from 'electron'
import type { Notifier } from '../ports'
import { bringToFront } from './hardening/app/single-instance'

/** P6: the title is the app's name, the text is neutral; a click only brings the window to the front. */
export function createNotifier(window: BrowserWindow): Notifier {
  // A notification that nobody refers to is collected, and its click with it.
  const shown = new Set<Notification>()
  return {
    show(text) {
      if (!Notification.isSupported()) return
      const notification = new Notification({ title: 'Day-book', body: text, silent: false })
      shown.add(notification)
      notification.on('click', () => bringToFront(window))
      notification.on('close', () => void shown.delete(notification))
      notification.show()
    },
  }
}
