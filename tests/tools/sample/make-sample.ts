import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { handoff } from '../../../electron/storage/schema'
import { openEncryptedDatabase } from '../../../electron/storage/core/open-database'
import { count, isNull } from 'drizzle-orm'
import { setUpPracticeOffice, PASSPHRASE, STAFF } from './set-up-sample'
import { computeStart, playYear, type Span } from './play-year'

export interface SampleResult {
  readonly handoffs: number
  readonly open: number
  readonly passphrase: string
  readonly staff: readonly string[]
}

/** Tells whether the folder is empty or holds a practice office: only these may be overwritten. */
export const mayReplace = (folder: string): boolean =>
  !existsSync(folder) || existsSync(join(folder, 'practice')) || !existsSync(join(folder, 'book.db'))

/**
 * Makes the practice office of an invented span in `folder`. It is made in a temporary folder and moved when complete, so an interrupted
 * run leaves the old one. Throws when the folder holds an office that is not practice.
 */
export async function makeSample(
  folder: string,
  migrations: string,
  span: Span,
  onProgress: (part: number) => void = () => undefined,
): Promise<SampleResult> {
  if (!mayReplace(folder)) throw new Error('that folder holds an office that is not a practice office')
  const making = `${folder}.making`
  rmSync(making, { recursive: true, force: true })
  const created = await setUpPracticeOffice(making, migrations, computeStart(span))
  const opened = openEncryptedDatabase({ file: created.file, folder: making, key: created.dataKey, migrationsFolder: migrations })
  if (!opened.ok) throw new Error(`the new book does not open: ${opened.failure}`)
  const database = opened.value
  let counted: { readonly handoffs: number; readonly open: number }
  try {
    playYear(database, span, (doneMs, of) => onProgress(doneMs / of))
    counted = database.read((db) => ({
      handoffs: db.select({ n: count() }).from(handoff).get()?.n ?? 0,
      open: db.select({ n: count() }).from(handoff).where(isNull(handoff.endedAt)).get()?.n ?? 0,
    }))
    database.checkpoint()
  } finally {
    database.close()
    created.dataKey.fill(0)
  }
  rmSync(folder, { recursive: true, force: true })
  renameSync(making, folder)
  return { ...counted, passphrase: PASSPHRASE, staff: STAFF.map(({ name }) => name) }
}
