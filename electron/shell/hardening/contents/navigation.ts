import type { WebContents } from 'electron'

/** Blocks navigation of a page and of every frame in it (E2). */
export function blockNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
}

/** Returns a page to the start page. Electron does not ask before `about:blank` and `about:srcdoc` (E2). */
export function returnToStartPage(contents: WebContents, startUrl: string): void {
  const returnIfAway = (url: string) => {
    if (url.split(/[?#]/)[0] !== startUrl) void contents.loadURL(startUrl)
  }
  contents.on('did-navigate', (_event, url) => returnIfAway(url))
  contents.on('did-fail-load', (_event, _code, _reason, url, isMainFrame) => {
    if (isMainFrame) returnIfAway(url)
  })
}
