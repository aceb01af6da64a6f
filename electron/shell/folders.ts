import { join } from 'node:path'
import { app } from 'electron'
import type { Folders } from '../ports'

/**
 * Resolves the app's folders under the local application-data folder, which on Windows is not the roaming one (D7). Only an unpackaged
 * app may be given another folder, by `DAYBOOK_DATA`.
 */
export function resolveFolders(): Folders & { readonly logs: string } {
  const override = app.isPackaged ? undefined : process.env['DAYBOOK_DATA']
  const localDataFolder = (process.platform === 'win32' && process.env['LOCALAPPDATA']) || app.getPath('appData')
  const home = override ?? join(localDataFolder, 'Day-book')
  app.setPath('userData', override === undefined ? home : join(home, 'profile'))
  return {
    data: override ?? join(home, 'book'),
    migrations: app.isPackaged ? join(process.resourcesPath, 'migrations') : join(app.getAppPath(), 'drizzle/migrations'),
    logs: join(home, 'logs'),
  }
}
