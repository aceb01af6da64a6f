import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type {} from '../../renderer/office/bridge'
import type {} from '../../renderer/office/clock'
import type { Exported, Host, HostKind } from './host'

/** Collects what a healthy page never reports. */
export function collectProblems(page: Page, problems: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || /content security policy/i.test(message.text())) problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(String(error)))
}

const standStill = () => void (window.stoppedClock = { said: 0 })

/** Stops the window's clock: from now on, and after each reload, it shows the office's time and does not count on. */
export async function stopClock(page: Page): Promise<void> {
  await page.addInitScript(standStill)
  await page.evaluate(standStill)
}

/** Waits until the window shows that the office's clock was moved to `at`. An office that is ahead of the PC's clock (T3) stays ahead. */
export async function expectClockShown(page: Page, at: number): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => window.stoppedClock?.said ?? 0), {
      message: 'what the window’s clock shows',
      intervals: [10, 20, 50, 100],
    })
    .toBeGreaterThanOrEqual(at)
}

/** Returns the folder where a test host saves exports; the fixture removes it. */
export const toExportFolder = (dataFolder: string): string => `${dataFolder}-exports`

/** Returns an Electron host's own temporary folder; the fixture removes it. */
export const toTemporaryFolder = (dataFolder: string): string => `${dataFolder}-temp`

export function readExports(dataFolder: string): readonly Exported[] {
  const folder = toExportFolder(dataFolder)
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).toSorted()
  return names.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
}

/** Creates the part of a host that is the same for every page with a bridge. */
export const createPageCalls = (kind: HostKind, page: () => Page): Pick<Host, 'call' | 'callRaw' | 'screenshot'> => {
  const callRaw: Host['callRaw'] = (channel, input) =>
    page().evaluate(([name, raw]) => window.bridge.call(name as string, raw), [channel, input] as const)
  return {
    callRaw,
    call: callRaw as Host['call'],
    async screenshot(name) {
      mkdirSync('test-results/screens', { recursive: true })
      await page().screenshot({ path: join('test-results/screens', `${kind}-${name}.png`), animations: 'disabled' })
    },
  }
}
