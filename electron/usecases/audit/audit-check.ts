import type { z } from 'zod'
import type { audit as contract } from '#shared/contract/office/audit'
import type { Failure } from '#shared/contract/call'
import { toLocalTime } from '#shared/domain/core/moment'
import { ok, refuse, type Outcome } from '#shared/domain/core/outcome'
import {
  compareWithCheckpoint,
  loadAuditHead,
  loadAuditCheckpoint,
  loadLastCheck,
  saveCheckResult,
  verifyAuditChain,
} from '../../storage/audit/audit-log'
import { loadOffice } from '../../storage/office/office-records'
import { createAuditCsv } from './audit-export'
import { checkDatabase, type AuditCheckAnswer } from '../../session/database-check'
import type { SessionContext, SignInContext } from '../../session/session-context'
import { refuseClosed, requireAuthenticated, isStillAuthenticated } from '../../session/authenticated-session'

type AuditCalls = typeof contract
type ExplainInput = z.output<AuditCalls['audit.explain']['input']>
type ExportInput = z.output<AuditCalls['audit.export']['input']>
type AuditSession = SessionContext & Pick<SignInContext, 'hidden' | 'isFull'>

/** The digits of a code that are compared with paper by eye: 64 bits. */
const SHOWN_CODE_DIGITS = 16

/** The same, asked for by the signed-in director. */
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

/** T1: from now on the file is taken as it is. No explanation mends what is broken inside the chain or the pages. */
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
