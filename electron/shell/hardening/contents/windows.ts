import { Menu, type WebContents } from 'electron'

/** Prevents a page from opening a window or embedding another page (E2, E5). */
export function blockNewWindows(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** Removes Electron's own menu, which has keys for the developer tools, for zoom and for reloading the page (E1). */
export function removeMenu(): void {
  Menu.setApplicationMenu(null)
}
