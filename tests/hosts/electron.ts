import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import type {} from '../../electron/shell/test-control'
import type { Host, HostSettings } from './host'
import { throughPage, watch } from './page'

type Move = 'set' | 'advance' | 'sleep' | 'jump'

/** The first host: the app itself on the Electron runtime that `ELECTRON_EXEC` names. */
export async function electronHost({ dataFolder, startAt, pcZone }: HostSettings): Promise<Host> {
  const problems: string[] = []
  const heard: string[] = []
  let running: { readonly app: ElectronApplication; readonly page: Page } | null = null
  // The app's clock is moved from here only, so its time is known without asking.
  let time = startAt

  const start = async () => {
    const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
    const app = await _electron.launch({
      timeout: 30_000,
      executablePath: process.env['ELECTRON_EXEC'] ?? '',
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '.'],
      env: { ...(env as Record<string, string>), DAYBOOK_DATA: dataFolder, DAYBOOK_TEST_CLOCK: String(time), DAYBOOK_TEST_ZONE: pcZone },
    })
    const page = await app.firstWindow({ timeout: 20_000 })
    watch(page, problems)
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720))
    await page.waitForLoadState()
    running = { app, page }
  }
  const now = () => {
    if (running === null) throw new Error('the app is not running')
    return running
  }
  const newlyShown = () => now().app.evaluate(() => globalThis.__daybook?.notifications.splice(0) ?? [])
  const quit = async () => {
    const last = running
    if (last !== null) heard.push(...(await newlyShown()))
    running = null
    await last?.app.close()
  }
  const move = async (how: Move, value: number) => {
    await now().app.evaluate(
      (_electron, [kind, ms]) => {
        const { clock, office } = globalThis.__daybook!
        if (kind === 'set') clock.set(ms)
        else if (kind === 'advance') clock.advance(ms)
        else clock.sleep(ms)
        if (kind === 'jump') office?.tick()
        else office?.resume()
      },
      [how, value] as const,
    )
    time = how === 'set' ? value : time + value
  }
  await start()

  return {
    ...throughPage('electron', () => now().page),
    kind: 'electron',
    dataFolder,
    problems,
    get page() {
      return now().page
    },
    clock: {
      now: () => time,
      set: (at) => move('set', at),
      advance: (ms) => move('advance', ms),
      sleep: (ms) => move('sleep', ms),
      jump: (ms) => move('jump', ms),
    },
    async notifications() {
      heard.push(...(await newlyShown()))
      return heard
    },
    quit,
    async restart(closedFor = 0) {
      await quit()
      time += closedFor
      await start()
    },
  }
}
