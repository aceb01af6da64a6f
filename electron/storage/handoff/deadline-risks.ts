import { and, asc, eq, gte, sql } from 'drizzle-orm'
import type { HandoffId, PersonId } from '#shared/domain/core/ids'
import type { ReadableDb } from '../core/db-types'
import { oncePerDatabase } from '../core/once-per-database'
import { deadlineRisk, handoff, person } from '../schema'

const comingDatesQuery = oncePerDatabase((db) =>
  db
    .select({
      handoffId: handoff.id,
      number: handoff.number,
      state: handoff.state,
      personId: handoff.personId,
      alias: person.alias,
      initials: person.initials,
      no: deadlineRisk.no,
      kind: deadlineRisk.kind,
      date: deadlineRisk.date,
      what: deadlineRisk.what,
      routedTo: deadlineRisk.routedTo,
      since: deadlineRisk.since,
      acknowledgedAt: deadlineRisk.acknowledgedAt,
      acknowledgedBy: deadlineRisk.acknowledgedBy,
    })
    .from(deadlineRisk)
    .innerJoin(handoff, eq(handoff.id, deadlineRisk.handoffId))
    .innerJoin(person, eq(person.id, handoff.personId))
    .where(and(gte(deadlineRisk.date, sql.placeholder('from')), eq(handoff.enteredInError, false)))
    .orderBy(asc(deadlineRisk.date), asc(handoff.number))
    .prepare(),
)

/**
 * Lists the deadline risks from `from` (UTC ms) on, soonest first, of open and closed records, without people who do not exist for the
 * reader (I3). One index query: past dates cost nothing.
 */
export const listComingDates = (db: ReadableDb, from: number, hidden: ReadonlySet<PersonId>) =>
  comingDatesQuery(db)
    .all({ from })
    .filter(({ personId }) => !hidden.has(personId))

const recordDatesQuery = oncePerDatabase((db) =>
  db
    .select({ kind: deadlineRisk.kind, date: deadlineRisk.date })
    .from(deadlineRisk)
    .where(eq(deadlineRisk.handoffId, sql.placeholder('id')))
    .orderBy(asc(deadlineRisk.date))
    .prepare(),
)

/**
 * Finds the next deadline risk of a record after `now` (UTC ms). Returns the last one when all have passed, and null when there is none.
 */
export function findNextDate(db: ReadableDb, id: HandoffId, now: number) {
  const dates = recordDatesQuery(db).all({ id })
  return dates.find(({ date }) => date >= now) ?? dates.at(-1) ?? null
}
