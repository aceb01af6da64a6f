import { Menu, type WebContents } from 'electron'

/** E2, E5: a page opens no window and holds no other page. */
export function blockNewWindows(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** E1: Electron's own menu has keys for the developer tools, for zoom and for loading the page afresh. */
export function removeMenu(): void {
  Menu.setApplicationMenu(null)
}
