import { expect, test } from '@playwright/test'
import type { Host } from '../../hosts/host'
import { expectAccessible } from './axe'

const DESKTOP = { width: 1280, height: 720 }
/** 200% on the desk's old monitor. */
const ZOOMED = { width: 640, height: 360 }

/** axe and a picture in daylight, at night, and twice as large: nothing is found, nothing has to be scrolled sideways. */
export async function checkAppearance(host: Host, name: string): Promise<void> {
  const { page } = host
  const looks = [
    ['light', 'light', DESKTOP],
    ['dark', 'dark', DESKTOP],
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
  await page.setViewportSize(DESKTOP)
  await expect(page).toHaveTitle('Day-book')
}
