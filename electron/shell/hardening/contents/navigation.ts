import type { WebContents } from 'electron'

/** E2: no page, and no frame in it, goes anywhere. */
export function blockNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
}

/** E2: Electron asks nobody before `about:blank` and `about:srcdoc`; a page that went there is brought home. */
export function returnToStartPage(contents: WebContents, startUrl: string): void {
  const returnIfAway = (url: string) => {
    if (url.split(/[?#]/)[0] !== startUrl) void contents.loadURL(startUrl)
  }
  contents.on('did-navigate', (_event, url) => returnIfAway(url))
  contents.on('did-fail-load', (_event, _code, _reason, url, isMainFrame) => {
    if (isMainFrame) returnIfAway(url)
  })
}
