import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { like, sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { EMPTY_PLAN } from '#shared/domain/contact-plan'
import type { PersonId, StaffId } from '#shared/domain/ids'
import { NO_FACTS } from '#shared/domain/person-facts'
import { findInAnotherScript } from '../../electron/storage/find-people'
import { addPerson } from '../../electron/storage/people'
import { reindexOnce } from '../../electron/storage/reindex'
import { personKey } from '../../electron/storage/schema'
import { bookWith, openBookIn } from '../support/books'

const key = Buffer.alloc(32, 7)
const NAMES = { arabic: 'أمل رحيمي', latin: 'Amal Rahimi' } as const

/** As an earlier version left it: the keys across scripts are not there, and the file says nothing. */
function earlier() {
  const folder = mkdtempSync(join(tmpdir(), 'day-book-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const book = bookWith(folder, key, 0)
  book.write((db) => {
    const more = { alias: '', facts: NO_FACTS, plan: EMPTY_PLAN, verified: null, now: 1, by: 'w1' as StaffId }
    for (const [id, name] of Object.entries(NAMES)) addPerson(db, { ...more, id: id as PersonId, name })
    db.delete(personKey).where(like(personKey.key, '~%')).run()
  })
  return { folder, book }
}

test('people of an earlier book are found across scripts once it was opened, and it is done once (H3)', () => {
  const { folder, book } = earlier()
  const found = (of: typeof book) =>
    of.read((db) => findInAnotherScript(db, 'Amal Rahimi', { limit: 5, hidden: new Set() })).map(({ name }) => name)
  expect(found(book)).toEqual([])
  const latin = book.read((db) =>
    db
      .select()
      .from(personKey)
      .where(sql`person_id = 'latin'`)
      .all(),
  )
  reindexOnce(book)
  expect(found(book)).toEqual([NAMES.arabic])
  expect(
    book.read((db) =>
      db
        .select()
        .from(personKey)
        .where(sql`person_id = 'latin'`)
        .all(),
    ),
  ).toEqual(latin)
  book.checkpoint()
  book.close()

  const again = openBookIn(folder, key)
  onTestFinished(() => again.close())
  again.write((db) => db.delete(personKey).where(like(personKey.key, '~%')).run())
  reindexOnce(again)
  expect(found(again)).toEqual([])
})
