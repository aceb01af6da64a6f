import type { z } from 'zod'
import type { audit as contract } from '#shared/contract/audit'
import type { Failure } from '#shared/contract/call'
import type { AuditFinding } from '#shared/domain/audit/audit-log'
import { DAY, toLocalTime } from '#shared/domain/core/moment'
import { ok, refuse, type Outcome } from '#shared/domain/core/outcome'
import {
  compareWithCheckpoint,
  loadAuditHead,
  loadAuditCheckpoint,
  loadLastCheck,
  saveCheckResult,
  verifyAuditChain,
} from '../../storage/audit/audit-log'
import type { ReadableDb } from '../../storage/core/db-types'
import { loadNames, type StaffAndPartnerNames } from '../../storage/office/names'
import { loadOffice } from '../../storage/office/office-records'
import { isIntegrityCheckPassed } from '../../storage/core/integrity-check'
import { clockMark, office } from '../../storage/schema'
import { createAuditCsv } from './audit-export'
import type { AppSession } from '../../session/app-session'
import type { SessionContext } from '../../session/session-context'
import { refuseClosed, requireAuthenticated, isStillAuthenticated } from '../../session/authenticated-session'

type AuditCalls = typeof contract
type AuditCheckAnswer = z.input<AuditCalls['audit.check']['output']>
type ExplainInput = z.output<AuditCalls['audit.explain']['input']>
type ExportInput = z.output<AuditCalls['audit.export']['input']>
type AuditSession = SessionContext & Pick<AppSession, 'hidden'>

/** The digits of a code that are compared with paper by eye: 64 bits. */
const SHOWN_CODE_DIGITS = 16

/** Replaces ids by names. An unknown id gets no name. */
function nameFinding(finding: AuditFinding, names: StaffAndPartnerNames): AuditCheckAnswer['findings'][number] {
  if (finding.kind !== 'missing') return finding
  return { ...finding, by: finding.by.map(({ by, count }) => ({ by: by === null ? null : names.worker(by) || null, count })) }
}

function loadClockState(db: ReadableDb): AuditCheckAnswer['clock'] {
  const mark = db.select({ driftSeen: clockMark.driftFlagged, resets: clockMark.resets }).from(clockMark).get()
  return mark ?? { driftSeen: false, resets: 0 }
}

/** Verifies the whole chain, its end against the checkpoint of this PC, and every page (T1, D5). A finding stays until it is explained. */
function checkDatabase(session: AuditSession): Outcome<AuditCheckAnswer, Failure> {
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

/** Runs the same check for the signed-in worker. */
function checkAuditLog(session: AuditSession): Outcome<AuditCheckAnswer, Failure> {
  const authenticated = requireAuthenticated(session)
  if (!authenticated.ok) return authenticated
  const { database } = authenticated.value
  const checked = checkDatabase(session)
  if (!checked.ok) return checked
  // The newest entry is the one about this check.
  const head = database.read(loadAuditHead)
  return ok({ ...checked.value, head: head && { no: head.no, code: head.code.slice(0, SHOWN_CODE_DIGITS) } })
}

/** Checks the database once a week while no worker is signed in (D5). The director sees the findings at the next sign-in. */
export function checkWeekly(session: AuditSession): void {
  const { database } = session
  const last =
    database?.read(loadLastCheck)?.at ?? database?.read((db) => db.select({ at: office.foundedAt }).from(office).get())?.at ?? null
  const elapsed = last === null ? 0 : session.now() - last
  // A check from before the clock was reset may lie in the future (T3).
  if (database === null || (elapsed >= 0 && elapsed < 7 * DAY) || session.heartbeat.disk === 'read_only') return
  checkDatabase(session)
}

/** Accepts the file as it is from now on (T1). An explanation does not repair a break inside the chain or the pages. */
function explainFindings(session: AuditSession, { why }: ExplainInput): Outcome<{ done: true }, Failure> {
  const authenticated = requireAuthenticated(session)
  if (!authenticated.ok) return authenticated
  const checkpoint = session.openDatabase.readCheckpoint()
  const explained = session.transactions.run(
    (db): Outcome<{ done: true }, Failure> => {
      if (!session.openDatabase.hasFindings && compareWithCheckpoint(db, checkpoint).length === 0) return refuse('nothing_to_explain')
      const left = verifyAuditChain(db, loadAuditCheckpoint(db)).findings.map(({ kind }) => kind)
      const pages = loadLastCheck(db)?.found.filter((kind) => kind === 'pages') ?? []
      saveCheckResult(db, session.now(), [...left, ...pages])
      return ok({ done: true })
    },
    { kind: 'explained', facts: { why } },
  )
  if (explained.ok) authenticated.value.database.read((db) => session.openDatabase.saveCheckpoint(db))
  return explained
}

/**
 * Exports the audit log as a file for paper or a spreadsheet (X2). The audit entry is written first: the save dialog may stay open past a
 * lock, and no file may exist without an entry (T1).
 */
async function exportAuditLog(session: AuditSession, { from, to }: ExportInput): Promise<Outcome<{ saved: boolean }, Failure>> {
  const authenticated = requireAuthenticated(session)
  if (!authenticated.ok) return authenticated
  const { database } = authenticated.value
  const recorded = session.transactions.run(() => ok(null), { kind: 'exported', facts: { what: 'trail' } })
  if (!recorded.ok) return recorded
  const { zone, bytes } = database.read((db) => {
    const { zone } = loadOffice(db)
    return { zone, bytes: createAuditCsv(db, { from, to, zone, hidden: session.hidden(db).people }) }
  })
  // A file name must not reveal anyone (L6).
  const saved = await session.ports.files.save(`day-book-audit-${toLocalTime(session.now(), zone).date}.csv`, bytes)
  if (saved === 'synchronised') return refuse('not_saved_there')
  return isStillAuthenticated(session, authenticated.value) ? ok({ saved: saved === 'saved' }) : refuseClosed(session)
}

/** The calls that compare the database with what is stored outside of it (T1, D5). */
export const auditCheckCalls = (session: AuditSession) => ({
  'audit.check': () => checkAuditLog(session),
  'audit.explain': (input: ExplainInput) => explainFindings(session, input),
  'audit.export': (input: ExportInput) => exportAuditLog(session, input),
})
