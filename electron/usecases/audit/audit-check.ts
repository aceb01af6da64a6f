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

/** So much of a code is compared with paper by eye: 64 bits. */
const SHOWN_CODE_DIGITS = 16

/** Names for ids; whoever is not known is nobody. */
function nameFinding(finding: AuditFinding, names: StaffAndPartnerNames): AuditCheckAnswer['findings'][number] {
  if (finding.kind !== 'missing') return finding
  return { ...finding, by: finding.by.map(({ by, count }) => ({ by: by === null ? null : names.worker(by) || null, count })) }
}

function loadClockState(db: ReadableDb): AuditCheckAnswer['clock'] {
  const mark = db.select({ driftSeen: clockMark.driftFlagged, resets: clockMark.resets }).from(clockMark).get()
  return mark ?? { driftSeen: false, resets: 0 }
}

/** T1, D5: the whole chain, its end against what this PC remembers, and every page. Whatever is found stays until it is explained. */
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

/** The same, asked for by whoever sits there. */
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

/** D5: once a week, while nobody sits at the desk; what is found is on the director's screen at her next sign-in. */
export function checkWeekly(session: AuditSession): void {
  const { database } = session
  const last =
    database?.read(loadLastCheck)?.at ?? database?.read((db) => db.select({ at: office.foundedAt }).from(office).get())?.at ?? null
  const elapsed = last === null ? 0 : session.now() - last
  // A check from before the clock was reset may lie ahead (T3).
  if (database === null || (elapsed >= 0 && elapsed < 7 * DAY) || session.heartbeat.disk === 'read_only') return
  checkDatabase(session)
}

/** T1: from now on the file is taken as it is. What is broken inside the chain or the pages no word of hers mends. */
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
 * The trail as a file that she may take to paper or to a spreadsheet (X2). Its line is written first: the window that
 * asks where to put it may stand open past a lock, and a file without a line would be one that nobody knows of (T1).
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
  // L6: a file's name says nothing of anybody.
  const saved = await session.ports.files.save(`day-book-audit-${toLocalTime(session.now(), zone).date}.csv`, bytes)
  if (saved === 'synchronised') return refuse('not_saved_there')
  return isStillAuthenticated(session, authenticated.value) ? ok({ saved: saved === 'saved' }) : refuseClosed(session)
}

/** Is the book whole? (T1, D5). These compare it with what lies outside of it. */
export const auditCheckCalls = (session: AuditSession) => ({
  'audit.check': () => checkAuditLog(session),
  'audit.explain': (input: ExplainInput) => explainFindings(session, input),
  'audit.export': (input: ExportInput) => exportAuditLog(session, input),
})
