import type { Browser, BrowserContext, Page } from '@playwright/test'
import { createOffice, type Office } from '../../electron/office'
import type { Log } from '../../electron/ports'
import { createPorts, createVault } from '../../electron/shell/host-ports'
import { createFolderFiles } from '../../electron/shell/save-file'
import { TestClock } from '../../electron/shell/test-clock'
import type { Host, HostSettings } from './host'
import { collectProblems, createPageCalls, expectClockShown, readExports, stopClock, toExportFolder } from './page-host'
import { createPrinter } from './printer'
import { openPage } from './serve-renderer'

/** Starts the second host: plain Node and an installed Chromium over its debugging pipe, with the same office and renderer. */
export async function startBrowserHost(browser: Browser, { dataFolder, startAt, pcZone }: HostSettings): Promise<Host> {
  const clock = new TestClock(startAt, pcZone)
  const notifications: string[] = []
  const problems: string[] = []
  let isWorkerPresent = true
  let isProtected = false
  let tray: string | null = null
  const log: Log = { info: () => undefined, error: (event, where) => void problems.push(`${event} ${where}`) }
  let running: { readonly office: Office; readonly context: BrowserContext; readonly page: Page } | null = null

  const start = async () => {
    const folders = { data: dataFolder, migrations: 'drizzle/migrations' }
    const ports = createPorts({
      clock,
      log,
      folders,
      notifier: { show: (text) => void notifications.push(text) },
      tray: { setText: (text) => void (tray = text) },
      screen: { protect: (on) => void (isProtected = on) },
      files: createFolderFiles(toExportFolder(dataFolder)),
      printer: createPrinter(() => now().page),
      preventsLock: () => isWorkerPresent,
    })
    ports.screen.protect(true)
    const office = createOffice(ports, createVault(ports, true))
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'en-CA', timezoneId: pcZone })
    const page = await openPage(
      context,
      office,
      'out/renderer',
      async (fresh) => {
        collectProblems(fresh, problems)
        await stopClock(fresh)
      },
      (url) => void problems.push(`asked for ${url}`),
    )
    running = { office, context, page }
  }
  const quit = async () => {
    const last = running
    running = null
    await last?.context.close()
    last?.office.quit()
  }
  const now = () => {
    if (running === null) throw new Error('the app is not running')
    return running
  }
  /** The office hears that its clock was moved, and so does the window. */
  const resume = async () => {
    const { office, page } = now()
    office.resume()
    await expectClockShown(page, clock.now())
  }
  await start()

  return {
    ...createPageCalls('browser', () => now().page),
    kind: 'browser',
    dataFolder,
    problems,
    app: null,
    get page() {
      return now().page
    },
    clock: {
      now: () => clock.now(),
      async set(at) {
        clock.set(at)
        await resume()
      },
      async advance(ms) {
        clock.advance(ms)
        await resume()
      },
      async sleep(ms) {
        clock.sleep(ms)
        await resume()
      },
      async jump(ms) {
        clock.sleep(ms)
        now().office.tick()
      },
      async setWorkerAbsent() {
        isWorkerPresent = false
      },
      async setWorkerPresent() {
        isWorkerPresent = true
      },
    },
    notifications: async () => notifications,
    tray: async () => tray,
    exports: async () => readExports(dataFolder),
    isProtected: async () => isProtected,
    async power(event) {
      const { office } = now()
      if (event === 'suspend') office.suspend()
      else if (event === 'resume') office.resume()
      else if (event === 'lock-screen') office.osLocked()
      else office.focus()
    },
    quit,
    async crash() {
      await quit()
      await start()
    },
    async restart(closedFor = 0) {
      await quit()
      clock.sleep(closedFor)
      await start()
    },
  }
}
