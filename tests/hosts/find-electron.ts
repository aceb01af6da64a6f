import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const PACKAGE = join(import.meta.dirname, '../../node_modules/electron')

function downloaded(): string | null {
  const namedExecutable = join(PACKAGE, 'path.txt')
  if (!existsSync(namedExecutable)) return null
  const path = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(PACKAGE, 'dist'), readFileSync(namedExecutable, 'utf8').trim())
  return existsSync(path) ? path : null
}

/** Finds an Electron to run the app on: `ELECTRON_EXEC`, then the package's own, which is downloaded if possible; or null. */
export function findElectron(): string | null {
  const configuredPath = process.env['ELECTRON_EXEC']
  if (configuredPath !== undefined && existsSync(configuredPath)) return configuredPath
  const here = downloaded()
  if (here !== null || !existsSync(join(PACKAGE, 'install.js'))) return here
  console.log("Looking for Electron's runtime (about 110 MB, only the first time) …")
  spawnSync(process.execPath, [join(PACKAGE, 'install.js')], { stdio: 'ignore', timeout: 600_000 })
  return downloaded()
}
