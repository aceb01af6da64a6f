import type { WebContents } from 'electron'

/** E2: no page, and no frame in it, goes anywhere. */
export function stayHere(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
}
