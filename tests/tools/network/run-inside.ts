import { spawn } from 'node:child_process'
import { lookup } from 'node:dns/promises'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { load } from '../bundle.ts'
import { layWire } from './capture.ts'

// Runs inside the namespaces that `network-proof.ts` makes; nothing of it reaches any other network.

const kind = process.env['DAYBOOK_PROOF_HOST'] ?? 'browser'
const CONTROL_MS = 20_000
const SESSION_MS = 35_000

/** Plain Electron: a window with a field that contains a misspelled word. */
const EMPTY_ELECTRON = `const { app, BrowserWindow } = require('electron')
app.setPath('userData', require('node:path').join(__dirname, 'profile'))
app.whenReady().then(() => {
  const window = new BrowserWindow()
  window.loadURL('data:text/html,<textarea autofocus>mispeled</textarea>')
})`

async function bareElectron(folder: string): Promise<void> {
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'bare', main: 'main.cjs' }))
  writeFileSync(join(folder, 'main.cjs'), EMPTY_ELECTRON)
  const app = spawn(process.env['ELECTRON_EXEC'] ?? '', ['--no-sandbox', folder], { stdio: 'ignore' })
  const ended = new Promise((resolve) => app.once('exit', resolve))
  await pause(CONTROL_MS)
  app.kill()
  await ended
}

async function prove(scratch: string): Promise<boolean> {
  const { session } = await load<typeof import('./session')>('tests/tools/network/session.ts', 'network')
  const wire = await layWire()
  /** Counts the packets that were seen while `act` ran. */
  const count = async (what: string, act: () => Promise<unknown>): Promise<number> => {
    const [before, began] = [wire.packets.length, performance.now()]
    await act()
    await wire.settle()
    const seen = wire.packets.slice(before)
    console.log(`${what}, ${Math.round((performance.now() - began) / 1000)} s: ${seen.length} packets`)
    for (const line of seen.slice(0, 6)) console.log(`    ${line}`)
    return seen.length
  }
  try {
    const controls = [await count('Control, one look-up of a name', () => lookup('control.invalid').catch(() => undefined))]
    if (kind === 'electron') controls.push(await count('Control, Electron as it comes', () => bareElectron(join(scratch, 'bare'))))
    const host = kind === 'electron' ? 'on Electron' : 'on the browser host'
    const said = await count(`Day-book ${host}, set-up, board, handoff, lock, a hostile script`, () =>
      session(kind, join(scratch, 'data'), SESSION_MS),
    )
    if (controls.includes(0)) console.log('A control was not seen, so nothing is proved.')
    else console.log(said === 0 ? 'Nothing left the app (E3): 0 packets.' : `The app has talked: ${said} packets.`)
    return said === 0 && !controls.includes(0)
  } finally {
    wire.cut()
  }
}

const scratch = mkdtempSync(join(tmpdir(), 'day-book-proof-'))
try {
  process.exitCode = (await prove(scratch)) ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
