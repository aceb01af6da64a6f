import { app, type WebPreferences } from 'electron'

/** E1: before the app is ready. */
export function enablePageSandbox(): void {
  // As root, on the test machines alone, Chromium refuses to start with a sandbox; nobody else can leave it out.
  const isRootWithoutSandbox = process.getuid?.() === 0 && app.commandLine.hasSwitch('no-sandbox')
  if (!isRootWithoutSandbox) app.enableSandbox()
}

/** E1: a page has no Node, a world apart from its preload, no `<webview>`, and developer tools only where we develop. */
export const getWebPreferences = (): WebPreferences => ({
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
  devTools: !app.isPackaged,
})
