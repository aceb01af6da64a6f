import type { Page } from 'playwright'
import type { Printer } from '../../electron/ports'

/** Creates the app's printer over the debugging pipe. Chromium does not report how its print dialog was answered. */
export const createPrinter = (page: () => Page): Printer => ({
  pdf: () => page().pdf({ tagged: true, outline: true, printBackground: false, preferCSSPageSize: true }),
  paper: () => page().evaluate(() => (window.print(), 'printed' as const)),
})
