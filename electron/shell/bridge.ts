import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import type { Answer } from '#shared/contract/entry'
import type { Office } from '../office'

const stranger: Answer<never> = { ok: false, failure: { kind: 'invalid', fields: [{ path: '', code: 'unknown_sender' }] } }

/** I1: one channel in, one out. Whoever calls is known by identity, never by its address. */
export function bridge(office: Office, window: BrowserWindow): void {
  const ours = window.webContents
  // A page that is gone has no frame, and no frame is not our frame.
  const isOurs = ({ sender, senderFrame }: IpcMainInvokeEvent): boolean =>
    sender === ours && !ours.isDestroyed() && senderFrame !== null && senderFrame === ours.mainFrame
  ipcMain.handle('call', (event, channel: unknown, raw: unknown) => {
    if (isOurs(event)) return office.call(channel as string, raw)
    office.refuseStranger()
    return stranger
  })
  office.onChanged((topics) => {
    if (!ours.isDestroyed()) ours.send('changed', topics)
  })
}
