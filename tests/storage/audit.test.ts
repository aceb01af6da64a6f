import { createHmac } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { appendAudit, auditHead, auditPage, auditTail, forDirector, lastCheck, markChecked } from '../../electron/storage/audit'
import { lineOf, NOOR, RUTH, scratchTrail } from '../support/trail'

describe('the audit trail (T1)', () => {
  test('each entry is chained to the one before by an HMAC that anybody with the book can compute', () => {
    const trail = scratchTrail()
    const lines = [lineOf(1, { facts: { why: 'a "reason"', also: null } }), lineOf(2, { by: null, about: null, facts: {} })]
    const heads = lines.map((line) => trail.book.write((db) => appendAudit(db, line)))
    const key = trail.book.read((db) => db.get<{ key: Buffer }>(sql`SELECT key FROM audit_chain`).key)
    const codeOf = (parts: readonly unknown[]) => createHmac('sha256', key).update(JSON.stringify(parts)).digest('hex')
    const first = codeOf(['', 1, lines[0]?.at, RUTH, 'opened', 'record-1', { also: null, why: 'a "reason"' }])
    const second = codeOf([first, 2, lines[1]?.at, null, 'opened', null, {}])
    expect(heads).toEqual([
      { no: 1, code: first },
      { no: 2, code: second },
    ])
    expect(trail.book.read(auditHead)).toEqual({ no: 2, code: second })
  })

  test('each book has a key of its own', () => {
    const heads = [scratchTrail(), scratchTrail()].map((trail) => trail.book.write((db) => appendAudit(db, lineOf(1))))
    expect(heads[0]?.code).not.toBe(heads[1]?.code)
  })

  test('a call that is rolled back leaves no entry, and the chain goes on from the one before', () => {
    const trail = scratchTrail()
    trail.append(1, 2)
    trail.book.write(
      (db) => appendAudit(db, lineOf(3)),
      () => false,
    )
    expect(() =>
      trail.book.write((db) => {
        appendAudit(db, lineOf(4))
        throw new Error('a bug')
      }),
    ).toThrow('a bug')
    expect(trail.book.read(auditHead)?.no).toBe(2)
    expect(trail.book.write((db) => appendAudit(db, lineOf(5))).no).toBe(3)
    expect(trail.findings(trail.remembered())).toEqual([])
    expect(trail.book.read((db) => auditPage(db, { before: null, kinds: null, limit: 9 })).map(({ about }) => about)).toEqual([
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
    const trail = scratchTrail()
    trail.append(1, 2)
    // Drizzle says which statement; SQLite's own words are its cause.
    expect(() => trail.book.write((db) => db.run(statement))).toThrow(
      expect.objectContaining({ cause: expect.objectContaining({ code: 'SQLITE_CONSTRAINT_TRIGGER' }) }),
    )
    expect(trail.findings(trail.remembered())).toEqual([])
    expect(trail.book.read(auditHead)?.no).toBe(2)
  })

  test('a call that only reads cannot write an entry', () => {
    const trail = scratchTrail()
    expect(() => trail.book.read((db) => appendAudit(db as never, lineOf(1)))).toThrow()
    expect(trail.book.read(auditHead)).toBeNull()
  })
})

describe('what is read of the trail', () => {
  test('pages go back from the newest entry, of all kinds or of some', () => {
    const trail = scratchTrail()
    trail.append(1, 3)
    trail.append(4, 4, { kind: 'exported' })
    trail.append(5, 5, { kind: 'printed' })
    const page = (before: number | null, kinds: readonly ('exported' | 'printed' | 'opened')[] | null, limit: number) =>
      trail.book.read((db) => auditPage(db, { before, kinds, limit }))
    expect(page(null, null, 2).map(({ no }) => no)).toEqual([5, 4])
    expect(page(4, null, 2).map(({ no }) => no)).toEqual([3, 2])
    expect(page(null, ['exported', 'opened'], 3).map(({ no }) => no)).toEqual([4, 3, 2])
    expect(page(3, ['opened'], 9).map(({ no }) => no)).toEqual([2, 1])
    expect(page(null, [], 9)).toEqual([])
    expect(page(2, null, 9)).toEqual([{ no: 1, ...lineOf(1) }])
  })

  test('a director reads what concerns her since the last she has read, oldest first (section 13, P1)', () => {
    const trail = scratchTrail()
    const kinds = ['break_glass', 'opened', 'override', 'sign_in', 'break_glass', 'wrong_pins'] as const
    kinds.forEach((kind, at) => trail.append(at + 1, at + 1, { kind }))
    expect(trail.book.read((db) => forDirector(db, 0)).map(({ no, kind }) => [no, kind])).toEqual([
      [1, 'break_glass'],
      [3, 'override'],
      [5, 'break_glass'],
      [6, 'wrong_pins'],
    ])
    expect(trail.book.read((db) => forDirector(db, 3)).map(({ no }) => no)).toEqual([5, 6])
  })

  test('what is remembered outside the book is its end and who wrote the 64 newest, oldest first', () => {
    const trail = scratchTrail()
    expect(trail.book.read(auditTail)).toBeNull()
    trail.append(1, 70)
    const { no, at, code, tail } = trail.remembered()
    expect({ no, code }).toEqual(trail.book.read(auditHead))
    expect(at).toBe(lineOf(70).at)
    expect(tail).toHaveLength(64)
    expect([tail[0], tail.at(-1)]).toEqual([
      { no: 7, at: lineOf(7).at, by: RUTH },
      { no: 70, at: lineOf(70).at, by: NOOR },
    ])
  })

  test('the last whole check is known by its time and what it found, each kind once (D5)', () => {
    const trail = scratchTrail()
    expect(trail.book.read(lastCheck)).toBeNull()
    trail.book.write((db) => markChecked(db, 5, ['gap', 'gap', 'missing']))
    expect(trail.book.read(lastCheck)).toEqual({ at: 5, found: ['gap', 'missing'] })
    trail.book.write((db) => markChecked(db, 9, []))
    expect(trail.book.read(lastCheck)).toEqual({ at: 9, found: [] })
  })
})
