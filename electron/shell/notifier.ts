import { Notification, type BrowserWindow } from 'electron'
import type { Notifier } from '../ports'
import { bringToFront } from './hardening/app/single-instance'

/** Creates the notifier (P6). The title is the app's name and the text is neutral; a click only brings the window to the front. */
export function createNotifier(window: BrowserWindow): Notifier {
  // A notification without a reference is garbage-collected, and its click handler with it.
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
