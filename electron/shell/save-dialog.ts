import { basename, join } from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'
import type { Files } from '../ports'
import { saveFile } from './save-file'

/** X2: asks in the system's own window where a file is to lie; the page never learns the place. */
export const createFiles = (window: BrowserWindow): Files => ({
  async save(suggestedName, bytes) {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: join(app.getPath('documents'), basename(suggestedName)),
      properties: ['showOverwriteConfirmation', 'createDirectory', 'dontAddToRecent'],
    })
    return canceled || filePath === '' ? 'cancelled' : saveFile(filePath, bytes)
  },
})
