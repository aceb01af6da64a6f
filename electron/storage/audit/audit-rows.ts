import { and, asc, desc, eq, gte, lte } from 'drizzle-orm'
import type { AuditRow } from '#shared/contract/office/audit'
import type { HandoffId, PersonId, StaffId } from '#shared/domain/core/ids'
import type { StoredAuditEntry } from './audit-log'
import type { ReadableDb } from '../core/db-types'
import { listHandoffEvents } from '../handoff/handoffs'
import { loadNames } from '../office/names'
import { auditEntry, breakGlass, handoff } from '../schema'
import { loadVisibility } from '../access/visibility'
import { redactorFor } from '../person/withheld'

/** Lists the entries of the audit log from one instant to another (UTC ms, both included; null: no bound), oldest first. */
export const listAuditEntries = (db: ReadableDb, from: number | null, to: number | null): readonly StoredAuditEntry[] =>
  db
    .select({
      no: auditEntry.no,
      at: auditEntry.at,
      by: auditEntry.by,
      kind: auditEntry.kind,
      about: auditEntry.about,
      facts: auditEntry.facts,
    })
    .from(auditEntry)
    .where(and(from === null ? undefined : gte(auditEntry.at, from), to === null ? undefined : lte(auditEntry.at, to)))
    .orderBy(asc(auditEntry.no))
    .all()

/** Returns the codes of the same entries, by number. */
export const listAuditCodes = (db: ReadableDb, from: number | null, to: number | null): ReadonlyMap<number, string> =>
  new Map(
    db
      .select({ no: auditEntry.no, code: auditEntry.code })
      .from(auditEntry)
      .where(and(from === null ? undefined : gte(auditEntry.at, from), to === null ? undefined : lte(auditEntry.at, to)))
      .all()
      .map(({ no, code }) => [no, code]),
  )

/**
 * Puts entries in the reader's words: names for ids, a record's number for a person or a record. A person who does not exist for
 * the reader has no number here either (I3).
 */
export function createAuditRowReader(
  db: ReadableDb,
  { id: reader, hidden }: { readonly id: StaffId | null; readonly hidden: ReadonlySet<PersonId> },
): (entry: StoredAuditEntry) => AuditRow {
  const names = loadNames(db)
  const descriptions = new Map<string, string | null>()
  const describeSubject = (id: string): string | null => {
    const cached = descriptions.get(id)
    if (cached !== undefined) return cached
    const description = names.worker(id as StaffId) || names.partner(id as never) || findRecordNumber(db, id, hidden)
    descriptions.set(id, description)
    return description
  }
  return (entry) => ({
    no: entry.no,
    at: entry.at,
    kind: entry.kind,
    by: entry.by === null ? null : names.worker(entry.by) || null,
    about: entry.about === null ? null : describeSubject(entry.about),
    facts: { ...entry.facts },
    reason: findReason(db, entry, reader, hidden),
  })
}

/** Finds the number of a record, or of a person's newest record. */
function findRecordNumber(db: ReadableDb, id: string, hidden: ReadonlySet<PersonId>): string | null {
  const columns = { number: handoff.number, personId: handoff.personId }
  const found =
    db
      .select(columns)
      .from(handoff)
      .where(eq(handoff.id, id as HandoffId))
      .get() ??
    db
      .select(columns)
      .from(handoff)
      .where(eq(handoff.personId, id as PersonId))
      .orderBy(desc(handoff.number))
      .limit(1)
      .get()
  return found === undefined || hidden.has(found.personId) ? null : String(found.number)
}

/** Finds why a restricted record was opened, or why a number was shown against the plan (section 13, P1). The audit log never holds it, and what the person keeps private is redacted (M5). */
function findReason(
  db: ReadableDb,
  { kind, at, by, about }: StoredAuditEntry,
  reader: StaffId | null,
  hidden: ReadonlySet<PersonId>,
): string | null {
  if (by === null) return null
  if (kind === 'break_glass') {
    const isSameBreakGlass = and(eq(breakGlass.staffId, by), eq(breakGlass.at, at))
    const breakGlassEntry = db
      .select({ reason: breakGlass.reason, personId: breakGlass.personId })
      .from(breakGlass)
      .where(isSameBreakGlass)
      .get()
    // Every director reads it, except one who may never see the person (I3).
    const isNeverVisible =
      breakGlassEntry !== undefined && reader !== null && loadVisibility(db, breakGlassEntry.personId).conflicts.includes(reader)
    return breakGlassEntry === undefined || isNeverVisible ? null : redactorFor(db, breakGlassEntry.personId, null)(breakGlassEntry.reason)
  }
  if (kind !== 'override' || about === null) return null
  const record = db
    .select({ personId: handoff.personId })
    .from(handoff)
    .where(eq(handoff.id, about as HandoffId))
    .get()
  // I3: a reason may name the person.
  if (record === undefined || hidden.has(record.personId)) return null
  const events = listHandoffEvents(db, about as HandoffId)
  const shownIn = events.findIndex(
    (event) => event.kind === 'number_shown' && event.override !== null && event.at === at && event.by === by,
  )
  const shown = events[shownIn]
  const later = events.find((event) => event.kind === 'override_explained' && event.no === shownIn + 1)
  const words = later?.kind === 'override_explained' ? later.words : ''
  return shown?.kind === 'number_shown' ? redactorFor(db, record.personId, null)(shown.override || words) || null : null
}
