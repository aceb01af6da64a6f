import { expect, test } from '@playwright/test'
import type { Host } from '../hosts/host'
import { expectAccessible } from './axe'

const DESK = { width: 1280, height: 720 }
/** 200% on the desk's old monitor. */
const ZOOMED = { width: 640, height: 360 }

/** axe and a picture in daylight, at night, and twice as large: nothing is found, nothing has to be scrolled sideways. */
export async function look(host: Host, name: string): Promise<void> {
  const { page } = host
  const looks = [
    ['light', 'light', DESK],
    ['dark', 'dark', DESK],
    ['zoom', 'light', ZOOMED],
  ] as const
  for (const [mode, colorScheme, size] of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize(size)
    await test.step(`${name}, ${mode}`, async () => {
      await expectAccessible(page)
      await host.screenshot(`${name}-${mode}`)
    })
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.setViewportSize(DESK)
  await expect(page).toHaveTitle('Day-book')
}
