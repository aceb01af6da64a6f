import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

// What `npm run build` has made; `npm test` builds first.
const built = existsSync('out/main/index.js')
const ALLOWED = new Set(['electron', 'better-sqlite3', '@node-rs/argon2'])

/**
 * Lists the modules that a bundle requires at run time. Comments of bundled libraries also contain `from '…'`, so only whole statements
 * count.
 */
function listRequired(code: string): readonly string[] {
  const statements = [
    ...code.matchAll(/^\s*(?:import|export)\b[^;\n]*?\bfrom\s*["']([^"']+)["']/gm),
    ...code.matchAll(/^\s*import\s*["']([^"']+)["']/gm),
    ...code.matchAll(/(?<![.\w*])(?:require|import)\(\s*["']([^"']+)["']\s*\)/g),
  ]
  return [...new Set(statements.map((match) => match[1] ?? ''))].filter((name) => !name.startsWith('.')).toSorted()
}

const files = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.c?js$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))

if (!built) console.log('not run: what is in out/ (there is none; npm run build makes it)')

describe.skipIf(!built)('what is in out/', () => {
  test('the preload asks for electron and nothing else (E1)', () => {
    expect(files('out/preload').flatMap(listRequired)).toEqual(['electron'])
  })

  test('the main process asks only for electron, the two native modules and node', () => {
    const unexpectedModules = files('out/main')
      .flatMap(listRequired)
      .filter((name) => !ALLOWED.has(name) && !name.startsWith('node:') && !builtinModules.includes(name))
    expect(unexpectedModules).toEqual([])
  })

  test('nothing in the main process can talk to a network or start another program (E3)', () => {
    const dangerous = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'child_process', 'inspector', 'worker_threads', 'cluster']
    const found = files('out/main')
      .flatMap(listRequired)
      .map((name) => name.replace('node:', ''))
      .filter((name) => dangerous.includes(name))
    expect(found).toEqual([])
  })

  test('nothing opens another program, sends a report or looks for an update (E2)', () => {
    const code = files('out/main').concat(files('out/preload')).join('\n')
    // Proves that the bundle is read at all: this must be in it.
    expect(code).toMatch(/setPermissionRequestHandler/)
    for (const name of [
      'openExternal',
      'openPath',
      'crashReporter',
      'autoUpdater',
      'inAppPurchase',
      'safeStorage',
      'utilityProcess',
      'setAsDefaultProtocolClient',
    ])
      expect(code.includes(name), name).toBe(false)
  })

  test('the renderer asks for no module and its page has no inline script or style (E1)', () => {
    expect(files('out/renderer').flatMap(listRequired)).toEqual([])
    const page = readFileSync('out/renderer/index.html', 'utf8')
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/)
    expect(page).not.toMatch(/<style|\sstyle=|https?:/)
  })
})
