import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium, expect, type Browser, type Page } from '@playwright/test'
import { startBrowserHost } from '../../hosts/browser'
import { CHROMIUM_ARGUMENTS, findChromium, WITHOUT_MULTICAST } from '../../hosts/find-chromium'
import { createPageCalls } from '../../hosts/page-host'
import { AppPage } from '../../pages/app'
import { SignInPage } from '../../pages/sign-in'
import { NewHandoffPage } from '../../pages/new-handoff'
import { PASSPHRASE, setUpOffice } from '../../support/office/set-up-office'
import { attackPage } from '../../support/page/hostile-page'

const PORT = 9_333

interface OpenedSession {
  readonly page: Page
  close(): Promise<void>
}

/**
 * Starts the app as people do. Playwright's own way to start an Electron adds switches that keep it quiet, so it only connects to the
 * debugging port of this namespace.
 */
async function onElectron(dataFolder: string): Promise<OpenedSession> {
  const app = spawn(process.env['ELECTRON_EXEC'] ?? '', ['--no-sandbox', `--remote-debugging-port=${PORT}`, '.'], {
    stdio: 'ignore',
    env: { ...process.env, DAYBOOK_DATA: dataFolder },
  })
  const ended = new Promise((resolve) => app.once('exit', resolve))
  const join = async (): Promise<Browser> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await chromium.connectOverCDP(`http://127.0.0.1:${PORT}`)
      } catch (error) {
        if (tries === 60) throw error
        await pause(500)
      }
    }
  }
  const browser = await join()
  await expect.poll(() => browser.contexts().flatMap((context) => context.pages()).length, { timeout: 60_000 }).toBeGreaterThan(0)
  const page = browser.contexts().flatMap((context) => context.pages())[0] as Page
  return {
    page,
    async close() {
      await browser.close()
      app.kill()
      await ended
    },
  }
}

async function onBrowser(dataFolder: string): Promise<OpenedSession> {
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: [...CHROMIUM_ARGUMENTS, WITHOUT_MULTICAST] })
  const host = await startBrowserHost(browser, { dataFolder, startAt: Date.now(), pcZone: 'America/Edmonton' })
  return {
    page: host.page,
    async close() {
      await host.quit()
      await browser.close()
    },
  }
}

/** Runs set-up, the board, a new handoff typed into the form, the search, lock and sign-in again, for at least this many milliseconds. */
export async function session(kind: string, dataFolder: string, atLeast: number): Promise<void> {
  const began = performance.now()
  const opened = kind === 'electron' ? await onElectron(dataFolder) : await onBrowser(dataFolder)
  const { page } = opened
  try {
    const signInPage = new SignInPage(page)
    const database = new AppPage(page)
    const intake = new NewHandoffPage(page)
    const host = createPageCalls('electron', () => page)
    await expect(signInPage.heading('One line for every handoff, until she is reached.')).toBeVisible({ timeout: 60_000 })
    await page.keyboard.press('F1')
    await page.keyboard.press('Escape')
    await setUpOffice(host)
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible({ timeout: 60_000 })
    for (const name of ['Northgate Clinic', 'Court Line'])
      await host.call('partner.save', { id: null, name, kind: 'agency', phone: '780 555 0170', note: '', helpsToReach: true })
    const number = await intake.write({ partner: 'Northgate Clinic', name: 'Amal Rahimi', alias: 'Amal, mispeled on purpuse' })
    await database.openPage('Board')
    await database.openRecord(number)
    await database.openPage('Partners')
    await database.openPage('Settings')
    await page.keyboard.press('F9')
    await expect(signInPage.heading('Who is at the desk?')).toBeVisible()
    await page.keyboard.press('1')
    await database.signIn(PASSPHRASE)
    await database.openPage('Board')
    await pause(Math.max(0, atLeast - (performance.now() - began)))
    await page.keyboard.press('F9')
    await expect(signInPage.heading('Who is at the desk?')).toBeVisible()
    // Last, because it destroys the page: a hostile script, towards an address beyond the route and towards a name.
    for (const outside of ['198.51.100.66', 'outside.invalid']) await attackPage(page, 8_077, outside)
    await pause(3_000)
  } finally {
    await opened.close()
  }
}
