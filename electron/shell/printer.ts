import type { BrowserWindow } from 'electron'
import type { Printer } from '../ports'

/** A page that cannot be printed by then never will be. */
const PRINT_TIMEOUT_MS = 30_000

/** M4: what the window shows, by its own rules for paper. The spool job has the window's title, which says nothing (L6). */
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
