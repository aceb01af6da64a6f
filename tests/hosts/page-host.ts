import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type {} from '../../renderer/office/bridge'
import type {} from '../../renderer/office/clock'
import type { Exported, Host, HostKind } from './host'

/** Collects what a healthy page never says. */
export function collectProblems(page: Page, problems: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || /content security policy/i.test(message.text())) problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(String(error)))
}

const standStill = () => void (window.stoppedClock = { said: 0 })

/** From now on, and after each reload, the window shows the time that the office says and does not count on from there. */
export async function stopClock(page: Page): Promise<void> {
  await page.addInitScript(standStill)
  await page.evaluate(standStill)
}

/** Done when the window has heard that the office's clock was moved to `at`; an office that is ahead of the PC's clock (T3) stays ahead. */
export async function expectClockShown(page: Page, at: number): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => window.stoppedClock?.said ?? 0), {
      message: 'what the window’s clock shows',
      intervals: [10, 20, 50, 100],
    })
    .toBeGreaterThanOrEqual(at)
}

/** Where a test host saves what somebody exports; the fixture takes it away. */
export const toExportFolder = (dataFolder: string): string => `${dataFolder}-exports`

/** The temporary folder of an Electron host's own; the fixture takes it away. */
export const toTemporaryFolder = (dataFolder: string): string => `${dataFolder}-temp`

export function readExports(dataFolder: string): readonly Exported[] {
  const folder = toExportFolder(dataFolder)
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).toSorted()
  return names.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
}

/** The part of a host that is the same for every page with a bridge. */
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
