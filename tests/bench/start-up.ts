import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { PASSPHRASE } from '../tools/sample/set-up-sample'
import { formatMs, formatTable, computeTimes } from './statistics'

const TURNS = 7

// The smallest possible window.
const EMPTY = `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false })
  window.once('ready-to-show', () => window.show())
  void window.loadFile('index.html')
})
`

function emptyApp(): string {
  const folder = mkdtempSync(join(tmpdir(), 'day-book-empty-'))
  writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "main": "main.js" }')
  writeFileSync(join(folder, 'main.js'), EMPTY)
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>empty</title><label>Passphrase <input></label>')
  return folder
}

interface Started {
  readonly app: ElectronApplication
  readonly page: Page
  /** From the launch until there is a field to type in, ms. */
  readonly until: number
}

async function launch(appFolder: string, env: Readonly<Record<string, string>>): Promise<Started> {
  const { ELECTRON_RUN_AS_NODE: _, ...own } = process.env as Record<string, string>
  const profile = mkdtempSync(join(tmpdir(), 'day-book-profile-'))
  const began = performance.now()
  const app = await _electron.launch({
    executablePath: process.env['ELECTRON_EXEC'] ?? '',
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), appFolder, `--user-data-dir=${profile}`],
    env: { ...own, ...env },
  })
  const page = await app.firstWindow()
  await page.locator('input').first().waitFor()
  const until = performance.now() - began
  app.on('close', () => rmSync(profile, { recursive: true, force: true }))
  return { app, page, until }
}

/** From Enter on the passphrase until the board's rows are there: key derivation, opening, quick_check, the call, rendering. */
async function signIn(page: Page): Promise<number> {
  await page.locator('input[type=password]').fill(PASSPHRASE)
  const began = performance.now()
  await page.keyboard.press('Enter')
  await page.getByText('No. ').first().waitFor({ timeout: 180_000 })
  return performance.now() - began
}

/** Measures starts alternately with an empty window; both times contain the same share of the driver. */
export async function measureStarts(offices: readonly { readonly folder: string; readonly total: number }[]): Promise<string> {
  const executable = process.env['ELECTRON_EXEC']
  if (executable === undefined) return 'Start: not measured, ELECTRON_EXEC names no Electron (eval "$(../shared/electron/prepare)").'
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    return 'Start: not measured, there is no display (xvfb-run -a npm run bench).'
  const folder = emptyApp()
  mkdirSync('out', { recursive: true })
  try {
    const empty: number[] = []
    const shown = offices.map(() => [] as number[])
    const board = offices.map(() => [] as number[])
    for (let turn = 0; turn < TURNS; turn += 1) {
      const bare = await launch(folder, {})
      await bare.app.close()
      if (turn > 0) empty.push(bare.until)
      for (const [nth, office] of offices.entries()) {
        const started = await launch('.', { DAYBOOK_DATA: office.folder })
        // A large database takes long to check; two measurements say as much as seven.
        const signedIn = turn < 3 || office.total < 10_000 ? await signIn(started.page) : null
        await started.app.close()
        if (turn === 0) continue
        shown[nth]?.push(started.until)
        if (signedIn !== null) board[nth]?.push(signedIn)
      }
    }
    const base = computeTimes(empty)
    const line = (what: string, samples: readonly number[], ratio: boolean): string[] => {
      const { median, p95 } = computeTimes(samples)
      return [what, formatMs(median), formatMs(p95), ratio ? `${(median / base.median).toFixed(2)} ×` : '', String(samples.length)]
    }
    const rows = [
      ['start (ms)', 'median', '95th', 'empty window', 'runs'],
      line('an empty Electron window', empty, true),
      ...offices.map(({ total }, nth) => line(`to the sign-in screen, ${total.toLocaleString('en')}`, shown[nth] ?? [], true)),
      ...offices.map(({ total }, nth) => line(`from the passphrase to the board, ${total.toLocaleString('en')}`, board[nth] ?? [], false)),
    ]
    const held = offices.map((_, nth) => computeTimes(shown[nth] ?? []).median / base.median)
    return `${formatTable(rows)}\n\nsign-in screen ≤ 1.5 × an empty window: ${held.map((ratio) => `${ratio.toFixed(2)} × ${ratio <= 1.5 ? 'held' : 'MISSED'}`).join(', ')}`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
