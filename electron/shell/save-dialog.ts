import { basename, join } from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'
import type { Files } from '../ports'
import { saveFile } from './save-file'

/** Creates the file port, which asks in the system's save dialog where to put a file (X2). The page never learns the path. */
export const createFiles = (window: BrowserWindow): Files => ({
  async save(suggestedName, bytes) {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: join(app.getPath('documents'), basename(suggestedName)),
      properties: ['showOverwriteConfirmation', 'createDirectory', 'dontAddToRecent'],
    })
    return canceled || filePath === '' ? 'cancelled' : saveFile(filePath, bytes)
  },
})
