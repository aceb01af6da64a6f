import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { like, sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { EMPTY_PLAN } from '#shared/domain/contact/contact-plan'
import type { PersonId, StaffId } from '#shared/domain/core/ids'
import { NO_ANSWERS } from '#shared/domain/person/person-answers'
import { findInAnotherScript } from '../../../electron/storage/person/find-people'
import { addPerson } from '../../../electron/storage/person/people'
import { reindexPeopleIfOutdated } from '../../../electron/storage/person/reindex-people'
import { personSearchKey } from '../../../electron/storage/schema'
import { createDatabaseWithDrafts, openDatabaseIn } from '../../support/database/databases'

const key = Buffer.alloc(32, 7)
const NAMES = { arabic: 'أمل رحيمي', latin: 'Amal Rahimi' } as const

/** Creates a database as an earlier version left it: the keys across scripts are missing, and the file header has no version. */
function createEarlierDatabase() {
  const folder = mkdtempSync(join(tmpdir(), 'day-book-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const database = createDatabaseWithDrafts(folder, key, 0)
  database.write((db) => {
    const more = { alias: '', facts: NO_ANSWERS, plan: EMPTY_PLAN, verified: null, now: 1, by: 'w1' as StaffId }
    for (const [id, name] of Object.entries(NAMES)) addPerson(db, { ...more, id: id as PersonId, name })
    db.delete(personSearchKey).where(like(personSearchKey.key, '~%')).run()
  })
  return { folder, book: database }
}

test('people of an earlier database are found across scripts once it was opened, and it is done once (H3)', () => {
  const { folder, book: database } = createEarlierDatabase()
  const found = (of: typeof database) =>
    of.read((db) => findInAnotherScript(db, 'Amal Rahimi', { limit: 5, hidden: new Set() })).map(({ name }) => name)
  expect(found(database)).toEqual([])
  const latin = database.read((db) =>
    db
      .select()
      .from(personSearchKey)
      .where(sql`person_id = 'latin'`)
      .all(),
  )
  reindexPeopleIfOutdated(database)
  expect(found(database)).toEqual([NAMES.arabic])
  expect(
    database.read((db) =>
      db
        .select()
        .from(personSearchKey)
        .where(sql`person_id = 'latin'`)
        .all(),
    ),
  ).toEqual(latin)
  database.checkpoint()
  database.close()

  const again = openDatabaseIn(folder, key)
  onTestFinished(() => again.close())
  again.write((db) => db.delete(personSearchKey).where(like(personSearchKey.key, '~%')).run())
  reindexPeopleIfOutdated(again)
  expect(found(again)).toEqual([])
})
