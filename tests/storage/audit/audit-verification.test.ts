import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { AuditFacts, AuditCheckpoint } from '#shared/domain/audit/audit-log'
import { compareWithCheckpoint, appendAuditEntry, verifyAuditChain } from '../../../electron/storage/audit/audit-log'
import type { WritableDb } from '../../../electron/storage/core/db-types'
import { createLine, NOOR, RUTH, createScratchAuditLog } from '../../support/database/audit-log'

const at = (nth: number): number => createLine(nth).at

/** Removes the entries after `no`, as an attacker with the key can. */
const cut = (no: number) => (db: WritableDb) => db.run(sql`DELETE FROM audit WHERE no > ${no}`)

describe('the chain by itself (T1)', () => {
  test('an audit log that nobody touched is whole', () => {
    const auditLog = createScratchAuditLog()
    expect(auditLog.database.read((db) => verifyAuditChain(db, null))).toEqual({ entries: 0, first: null, last: null, findings: [] })
    auditLog.append(1, 5)
    const verdict = auditLog.database.read((db) => verifyAuditChain(db, auditLog.remembered()))
    expect(verdict).toEqual({ entries: 5, first: at(1), last: at(5), findings: [] })
  })

  test('a changed entry is named, and the others still fit', () => {
    const auditLog = createScratchAuditLog()
    auditLog.append(1, 5)
    const memory = auditLog.remembered()
    auditLog.tamper((db) => db.run(sql`UPDATE audit SET about = 'record-9' WHERE no = 3`))
    expect(auditLog.findings(memory)).toEqual([{ kind: 'broken', no: 3, at: at(3) }])
  })

  test('a removed entry is a gap', () => {
    const auditLog = createScratchAuditLog()
    auditLog.append(1, 7)
    const memory = auditLog.remembered()
    auditLog.tamper((db) => db.run(sql`DELETE FROM audit WHERE no IN (1, 4, 5)`))
    expect(auditLog.findings(memory)).toEqual([
      { kind: 'gap', no: 1, at: at(2) },
      { kind: 'gap', no: 4, at: at(6) },
    ])
  })

  test('an entry put before the first is not one of the audit log', () => {
    const auditLog = createScratchAuditLog()
    auditLog.append(1, 3)
    const memory = auditLog.remembered()
    auditLog.tamper((db) => db.run(sql`INSERT INTO audit SELECT -3, at, "by", kind, about, facts, code FROM audit WHERE no = 1`))
    expect(auditLog.findings(memory)).toEqual([{ kind: 'broken', no: -3, at: at(1) }])
  })

  test('entries that were all written with another key are one finding, at the first', () => {
    const auditLog = createScratchAuditLog()
    auditLog.append(1, 30)
    const memory = auditLog.remembered()
    auditLog.tamper((db) => db.run(sql`UPDATE audit_chain SET key = randomblob(32)`))
    expect(auditLog.findings(memory)).toEqual([{ kind: 'broken', no: 1, at: at(1) }])
  })

  test('nothing is lost between two strides of a long audit log', () => {
    const auditLog = createScratchAuditLog()
    auditLog.database.write((db) => {
      for (let nth = 1; nth <= 10_002; nth += 1) appendAuditEntry(db, createLine(nth))
    })
    const memory = auditLog.remembered()
    expect(auditLog.database.read((db) => verifyAuditChain(db, memory))).toMatchObject({ entries: 10_002, last: at(10_002), findings: [] })
    auditLog.tamper((db) => db.run(sql`UPDATE audit SET facts = '{}' WHERE no IN (5000, 10001)`))
    auditLog.tamper((db) => db.run(sql`DELETE FROM audit WHERE no = 5002`))
    expect(auditLog.findings(memory)).toEqual([
      { kind: 'broken', no: 5_000, at: at(5_000) },
      { kind: 'broken', no: 10_001, at: at(10_001) },
      { kind: 'gap', no: 5_002, at: at(5_003) },
    ])
  })
})

describe('the audit log against what this PC remembers (T1)', () => {
  test('a cut tail: how many, since when, by whom', () => {
    const auditLog = createScratchAuditLog()
    auditLog.append(1, 20)
    const memory = auditLog.remembered()
    auditLog.tamper(cut(15))
    const by = [
      { by: NOOR, count: 3 },
      { by: RUTH, count: 2 },
    ]
    expect(auditLog.findings(memory)).toEqual([{ kind: 'missing', count: 5, since: at(16), lastSeenAt: at(20), by }])
  })

  test('a tail longer than the memory: all are counted, and since when is not known', () => {
    const auditLog = createScratchAuditLog()
    auditLog.append(1, 100)
    const memory = auditLog.remembered()
    auditLog.tamper(cut(20))
    const by = [
      { by: RUTH, count: 32 },
      { by: NOOR, count: 32 },
    ]
    expect(auditLog.findings(memory)).toEqual([{ kind: 'missing', count: 80, since: null, lastSeenAt: at(100), by }])
  })

  test('a whole audit log taken away', () => {
    const auditLog = createScratchAuditLog()
    auditLog.append(1, 2)
    const memory = auditLog.remembered()
    auditLog.tamper(cut(0))
    expect(auditLog.findings(memory)).toMatchObject([{ kind: 'missing', count: 2, since: at(1) }])
  })

  test('an older whole file opens as healthy, and its missing entries are told', () => {
    const auditLog = createScratchAuditLog()
    const copy = join(auditLog.folder, 'copy.db')
    auditLog.append(1, 3)
    auditLog.whileClosed(() => cpSync(auditLog.file, copy))
    auditLog.append(4, 9)
    const memory = auditLog.remembered()
    auditLog.whileClosed(() => {
      rmSync(auditLog.file)
      cpSync(copy, auditLog.file)
    })
    const verdict = auditLog.database.read((db) => verifyAuditChain(db, memory))
    expect(verdict).toMatchObject({ entries: 3, last: at(3) })
    expect(verdict.findings).toMatchObject([{ kind: 'missing', count: 6, since: at(4), lastSeenAt: at(9) }])
  })

  test('an older file that went on: past what is remembered, and not so far', () => {
    const auditLog = createScratchAuditLog()
    auditLog.append(1, 10)
    const memory = auditLog.remembered()
    auditLog.tamper(cut(6))
    auditLog.append(107, 108)
    expect(auditLog.findings(memory)).toEqual([
      expect.objectContaining({ kind: 'missing', count: 2, since: at(9) }),
      { kind: 'replaced', no: 7, lastSeenAt: at(10) },
    ])
    auditLog.append(109, 115)
    expect(auditLog.findings(memory)).toEqual([{ kind: 'replaced', no: 7, lastSeenAt: at(10) }])
  })

  test('an audit log that was chained anew with the right key fits in itself, and not the memory', () => {
    const auditLog = createScratchAuditLog()
    auditLog.append(1, 5)
    const memory = auditLog.remembered()
    auditLog.tamper((db) => {
      cut(2)(db)
      for (const nth of [3, 4, 5]) appendAuditEntry(db, createLine(nth, nth === 3 ? { facts: { desk: false } } : {}))
    })
    expect(auditLog.findings(memory)).toEqual([{ kind: 'replaced', no: 5, lastSeenAt: at(5) }])
  })

  test('a memory older than the database is as it should be after a crash', () => {
    const auditLog = createScratchAuditLog()
    auditLog.append(1, 4)
    const memory = auditLog.remembered()
    auditLog.append(5, 90)
    expect(auditLog.findings(memory)).toEqual([])
  })

  test.each(['unreadable', null] as const)('with a memory that is %s the audit log can only be checked by itself', (memory) => {
    const auditLog = createScratchAuditLog()
    auditLog.append(1, 4)
    expect(auditLog.findings(memory)).toEqual([{ kind: 'nothing_remembered' }])
    auditLog.tamper((db) => db.run(sql`UPDATE audit SET at = at + 1 WHERE no = 2`))
    expect(auditLog.findings(memory)).toEqual([{ kind: 'broken', no: 2, at: at(2) + 1 }, { kind: 'nothing_remembered' }])
  })

  test('a new database has nothing to be remembered, but a spoilt memory is told', () => {
    const auditLog = createScratchAuditLog()
    expect(auditLog.findings(null)).toEqual([])
    expect(auditLog.findings('unreadable')).toEqual([{ kind: 'nothing_remembered' }])
  })

  test('the end alone can be asked without walking the chain', () => {
    const auditLog = createScratchAuditLog()
    auditLog.append(1, 9)
    const memory: AuditCheckpoint = auditLog.remembered()
    auditLog.tamper((db) => db.run(sql`UPDATE audit SET facts = ${JSON.stringify({} satisfies AuditFacts)} WHERE no = 2`))
    auditLog.tamper(cut(8))
    expect(auditLog.database.read((db) => compareWithCheckpoint(db, memory))).toMatchObject([{ kind: 'missing', count: 1 }])
  })
})
