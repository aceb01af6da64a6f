import type { Session } from 'electron'

/** E2: a page puts no file on the disk; exports are written by the office (X2). */
export function withoutDownloads(ours: Session): void {
  ours.on('will-download', (event) => event.preventDefault())
}
