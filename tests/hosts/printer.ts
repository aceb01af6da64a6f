import type { Page } from 'playwright'
import type { Printer } from '../../electron/ports'

/** The same as the app's own printer, over the debugging pipe. Chromium does not tell how its window for printing was answered. */
export const createPrinter = (page: () => Page): Printer => ({
  pdf: () => page().pdf({ tagged: true, outline: true, printBackground: false, preferCSSPageSize: true }),
  paper: () => page().evaluate(() => (window.print(), 'printed' as const)),
})
