import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import type { Answer } from '#shared/contract/call'
import type { Office } from '../office'

const unknownSenderAnswer: Answer<never> = { ok: false, failure: { kind: 'invalid', fields: [{ path: '', code: 'unknown_sender' }] } }

/**
 * Connects the window to the office over one channel in and one channel out (I1). The sender is checked by identity, never by its
 * address.
 */
export function connectBridge(office: Office, window: BrowserWindow): void {
  const contents = window.webContents
  // A closed page has no frame, and no frame never equals the window's frame.
  const isFromWindow = ({ sender, senderFrame }: IpcMainInvokeEvent): boolean =>
    sender === contents && !contents.isDestroyed() && senderFrame !== null && senderFrame === contents.mainFrame
  ipcMain.handle('call', (event, channel: unknown, raw: unknown) => {
    if (isFromWindow(event)) return office.call(channel as string, raw)
    office.refuseUnknownSender()
    return unknownSenderAnswer
  })
  office.onChanged((topics) => {
    if (!contents.isDestroyed()) contents.send('changed', topics)
  })
}
