import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { Outcome } from '#shared/domain/outcome'
import type { Book } from '../../electron/storage/book'
import { createBook, openBook, type Opening } from '../../electron/storage/open'
import type { Rotating } from '../../electron/storage/rotate'

export const openingOf = (folder: string, key: Buffer): Opening => ({
  file: join(folder, 'book.db'),
  folder,
  key,
  migrationsFolder: 'drizzle/migrations',
})

export function bookFrom(outcome: Outcome<Book, string>): Book {
  if (!outcome.ok) throw new Error(`no book: ${outcome.failure}`)
  return outcome.value
}

export const openBookIn = (folder: string, key: Buffer): Book => bookFrom(openBook(openingOf(folder, key)))

/** A book of the real schema with an invented worker and `drafts` drafts of hers, 3 KB each. */
export function bookWith(folder: string, key: Buffer, drafts: number): Book {
  const book = bookFrom(createBook(openingOf(folder, key)))
  book.write((db) => {
    db.run(sql`INSERT INTO staff (id, name, roles, added_at) VALUES ('w1', 'Ines Okafor', '[]', 1)`)
    for (let n = 0; n < drafts; n += 1)
      db.run(sql`INSERT INTO draft (staff_id, key, body, saved_at) VALUES ('w1', ${`n${n}`}, ${draftBody(n)}, ${n})`)
  })
  return book
}

const draftBody = (n: number): string => JSON.stringify(`${n} `.repeat(3_000 / `${n} `.length))

/** How many drafts are there, each with the words that were written into it. */
export const draftsIn = (book: Book): number =>
  book
    .read((db) => db.all<{ key: string; body: string }>(sql`SELECT key, body FROM draft`))
    .filter(({ key, body }) => body === draftBody(Number(key.slice(1)))).length

/** Everything that a rotation of this book needs, on a disk with room. */
export const rotatingOf = (book: Book, folder: string, oldKey: Buffer, keyring: Rotating['keyring']): Rotating => {
  const { file, migrationsFolder } = openingOf(folder, oldKey)
  return { book, file, folder, oldKey, migrationsFolder, keyring, freeBytes: null }
}
