import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'

/** The encrypted database's file in the data folder. */
export const DATABASE_FILE = 'book.db'
/** The database gets its name last: a file of this name is a set-up that was cut short, and nobody may have a key for it. */
export const UNFINISHED_DATABASE_FILE = 'book.unfinished.db'

/** Completes a set-up whose last step was cut short: keyring and database exist, only the file's name is missing. */
export function completeSetUp(folder: string): void {
  const file = join(folder, UNFINISHED_DATABASE_FILE)
  if (existsSync(file) && !existsSync(join(folder, DATABASE_FILE))) renameSync(file, join(folder, DATABASE_FILE))
}
