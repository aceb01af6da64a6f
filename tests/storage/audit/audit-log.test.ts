import { createHmac } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import {
  appendAuditEntry,
  loadAuditHead,
  loadAuditPage,
  loadAuditCheckpoint,
  listUnreadEntries,
  loadLastCheck,
  saveCheckResult,
} from '../../../electron/storage/audit/audit-log'
import { createLine, NOOR, RUTH, createScratchAuditLog } from '../../support/database/audit-log'

describe('the audit log (T1)', () => {
  test('each entry is chained to the one before by an HMAC that anybody with the database can compute', () => {
    const auditLog = createScratchAuditLog()
    const lines = [createLine(1, { facts: { why: 'a "reason"', also: null } }), createLine(2, { by: null, about: null, facts: {} })]
    const heads = lines.map((line) => auditLog.database.write((db) => appendAuditEntry(db, line)))
    const key = auditLog.database.read((db) => db.get<{ key: Buffer }>(sql`SELECT key FROM audit_chain`).key)
    const computeCode = (parts: readonly unknown[]) => createHmac('sha256', key).update(JSON.stringify(parts)).digest('hex')
    const first = computeCode(['', 1, lines[0]?.at, RUTH, 'opened', 'record-1', { also: null, why: 'a "reason"' }])
    const second = computeCode([first, 2, lines[1]?.at, null, 'opened', null, {}])
    expect(heads).toEqual([
      { no: 1, code: first },
      { no: 2, code: second },
    ])
    expect(auditLog.database.read(loadAuditHead)).toEqual({ no: 2, code: second })
  })

  test('each database has a key of its own', () => {
    const heads = [createScratchAuditLog(), createScratchAuditLog()].map((auditLog) =>
      auditLog.database.write((db) => appendAuditEntry(db, createLine(1))),
    )
    expect(heads[0]?.code).not.toBe(heads[1]?.code)
  })

  test('a call that is rolled back leaves no entry, and the chain goes on from the one before', () => {
    const auditLog = createScratchAuditLog()
    auditLog.append(1, 2)
    auditLog.database.write(
      (db) => appendAuditEntry(db, createLine(3)),
      () => false,
    )
    expect(() =>
      auditLog.database.write((db) => {
        appendAuditEntry(db, createLine(4))
        throw new Error('a bug')
      }),
    ).toThrow('a bug')
    expect(auditLog.database.read(loadAuditHead)?.no).toBe(2)
    expect(auditLog.database.write((db) => appendAuditEntry(db, createLine(5))).no).toBe(3)
    expect(auditLog.findings(auditLog.remembered())).toEqual([])
    expect(auditLog.database.read((db) => loadAuditPage(db, { before: null, kinds: null, limit: 9 })).map(({ about }) => about)).toEqual([
      'record-5',
      'record-2',
      'record-1',
    ])
  })

  test.each([
    ['changed', sql`UPDATE audit SET "by" = NULL WHERE no = 1`],
    ['removed', sql`DELETE FROM audit WHERE no = 2`],
    ['written over', sql`INSERT OR REPLACE INTO audit (no, at, kind, facts, code) VALUES (1, 0, 'opened', '{}', '')`],
    ['made anew with another key', sql`UPDATE audit_chain SET key = randomblob(32)`],
    ['left without its key', sql`DELETE FROM audit_chain`],
  ])('is never %s', (_what, statement) => {
    const auditLog = createScratchAuditLog()
    auditLog.append(1, 2)
    // Drizzle reports the statement; SQLite's own words are its cause.
    expect(() => auditLog.database.write((db) => db.run(statement))).toThrow(
      expect.objectContaining({ cause: expect.objectContaining({ code: 'SQLITE_CONSTRAINT_TRIGGER' }) }),
    )
    expect(auditLog.findings(auditLog.remembered())).toEqual([])
    expect(auditLog.database.read(loadAuditHead)?.no).toBe(2)
  })

  test('a call that only reads cannot write an entry', () => {
    const auditLog = createScratchAuditLog()
    expect(() => auditLog.database.read((db) => appendAuditEntry(db as never, createLine(1)))).toThrow()
    expect(auditLog.database.read(loadAuditHead)).toBeNull()
  })
})

describe('what is read of the audit log', () => {
  test('pages go back from the newest entry, of all kinds or of some', () => {
    const auditLog = createScratchAuditLog()
    auditLog.append(1, 3)
    auditLog.append(4, 4, { kind: 'exported' })
    auditLog.append(5, 5, { kind: 'printed' })
    const page = (before: number | null, kinds: readonly ('exported' | 'printed' | 'opened')[] | null, limit: number) =>
      auditLog.database.read((db) => loadAuditPage(db, { before, kinds, limit }))
    expect(page(null, null, 2).map(({ no }) => no)).toEqual([5, 4])
    expect(page(4, null, 2).map(({ no }) => no)).toEqual([3, 2])
    expect(page(null, ['exported', 'opened'], 3).map(({ no }) => no)).toEqual([4, 3, 2])
    expect(page(3, ['opened'], 9).map(({ no }) => no)).toEqual([2, 1])
    expect(page(null, [], 9)).toEqual([])
    expect(page(2, null, 9)).toEqual([{ no: 1, ...createLine(1) }])
  })

  test('a director reads what concerns her since the last she has read, oldest first (section 13, P1)', () => {
    const auditLog = createScratchAuditLog()
    const kinds = ['break_glass', 'opened', 'override', 'sign_in', 'break_glass', 'wrong_pins'] as const
    kinds.forEach((kind, at) => auditLog.append(at + 1, at + 1, { kind }))
    expect(auditLog.database.read((db) => listUnreadEntries(db, 0)).map(({ no, kind }) => [no, kind])).toEqual([
      [1, 'break_glass'],
      [3, 'override'],
      [5, 'break_glass'],
      [6, 'wrong_pins'],
    ])
    expect(auditLog.database.read((db) => listUnreadEntries(db, 3)).map(({ no }) => no)).toEqual([5, 6])
  })

  test('what is remembered outside the database is its end and who wrote the 64 newest, oldest first', () => {
    const auditLog = createScratchAuditLog()
    expect(auditLog.database.read(loadAuditCheckpoint)).toBeNull()
    auditLog.append(1, 70)
    const { no, at, code, tail } = auditLog.remembered()
    expect({ no, code }).toEqual(auditLog.database.read(loadAuditHead))
    expect(at).toBe(createLine(70).at)
    expect(tail).toHaveLength(64)
    expect([tail[0], tail.at(-1)]).toEqual([
      { no: 7, at: createLine(7).at, by: RUTH },
      { no: 70, at: createLine(70).at, by: NOOR },
    ])
  })

  test('the last whole check is known by its time and what it found, each kind once (D5)', () => {
    const auditLog = createScratchAuditLog()
    expect(auditLog.database.read(loadLastCheck)).toBeNull()
    auditLog.database.write((db) => saveCheckResult(db, 5, ['gap', 'gap', 'missing']))
    expect(auditLog.database.read(loadLastCheck)).toEqual({ at: 5, found: ['gap', 'missing'] })
    auditLog.database.write((db) => saveCheckResult(db, 9, []))
    expect(auditLog.database.read(loadLastCheck)).toEqual({ at: 9, found: [] })
  })
})
