import { mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { createOffice } from '../../electron/office'
import { systemClock } from '../../electron/shell/system-clock'
import { createFileLog } from '../../electron/shell/file-log'
import { createPorts, createVault } from '../../electron/shell/host-ports'
import { createFolderFiles } from '../../electron/shell/save-file'
import { CHROMIUM_ARGUMENTS, findChromium, WITHOUT_MULTICAST } from './find-chromium'
import { createPrinter } from './printer'
import { openPage } from './serve-renderer'

// The browser host for people: `npm start` where there is no Electron. Bundled to out/host, run by plain Node.

const root = join(import.meta.dirname, '../..')

/** Finds the same folder that the app on Electron uses. */
function findHomeFolder(): string {
  if (process.platform === 'win32') return join(process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData/Local'), 'Day-book')
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support/Day-book')
  return join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Day-book')
}

const configuredFolder = process.env['DAYBOOK_DATA']
const data = configuredFolder ?? join(findHomeFolder(), 'book')
// A temporary profile: nothing of what a screen shows stays on the disk (E2).
const profile = mkdtempSync(join(tmpdir(), 'day-book-window-'))

const context = await chromium.launchPersistentContext(profile, {
  executablePath: findChromium() ?? '',
  headless: false,
  viewport: null,
  args: [...CHROMIUM_ARGUMENTS, '--app=about:blank', '--window-size=1280,800', WITHOUT_MULTICAST],
  ignoreDefaultArgs: ['--enable-automation'],
  // The order of closing is the database first, then the window, then its profile.
  handleSIGINT: false,
  handleSIGTERM: false,
  handleSIGHUP: false,
})
const log = createFileLog(join(configuredFolder ?? findHomeFolder(), 'logs'), systemClock)
const folders = { data, migrations: join(root, 'drizzle/migrations') }
const say = (line: string) => console.log(`Day-book: ${line}`)
const ports = createPorts({
  clock: systemClock,
  log,
  folders,
  notifier: { show: say },
  // A browser's window has no tray; the call screen shows the same time.
  tray: { setText: () => undefined },
  // A plain Chromium window cannot be hidden from screenshots (E5), and receives no power event.
  screen: { protect: () => undefined },
  // Downloads are refused, so no dialog opens: the path is printed on the terminal instead.
  files: createFolderFiles(join(homedir(), 'Documents', 'Day-book'), (path) => say(`saved as ${path}`)),
  printer: createPrinter(() => page),
  preventsLock: () => false,
})
const office = createOffice(ports, createVault(ports))
const page = await openPage(
  context,
  office,
  join(root, 'out/renderer'),
  () => undefined,
  () => log.error('asked for something outside', 'renderer'),
)

let ended = false
async function end(): Promise<void> {
  if (ended) return
  ended = true
  office.quit()
  await context.close().catch(() => undefined)
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  process.exit(0)
}
page.on('close', () => void end())
context.on('close', () => void end())
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end())
