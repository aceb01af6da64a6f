import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import type { StaffId } from '#shared/domain/core/ids'
import { listSavedViews, saveBoardView } from '../../../electron/storage/staff/saved-views'
import { createDatabaseWithDrafts } from '../../support/database/databases'

const FILTERS = { view: 'table', owner: 'any', direction: 'any', source: 'any', sort: 'due', group: 'none' } as const
const worker = 'w1' as StaffId

test('a view that was saved under the old name of a filter is read, and one that fits no more is left out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'day-book-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const database = createDatabaseWithDrafts(folder, Buffer.alloc(32, 7), 0)
  onTestFinished(() => database.close())
  const views = database.write((db) => {
    saveBoardView(db, worker, 'new', { ...FILTERS, urgency: 'soon' }, 1)
    for (const [name, choice] of [
      ['old', { ...FILTERS, standing: 'overdue' }],
      ['unknown order', { ...FILTERS, urgency: 'any', sort: 'by colour' }],
    ] as const)
      db.run(sql`INSERT INTO saved_view (staff_id, name, choice, saved_at) VALUES (${worker}, ${name}, ${JSON.stringify(choice)}, 1)`)
    return listSavedViews(db, worker)
  })
  expect(views).toEqual([
    { name: 'new', choice: { ...FILTERS, urgency: 'soon' } },
    { name: 'old', choice: { ...FILTERS, urgency: 'overdue' } },
  ])
})
