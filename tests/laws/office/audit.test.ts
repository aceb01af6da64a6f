import { sql, type SQL } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AUDIT_KINDS, type AuditFinding, type NewAuditEntry, type AuditCheckpoint } from '#shared/domain/audit/audit-log'
import { appendAuditEntry, loadAuditPage, loadAuditCheckpoint, verifyAuditChain } from '../../../electron/storage/audit/audit-log'
import type { WritableDb } from '../../../electron/storage/core/db-types'
import { dropTriggers, NOOR, RUTH, createScratchAuditLog } from '../../support/database/audit-log'

const key = fc.constantFrom('desk', 'words', '10', '9', '__proto__', '')
const fact = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.integer(), fc.double(), fc.boolean(), fc.constant(null))
const line: fc.Arbitrary<NewAuditEntry> = fc.record({
  at: fc.integer({ min: 0, max: 4_000_000_000_000 }),
  by: fc.constantFrom(RUTH, NOOR, null),
  kind: fc.constantFrom(...AUDIT_KINDS),
  about: fc.option(fc.uuid()),
  facts: fc.dictionary(key, fact, { maxKeys: 4 }),
})
const lines = fc.array(line, { minLength: 2, maxLength: 10 })

// One database for all: each example is a transaction that is rolled back, triggers and all.
function writeInRollback(db: WritableDb, written: readonly NewAuditEntry[]): AuditCheckpoint {
  dropTriggers(db)
  for (const one of written) appendAuditEntry(db, one)
  return loadAuditCheckpoint(db) as AuditCheckpoint
}

const checkLaw = (numRuns: number, law: fc.Arbitrary<(db: WritableDb) => void>): void => {
  const { database } = createScratchAuditLog()
  fc.assert(
    fc.property(law, (look) =>
      database.write(
        (db) => look(db),
        () => false,
      ),
    ),
    { numRuns },
  )
}

test('whatever is written, the audit log fits and its facts are read as they were (T1)', () => {
  checkLaw(
    300,
    lines.map((written) => (db) => {
      const memory = writeInRollback(db, written)
      expect(verifyAuditChain(db, memory)).toEqual({
        entries: written.length,
        first: written[0]?.at,
        last: written.at(-1)?.at,
        findings: [],
      })
      // As JSON keeps them: it has no -0.
      const kept = written.map(({ facts }) => JSON.parse(JSON.stringify(facts)) as NewAuditEntry['facts'])
      expect(
        loadAuditPage(db, { before: null, kinds: null, limit: 99 })
          .toReversed()
          .map(({ facts }) => facts),
      ).toEqual(kept)
    }),
  )
})

// Each of them changes the content of the table, whatever that is.
const CHANGES = {
  'the time': sql`at = at + 1`,
  'the worker': sql`"by" = coalesce("by", '') || 'x'`,
  'the worker, to nobody or from nobody': sql`"by" = CASE WHEN "by" IS NULL THEN '' END`,
  'the kind': sql`kind = kind || 'x'`,
  'what it is about': sql`about = coalesce(about, '') || 'x'`,
  'what it is about, to nothing or from nothing': sql`about = CASE WHEN about IS NULL THEN '' END`,
  'the facts': sql`facts = json_set(facts, '$.more', 1)`,
  'how the facts are written': sql`facts = facts || ' '`,
  'the facts, to bytes': sql`facts = CAST(facts AS BLOB)`,
  'the kind, to bytes': sql`kind = CAST(kind AS BLOB)`,
  'the code': sql`code = CASE WHEN substr(code, 1, 1) = '0' THEN '1' ELSE '0' END || substr(code, 2)`,
  'the code, to large letters': sql`code = upper(code) || ''`,
  'the code, to bytes': sql`code = CAST(code AS BLOB)`,
} satisfies Readonly<Record<string, SQL>>

const isChainFinding = (finding: AuditFinding): boolean => finding.kind === 'broken' || finding.kind === 'gap'
const isCheckpointFinding = (finding: AuditFinding): boolean => finding.kind === 'missing' || finding.kind === 'replaced'

test.each(Object.entries(CHANGES))('an entry is found in which somebody changed %s', (_what, change) => {
  checkLaw(
    40,
    fc.tuple(lines, fc.nat()).map(([written, pick]) => (db) => {
      const memory = writeInRollback(db, written)
      const no = (pick % written.length) + 1
      db.run(sql`UPDATE audit SET ${change} WHERE no = ${no}`)
      expect(verifyAuditChain(db, memory).findings.filter(isChainFinding)).toEqual([expect.objectContaining({ kind: 'broken', no })])
    }),
  )
})

const two = fc
  .tuple(lines, fc.nat(), fc.nat())
  .map(([written, a, b]) => [written, (a % written.length) + 1, (b % (written.length - 1)) + 1] as const)
  .map(([written, a, b]) => ({ written, a, b: b >= a ? b + 1 : b }))

test('entries that changed places are found', () => {
  checkLaw(
    150,
    two.map(({ written, a, b }) => (db) => {
      const memory = writeInRollback(db, written)
      for (const [from, to] of [
        [a, -1],
        [b, a],
        [-1, b],
      ])
        db.run(sql`UPDATE audit SET no = ${to} WHERE no = ${from}`)
      expect(verifyAuditChain(db, memory).findings.some(isChainFinding)).toBe(true)
    }),
  )
})

test('a removed entry is found, also when those after it are numbered anew', () => {
  checkLaw(
    150,
    fc.tuple(lines, fc.nat(), fc.boolean()).map(([written, pick, anew]) => (db) => {
      const memory = writeInRollback(db, written)
      const no = (pick % (written.length - 1)) + 1
      db.run(sql`DELETE FROM audit WHERE no = ${no}`)
      for (let next = no + 1; anew && next <= written.length; next += 1) db.run(sql`UPDATE audit SET no = ${next - 1} WHERE no = ${next}`)
      expect(verifyAuditChain(db, memory).findings.filter(isChainFinding)).toMatchObject([{ kind: anew ? 'broken' : 'gap', no }])
    }),
  )
})

test('a doubled entry is found', () => {
  checkLaw(
    80,
    fc.tuple(lines, fc.nat()).map(([written, pick]) => (db) => {
      const memory = writeInRollback(db, written)
      const next = written.length + 1
      db.run(sql`INSERT INTO audit SELECT ${next}, at, "by", kind, about, facts, code FROM audit WHERE no = ${(pick % written.length) + 1}`)
      expect(verifyAuditChain(db, memory).findings).toEqual([expect.objectContaining({ kind: 'broken', no: next })])
    }),
  )
})

test('a cut tail is found by what is remembered outside, also when other entries were written after the cut', () => {
  checkLaw(
    200,
    fc.tuple(lines, fc.nat(), fc.array(line, { maxLength: 12 })).map(([written, pick, later]) => (db) => {
      const memory = writeInRollback(db, written)
      const kept = pick % written.length
      db.run(sql`DELETE FROM audit WHERE no > ${kept}`)
      // Writing the very same entries again changes nothing.
      const others = later.map((one) => ({ ...one, at: one.at + 5_000_000_000_000 }))
      for (const one of others) appendAuditEntry(db, one)
      const { findings } = verifyAuditChain(db, memory)
      expect(findings.filter(isChainFinding)).toEqual([])
      expect(findings.some(isCheckpointFinding)).toBe(true)
      const count = Math.max(0, written.length - kept - others.length)
      expect(findings.flatMap((finding) => (finding.kind === 'missing' ? [finding.count] : []))).toEqual(count > 0 ? [count] : [])
      const replaced = findings.flatMap((finding) => (finding.kind === 'replaced' ? [finding.no] : []))
      expect(replaced).toEqual(others.length > 0 ? [kept + 1] : [])
    }),
  )
})
