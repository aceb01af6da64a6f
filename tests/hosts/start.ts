import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { canInstall, provide } from '../tools/machine.ts'
import { findChromium } from './find-chromium.ts'
import { findElectron } from './find-electron.ts'

// What `npm start` runs: the app on Electron where a runtime is to be had, else on the browser host.

const root = resolve(import.meta.dirname, '../..')
const SAMPLE = join(root, '.office/sample')

const HELP = `npm start                    opens Day-book
npm start -- --sample        opens the practice office that \`npm run sample\` makes
npm start -- --data FOLDER   opens the office that lies in a folder
npm start -- --browser       uses an installed Chromium even where Electron is there`

/** Says what is the matter and what helps, in one line, and ends. */
function stop(line: string): never {
  console.error(line)
  process.exit(1)
}

function readArguments() {
  try {
    const options = {
      sample: { type: 'boolean' },
      data: { type: 'string' },
      browser: { type: 'boolean' },
      help: { type: 'boolean' },
    } as const
    return parseArgs({ options }).values
  } catch {
    return stop(`That is not an option. These are:\n${HELP}`)
  }
}

function findNewestTime(path: string): number {
  if (!existsSync(path)) return 0
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => findNewestTime(join(path, name))))
}

function run(command: string, args: readonly string[], failure: string): void {
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (done.status !== 0) stop(`${failure}\n${done.stdout}${done.stderr}`)
}

const bin = (name: string) => join(root, 'node_modules/.bin', name)

/** Builds what is missing or older than its sources. */
function build(forBrowser: boolean): void {
  const sources = Math.max(...['electron', 'renderer', 'shared', 'package.json'].map((name) => findNewestTime(join(root, name))))
  const main = join(root, 'out/main/index.js')
  if (!existsSync(main) || findNewestTime(main) < sources) {
    console.log('Building Day-book …')
    run(bin('electron-vite'), ['build', '-c', 'electron/electron.vite.config.ts'], 'The build failed.')
  }
  const host = join(root, 'out/host/run-browser.js')
  if (forBrowser && (!existsSync(host) || findNewestTime(host) < Math.max(sources, findNewestTime(join(root, 'tests/hosts'))))) {
    run(bin('vite'), ['build', '--ssr', 'tests/hosts/run-browser.ts', '--outDir', 'out/host', '--logLevel', 'warn'], 'The build failed.')
  }
}

function runOn(command: string, args: readonly string[], env: NodeJS.ProcessEnv): never {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  process.exit(done.status ?? 1)
}

function startOnElectron(electron: string, data: NodeJS.ProcessEnv): never {
  console.log('Day-book opens on Electron.')
  return runOn(electron, [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root], data)
}

function startOnBrowser(data: NodeJS.ProcessEnv, asked: boolean): never {
  if (findChromium() === null && canInstall()) provide(['chromium', 'fonts'])
  const chromium = findChromium()
  if (chromium === null)
    stop('Please install Chromium, Chrome or Edge, and run `npm start` again. On Debian: sudo apt-get install chromium')
  const reason = asked ? '' : "NOTICE: Electron's runtime is not on this machine and could not be downloaded.\n"
  console.log(`${reason}Day-book opens in ${chromium}: the same office, the same encrypted book, the same screens.`)
  return runOn(process.execPath, [join(root, 'out/host/run-browser.js')], { ...data, DAYBOOK_CHROMIUM: chromium })
}

const { sample, data, browser, help } = readArguments()
if (help) {
  console.log(HELP)
  process.exit(0)
}
if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
  const missingText = existsSync('/usr/bin/xvfb-run') ? '' : ' (first: apt-get install xvfb)'
  stop(`There is no display to open a window on. Without a screen, use a virtual one: xvfb-run -a npm start${missingText}`)
}
if (sample && !existsSync(join(SAMPLE, 'book.db'))) stop('There is no practice office yet. Make it with: npm run sample')
const folder = data === undefined ? (sample ? SAMPLE : undefined) : resolve(data)
const where = folder === undefined ? {} : { DAYBOOK_DATA: folder }
const electron = browser ? null : findElectron()
build(electron === null)
if (electron === null) startOnBrowser(where, browser === true)
startOnElectron(electron, where)
