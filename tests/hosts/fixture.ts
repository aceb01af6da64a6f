import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, test as base, type Browser } from '@playwright/test'
import { startBrowserHost } from './browser'
import { CHROMIUM_ARGUMENTS, findChromium } from './find-chromium'
import { startElectronHost } from './electron'
import type { Host, HostKind } from './host'
import { toExportFolder, toTemporaryFolder } from './page-host'

export interface HostOptions {
  kind: HostKind
  /** The clock's instant at the start (UTC ms); the default is Friday 20 November 2026, 9:00 in Edmonton. */
  startAt: number
  /** The PC's own zone. */
  pcZone: string
}

interface BrowserPool {
  readonly browser: () => Promise<Browser>
}

/** Journeys are written against `host` alone and run on both. */
export const test = base.extend<HostOptions & { host: Host }, { browserPool: BrowserPool }>({
  kind: ['browser', { option: true }],
  startAt: [Date.UTC(2026, 10, 20, 15), { option: true }],
  pcZone: ['America/Edmonton', { option: true }],
  // One Chromium a worker, started only where a journey needs it.
  browserPool: [
    async ({}, use) => {
      let browser: Promise<Browser> | null = null
      const launch = () => {
        const executablePath = findChromium()
        if (executablePath === null) throw new Error('no Chromium, Chrome or Edge is installed')
        return chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS })
      }
      await use({ browser: () => (browser ??= launch()) })
      await (browser as Promise<Browser> | null)?.then((one) => one.close())
    },
    { scope: 'worker' },
  ],
  host: async ({ kind, startAt, pcZone, browserPool }, use) => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'day-book-'))
    const settings = { dataFolder, startAt, pcZone }
    const host = kind === 'electron' ? await startElectronHost(settings) : await startBrowserHost(await browserPool.browser(), settings)
    try {
      await use(host)
      expect(host.problems).toEqual([])
    } finally {
      await host.quit()
      for (const folder of [dataFolder, toExportFolder(dataFolder), toTemporaryFolder(dataFolder)])
        rmSync(folder, { recursive: true, force: true })
    }
  },
})

export { expect } from '@playwright/test'
