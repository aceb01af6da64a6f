import { mkdirSync } from 'node:fs'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import type {} from '../../electron/shell/test-control'
import type { Host, HostSettings } from './host'
import { collectProblems, createPageCalls, expectClockShown, readExports, stopClock, toTemporaryFolder } from './page-host'

type Move = 'set' | 'sleep' | 'jump'

/**
 * Asks again if the answer is lost: Electron's inspector may collect its promise while the app is busy. Only for questions that may be
 * repeated.
 */
async function surely<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask()
    } catch (error) {
      if (tries === 3 || !String(error).includes('garbage collected')) throw error
    }
  }
}

/** Starts the first host: the app itself on the Electron runtime that `ELECTRON_EXEC` names. */
export async function startElectronHost({ dataFolder, startAt, pcZone }: HostSettings): Promise<Host> {
  const problems: string[] = []
  const heard: string[] = []
  let running: { readonly app: ElectronApplication; readonly page: Page } | null = null
  // The app's clock is moved from here only, so its time is known without asking.
  let time = startAt
  let counted = 0
  let isWorkerPresent = true

  const temporary = toTemporaryFolder(dataFolder)
  mkdirSync(temporary, { recursive: true })

  const start = async () => {
    const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
    const app = await _electron.launch({
      timeout: 120_000,
      executablePath: process.env['ELECTRON_EXEC'] ?? '',
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '.'],
      env: {
        ...(env as Record<string, string>),
        TMPDIR: temporary,
        DAYBOOK_DATA: dataFolder,
        DAYBOOK_TEST_CLOCK: String(time),
        DAYBOOK_TEST_ZONE: pcZone,
        DAYBOOK_TEST_DESK: isWorkerPresent ? 'attended' : 'left',
      },
    })
    const page = await app.firstWindow({ timeout: 120_000 })
    collectProblems(page, problems)
    await surely(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720)))
    await page.waitForLoadState()
    await stopClock(page)
    running = { app, page }
  }
  const now = () => {
    if (running === null) throw new Error('the app is not running')
    return running
  }
  // What was shown is counted here, so that asking twice loses nothing.
  const newlyShown = async () => {
    const shown = await surely(() =>
      now().app.evaluate((_electron, from) => globalThis.__daybook?.notifications.slice(from) ?? [], counted),
    )
    counted += shown.length
    return shown
  }
  const quit = async () => {
    const last = running
    if (last !== null) heard.push(...(await newlyShown()))
    running = null
    counted = 0
    await last?.app.close()
  }
  // To an instant, not by a distance: asked twice, the clock moves once.
  const move = async (how: Move, to: number) => {
    await surely(() =>
      now().app.evaluate(
        (_electron, [kind, instant]) => {
          const { clock, office } = globalThis.__daybook!
          if (kind === 'set') clock.set(instant)
          else clock.sleep(instant - clock.now())
          if (kind === 'jump') office?.tick()
          else office?.resume()
        },
        [how, to] as const,
      ),
    )
    time = to
    if (how !== 'jump') await expectClockShown(now().page, to)
  }
  const stand = async (isPresent: boolean) => {
    await surely(() => now().app.evaluate((_electron, is) => void (globalThis.__daybook!.isAttended = is), isPresent))
    isWorkerPresent = isPresent
  }
  await start()

  return {
    ...createPageCalls('electron', () => now().page),
    kind: 'electron',
    dataFolder,
    problems,
    get app() {
      return now().app
    },
    get page() {
      return now().page
    },
    clock: {
      now: () => time,
      set: (at) => move('set', at),
      advance: (ms) => move('set', time + ms),
      sleep: (ms) => move('sleep', time + ms),
      jump: (ms) => move('jump', time + ms),
      setWorkerAbsent: () => stand(false),
      setWorkerPresent: () => stand(true),
    },
    async notifications() {
      heard.push(...(await newlyShown()))
      return heard
    },
    tray: () => surely(() => now().app.evaluate(() => globalThis.__daybook!.tray)),
    exports: async () => readExports(dataFolder),
    isProtected: () => surely(() => now().app.evaluate(() => globalThis.__daybook!.isProtected)),
    // The real adapter receives it as from the machine (here Linux, which reports no locked screen).
    power: (event) => surely(() => now().app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event)),
    quit,
    async crash() {
      const { app } = now()
      heard.push(...(await newlyShown()))
      running = null
      counted = 0
      const gone = app.waitForEvent('close')
      app.process().kill('SIGKILL')
      await gone
      await start()
    },
    async restart(closedFor = 0) {
      await quit()
      time += closedFor
      await start()
    },
  }
}
