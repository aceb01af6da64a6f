import type { BrowserWindow } from 'electron'
import type { Printer } from '../ports'

/** A page that is not printed within this time never will be. */
const PRINT_TIMEOUT_MS = 30_000

/**
 * Creates the printer (M4). It prints what the window shows, with the page's own print styles. The spool job carries the window's title,
 * which reveals nothing (L6).
 */
export const createPrinter = ({ webContents }: BrowserWindow): Printer => ({
  pdf: () =>
    new Promise((resolve, reject) => {
      const timeout = setTimeout(() => reject(new Error('printing takes too long')), PRINT_TIMEOUT_MS)
      webContents
        .printToPDF({ generateTaggedPDF: true, generateDocumentOutline: true, printBackground: false, preferCSSPageSize: true })
        .then(resolve, reject)
        .finally(() => clearTimeout(timeout))
    }),
  paper: () =>
    new Promise((resolve) =>
      webContents.print({ silent: false, printBackground: false }, (done) => resolve(done ? 'printed' : 'cancelled')),
    ),
})
