import { app, type WebPreferences } from 'electron'

/** Enables the sandbox for every page (E1). Must run before the app is ready. */
export function enablePageSandbox(): void {
  // As root, on the test machines alone, Chromium refuses to start with a sandbox. No other user can turn it off.
  const isRootWithoutSandbox = process.getuid?.() === 0 && app.commandLine.hasSwitch('no-sandbox')
  if (!isRootWithoutSandbox) app.enableSandbox()
}

/** Returns a page's web preferences (E1): no Node, isolated from its preload, no `<webview>`, and developer tools only in development. */
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
