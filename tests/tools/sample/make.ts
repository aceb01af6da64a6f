import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { handoff } from '../../../electron/storage/schema'
import { openBook } from '../../../electron/storage/open'
import { count, isNull } from 'drizzle-orm'
import { foundPractice, PASSPHRASE, STAFF } from './founding'
import { startOf, tellYear, type Span } from './year'

export interface Made {
  readonly handoffs: number
  readonly open: number
  readonly passphrase: string
  readonly staff: readonly string[]
}

/** True where a practice office lies, or nothing: only these may be written over. */
export const mayReplace = (folder: string): boolean =>
  !existsSync(folder) || existsSync(join(folder, 'practice')) || !existsSync(join(folder, 'book.db'))

/**
 * Makes the practice office of an invented span in `folder`. It is made beside and put in place when it is whole, so a
 * run that is cut short leaves the old one. Throws when the folder holds an office that is not practice.
 */
export async function makeSample(
  folder: string,
  migrations: string,
  span: Span,
  onProgress: (part: number) => void = () => undefined,
): Promise<Made> {
  if (!mayReplace(folder)) throw new Error('that folder holds an office that is not a practice office')
  const making = `${folder}.making`
  rmSync(making, { recursive: true, force: true })
  const founded = await foundPractice(making, migrations, startOf(span))
  const opened = openBook({ file: founded.file, folder: making, key: founded.dataKey, migrationsFolder: migrations })
  if (!opened.ok) throw new Error(`the new book does not open: ${opened.failure}`)
  const book = opened.value
  let counted: { readonly handoffs: number; readonly open: number }
  try {
    tellYear(book, span, (told, of) => onProgress(told / of))
    counted = book.read((db) => ({
      handoffs: db.select({ n: count() }).from(handoff).get()?.n ?? 0,
      open: db.select({ n: count() }).from(handoff).where(isNull(handoff.endedAt)).get()?.n ?? 0,
    }))
    book.checkpoint()
  } finally {
    book.close()
    founded.dataKey.fill(0)
  }
  rmSync(folder, { recursive: true, force: true })
  renameSync(making, folder)
  return { ...counted, passphrase: PASSPHRASE, staff: STAFF.map(({ name }) => name) }
}
