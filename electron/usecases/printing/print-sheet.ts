import type { z } from 'zod'
import type { Failure } from '#shared/contract/call'
import type { clientSummaries } from '#shared/contract/person/client-summary'
import type { releasePapers } from '#shared/contract/person/release-paper'
import { toLocalTime } from '#shared/domain/core/moment'
import { ok, refuse, type Outcome } from '#shared/domain/core/outcome'
import type { ReadableDb } from '../../storage/core/db-types'
import { loadMeeting } from '../../storage/meeting/meetings'
import { loadOffice } from '../../storage/office/office-records'
import { findRelease } from '../../storage/release/releases'
import type { SessionContext } from '../../session/session-context'
import { refuseClosed, requireAuthenticated, isStillAuthenticated, type AuthenticatedSession } from '../../session/authenticated-session'

type SummaryInput = z.output<(typeof clientSummaries)['clientSummary.save']['input']>
type ReleasePaperInput = z.output<(typeof releasePapers)['releasePaper.save']['input']>
/** What is printed, and the record or person for the audit log; or why it is not printed. */
type SheetOutcome = Outcome<{ readonly about: string; readonly what: 'her_page' | 'release' }>

/** Finds the summary; only where the person wants a copy (M4). */
function findSummarySheet(db: ReadableDb, { id }: SummaryInput): SheetOutcome {
  const meeting = loadMeeting(db, id)
  if (meeting === null) return refuse('no_such_meeting')
  return meeting.copy === 'wanted' ? ok({ about: meeting.handoffId, what: 'her_page' }) : refuse('no_copy')
}

function findReleaseSheet(db: ReadableDb, { id }: ReleasePaperInput): SheetOutcome {
  const row = findRelease(db, id)
  return row === null ? refuse('no_such_release') : ok({ about: row.personId, what: 'release' })
}

/** Writes the audit entry first, because the system's dialog may stay open past a lock (T1). */
function beginPrinting(
  session: SessionContext,
  how: 'paper' | 'pdf',
  findSheet: (db: ReadableDb) => SheetOutcome,
): Outcome<AuthenticatedSession, Failure> {
  const authenticated = requireAuthenticated(session)
  if (!authenticated.ok) return authenticated
  const sheet = authenticated.value.database.read(findSheet)
  if (!sheet.ok) return sheet
  const { about, what } = sheet.value
  const recorded = session.transactions.run(() => ok(null), { kind: 'printed', about, facts: { what, how } })
  return recorded.ok ? authenticated : recorded
}

/** Saves a PDF of what is on the screen. */
async function saved(session: SessionContext, findSheet: (db: ReadableDb) => SheetOutcome): Promise<Outcome<{ saved: boolean }, Failure>> {
  const authenticated = beginPrinting(session, 'pdf', findSheet)
  if (!authenticated.ok) return authenticated
  const { zone } = authenticated.value.database.read(loadOffice)
  const bytes = await session.ports.printer.pdf()
  // The screen may have been locked with F9 meanwhile: then the printer saw another page.
  if (!isStillAuthenticated(session, authenticated.value)) return refuseClosed(session)
  // A file name must not reveal anyone (L6).
  const answer = await session.ports.files.save(`page-${toLocalTime(session.now(), zone).date}.pdf`, bytes)
  if (answer === 'synchronised') return refuse('not_saved_there')
  return isStillAuthenticated(session, authenticated.value) ? ok({ saved: answer === 'saved' }) : refuseClosed(session)
}

async function printed(
  session: SessionContext,
  findSheet: (db: ReadableDb) => SheetOutcome,
): Promise<Outcome<{ printed: boolean }, Failure>> {
  const authenticated = beginPrinting(session, 'paper', findSheet)
  if (!authenticated.ok) return authenticated
  const answer = await session.ports.printer.paper()
  return isStillAuthenticated(session, authenticated.value) ? ok({ printed: answer === 'printed' }) : refuseClosed(session)
}

/** The calls that print or save what is on the screen. They wait for an answer from the worker, so they are not part of a transaction. */
export const printingCalls = (session: SessionContext) => ({
  'clientSummary.save': (input: SummaryInput) => saved(session, (db) => findSummarySheet(db, input)),
  'clientSummary.print': (input: SummaryInput) => printed(session, (db) => findSummarySheet(db, input)),
  'releasePaper.save': (input: ReleasePaperInput) => saved(session, (db) => findReleaseSheet(db, input)),
  'releasePaper.print': (input: ReleasePaperInput) => printed(session, (db) => findReleaseSheet(db, input)),
})
