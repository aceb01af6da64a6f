import type { Session } from 'electron'

/** Blocks downloads by a page (E2). The main process writes the exports (X2). */
export function blockDownloads(session: Session): void {
  session.on('will-download', (event) => event.preventDefault())
}
