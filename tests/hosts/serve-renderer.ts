import { readFileSync } from 'node:fs'
import type { BrowserContext, Page } from 'playwright'
import type { Topic } from '#shared/contract/call'
import type { Bridge } from '#shared/contract/index'
import { contentSecurityPolicy } from '#shared/csp'
import type { Office } from '../../electron/office'
import { listBundleFiles } from '../../electron/shell/bundle-files'

export const ORIGIN = 'https://bundle.invalid'

interface BridgeWindow extends Window {
  __call(channel: unknown, input: unknown): Promise<unknown>
  __changed(topics: readonly Topic[]): void
}

/** Answers every request from the built renderer; whatever else is asked for is refused, and told to `onStray`. */
async function serveFiles(context: BrowserContext, folder: string, onRefused: (url: string) => void): Promise<void> {
  const files = listBundleFiles(folder)
  await context.route('**/*', async (route) => {
    const { origin, pathname } = new URL(route.request().url())
    const served = origin === ORIGIN ? files.get(pathname) : undefined
    if (served === undefined) {
      if (pathname !== '/favicon.ico') onRefused(route.request().url())
      return route.abort()
    }
    const headers = { 'content-security-policy': contentSecurityPolicy, 'x-content-type-options': 'nosniff' }
    return route.fulfill({ body: readFileSync(served.file), contentType: served.type, headers })
  })
}

/** Opens the built renderer over this office in a page: calls by a binding, no server, no port. */
export async function openPage(
  context: BrowserContext,
  office: Office,
  folder: string,
  prepare: (page: Page) => void | Promise<void>,
  onRefused: (url: string) => void,
): Promise<Page> {
  await serveFiles(context, folder, onRefused)
  // A window that opens as an app has a page already.
  const page = context.pages()[0] ?? (await context.newPage())
  await prepare(page)
  // E5: there is one window.
  context.on('page', (other) => void other.close().catch(() => undefined))
  await page.exposeBinding('__call', (_source, channel: string, input: unknown) => office.call(channel, input))
  await page.addInitScript(() => {
    const listeners = new Set<(topics: readonly Topic[]) => void>()
    const bridgeWindow = window as unknown as BridgeWindow
    bridgeWindow.__changed = (topics) => listeners.forEach((listener) => listener(topics))
    const bridge: Bridge = {
      call: (channel, input) => bridgeWindow.__call(channel, input) as ReturnType<Bridge['call']>,
      onChanged: (listener) => {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    }
    Object.assign(window, { bridge })
  })
  const stop = office.onChanged((topics) => {
    // A page that is just closing has nobody to tell.
    page.evaluate((changed) => (window as unknown as BridgeWindow).__changed?.(changed), topics).catch(() => undefined)
  })
  page.on('close', stop)
  await page.goto(`${ORIGIN}/index.html`)
  return page
}
