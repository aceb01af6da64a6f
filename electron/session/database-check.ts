import type { z } from 'zod'
import type { audit as contract } from '#shared/contract/office/audit'
import type { Failure } from '#shared/contract/call'
import type { AuditFinding } from '#shared/domain/audit/audit-log'
import { DAY } from '#shared/domain/core/moment'
import { ok, type Outcome } from '#shared/domain/core/outcome'
import { compareWithCheckpoint, loadAuditCheckpoint, loadLastCheck, saveCheckResult, verifyAuditChain } from '../storage/audit/audit-log'
import type { OfficeDatabase } from '../storage/core/office-database'
import type { ReadableDb } from '../storage/core/db-types'
import { isIntegrityCheckPassed } from '../storage/core/integrity-check'
import { loadNames, type StaffAndPartnerNames } from '../storage/office/names'
import { clockMark, office } from '../storage/schema'
import type { AuditedTransactions } from './audited-transactions'
import type { OpenDatabase } from './open-database'

/** What a check of the database finds, in the contract's form. */
export type AuditCheckAnswer = z.input<(typeof contract)['audit.check']['output']>

/** The parts of the session that a check needs. */
interface CheckSession {
  readonly database: OfficeDatabase | null
  readonly openDatabase: Pick<OpenDatabase, 'readCheckpoint' | 'findings' | 'hasFindings'>
  readonly transactions: Pick<AuditedTransactions, 'run'>
  /** D6: too little space is left to write safely. */
  readonly isFull: boolean
  /** Effective time (T3), UTC ms. */
  now(): number
}

/** Replaces ids by names; an id that nobody has becomes null. */
function nameFinding(finding: AuditFinding, names: StaffAndPartnerNames): AuditCheckAnswer['findings'][number] {
  if (finding.kind !== 'missing') return finding
  return { ...finding, by: finding.by.map(({ by, count }) => ({ by: by === null ? null : names.worker(by) || null, count })) }
}

function loadClockState(db: ReadableDb): AuditCheckAnswer['clock'] {
  const mark = db.select({ driftSeen: clockMark.driftFlagged, resets: clockMark.resets }).from(clockMark).get()
  return mark ?? { driftSeen: false, resets: 0 }
}

/**
 * Checks the whole audit chain, its end against what this PC remembers, and every page of the database (T1, D5). The result is
 * saved with its own audit entry, and a finding stays until a director explains it. The answer's `head` is null.
 */
export function checkDatabase(session: CheckSession): Outcome<AuditCheckAnswer, Failure> {
  const checkpoint = session.openDatabase.readCheckpoint()
  const at = session.now()
  return session.transactions.run(
    (db): Outcome<AuditCheckAnswer, Failure> => {
      const chain = verifyAuditChain(db, loadAuditCheckpoint(db))
      const { entries, first, last } = chain
      const findings = [
        ...chain.findings,
        ...(session.openDatabase.hasFindings ? session.openDatabase.findings : compareWithCheckpoint(db, checkpoint)),
      ]
      const arePagesIntact = isIntegrityCheckPassed(db)
      const names = loadNames(db)
      const all: AuditCheckAnswer['findings'] = [
        ...findings.map((one) => nameFinding(one, names)),
        ...(arePagesIntact ? [] : [{ kind: 'pages' } as const]),
      ]
      saveCheckResult(
        db,
        at,
        all.map(({ kind }) => kind),
      )
      return ok({ at, entries, first, last, findings: all, clock: loadClockState(db), head: null })
    },
    ({ entries, findings }) => ({ kind: 'checked', facts: { entries, findings: findings.length } }),
  )
}

/** Checks the database once a week (D5). The caller asks while nobody is signed in; a director reads the findings at the next sign-in. */
export function checkWeekly(session: CheckSession): void {
  const { database } = session
  const last =
    database?.read(loadLastCheck)?.at ?? database?.read((db) => db.select({ at: office.foundedAt }).from(office).get())?.at ?? null
  const elapsed = last === null ? 0 : session.now() - last
  // A check from before the clock was reset may lie ahead (T3).
  if (database === null || (elapsed >= 0 && elapsed < 7 * DAY) || session.isFull) return
  checkDatabase(session)
}
