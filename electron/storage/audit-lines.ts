import { and, asc, desc, eq, gte, lte } from 'drizzle-orm'
import type { AuditRow } from '#shared/contract/audit'
import type { HandoffId, PersonId, StaffId } from '#shared/domain/ids'
import type { AuditEntry } from './audit'
import type { ReadableDb } from './database'
import { eventsOf } from './handoffs'
import { namesIn } from './names'
import { audit, breakGlass, handoff } from './schema'
import { sightOf } from './sight'

/** The trail from one instant to another (UTC ms, both included; null: no bound), oldest first. */
export const auditBetween = (db: ReadableDb, from: number | null, to: number | null): readonly AuditEntry[] =>
  db
    .select({ no: audit.no, at: audit.at, by: audit.by, kind: audit.kind, about: audit.about, facts: audit.facts })
    .from(audit)
    .where(and(from === null ? undefined : gte(audit.at, from), to === null ? undefined : lte(audit.at, to)))
    .orderBy(asc(audit.no))
    .all()

/** The codes of the same entries, by number. */
export const codesBetween = (db: ReadableDb, from: number | null, to: number | null): ReadonlyMap<number, string> =>
  new Map(
    db
      .select({ no: audit.no, code: audit.code })
      .from(audit)
      .where(and(from === null ? undefined : gte(audit.at, from), to === null ? undefined : lte(audit.at, to)))
      .all()
      .map(({ no, code }) => [no, code]),
  )

/**
 * Entries in the reader's words: names for ids, a record's number for a person or a record. Whoever does not exist for
 * the reader has no number here either (I3).
 */
export function lineReader(
  db: ReadableDb,
  { id: reader, hidden }: { readonly id: StaffId | null; readonly hidden: ReadonlySet<PersonId> },
): (entry: AuditEntry) => AuditRow {
  const names = namesIn(db)
  const known = new Map<string, string | null>()
  const aboutOf = (id: string): string | null => {
    const before = known.get(id)
    if (before !== undefined) return before
    const said = names.worker(id as StaffId) || names.partner(id as never) || numberOf(db, id, hidden)
    known.set(id, said)
    return said
  }
  return (entry) => ({
    no: entry.no,
    at: entry.at,
    kind: entry.kind,
    by: entry.by === null ? null : names.worker(entry.by) || null,
    about: entry.about === null ? null : aboutOf(entry.about),
    facts: { ...entry.facts },
    reason: reasonOf(db, entry, reader, hidden),
  })
}

/** The number of a record, or of a person's newest one. */
function numberOf(db: ReadableDb, id: string, hidden: ReadonlySet<PersonId>): string | null {
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

/** What a glass was broken for, or why a number was shown against the plan (section 13, P1): it stands where it was written, never in the trail. */
function reasonOf(
  db: ReadableDb,
  { kind, at, by, about }: AuditEntry,
  reader: StaffId | null,
  hidden: ReadonlySet<PersonId>,
): string | null {
  if (by === null) return null
  if (kind === 'break_glass') {
    const broken = and(eq(breakGlass.staffId, by), eq(breakGlass.at, at))
    const glass = db.select({ reason: breakGlass.reason, personId: breakGlass.personId }).from(breakGlass).where(broken).get()
    // Every director reads it, but for one who never sees her (I3).
    const never = glass !== undefined && reader !== null && sightOf(db, glass.personId).conflicts.includes(reader)
    return glass === undefined || never ? null : glass.reason
  }
  if (kind !== 'override' || about === null) return null
  const her = db
    .select({ personId: handoff.personId })
    .from(handoff)
    .where(eq(handoff.id, about as HandoffId))
    .get()
  // I3: a reason may name her.
  if (her === undefined || hidden.has(her.personId)) return null
  const events = eventsOf(db, about as HandoffId)
  const shownIn = events.findIndex(
    (event) => event.kind === 'number_shown' && event.override !== null && event.at === at && event.by === by,
  )
  const shown = events[shownIn]
  const later = events.find((event) => event.kind === 'override_explained' && event.no === shownIn + 1)
  const words = later?.kind === 'override_explained' ? later.words : ''
  return shown?.kind === 'number_shown' ? shown.override || words || null : null
}
