import type { BrowserWindow } from 'electron'
import type { Printer } from '../ports'

/** A page that cannot be printed by then never will be. */
const PATIENCE = 30_000

/** M4: what the window shows, by its own rules for paper. The spool job has the window's title, which says nothing (L6). */
export const printerOf = ({ webContents }: BrowserWindow): Printer => ({
  pdf: () =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('printing takes too long')), PATIENCE)
      webContents
        .printToPDF({ generateTaggedPDF: true, generateDocumentOutline: true, printBackground: false, preferCSSPageSize: true })
        .then(resolve, reject)
        .finally(() => clearTimeout(late))
    }),
  paper: () =>
    new Promise((resolve) =>
      webContents.print({ silent: false, printBackground: false }, (done) => resolve(done ? 'printed' : 'cancelled')),
    ),
})
