import type { BrowserWindow } from 'electron'
import type { Screen } from '../ports'

/** E5: screenshots and shared screens see a black window (Windows and macOS; Linux has no such thing). */
export const createScreen = (window: BrowserWindow): Screen => ({
  protect(on) {
    if (!window.isDestroyed()) window.setContentProtection(on)
  },
})
