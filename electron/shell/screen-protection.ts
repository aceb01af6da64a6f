import type { BrowserWindow } from 'electron'
import type { Screen } from '../ports'

/**
 * Creates the port that makes screenshots and shared screens show a black window (E5). It works on Windows and macOS; Linux has no such
 * function.
 */
export const createScreen = (window: BrowserWindow): Screen => ({
  protect(on) {
    if (!window.isDestroyed()) window.setContentProtection(on)
  },
})
