import type { Session } from 'electron'

/** E2: a page puts no file on the disk; exports are written by the office (X2). */
export function blockDownloads(session: Session): void {
  session.on('will-download', (event) => event.preventDefault())
}
