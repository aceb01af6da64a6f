import { and, desc, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Handoff } from '#shared/domain/handoff/handoff'
import type { HandoffId, PersonId, StaffId } from '#shared/domain/core/ids'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { toPersonLabel } from '../person/people'
import { handoff, handoffEvent, override, person } from '../schema'
import { excludePeople } from '../access/visibility'

/** A number shown against the rules (P1), with the reason where a worker wrote one. */
export interface ShownOverride {
  readonly handoffId: HandoffId
  readonly no: number
  readonly number: number
  readonly personId: PersonId
  readonly label: string
  readonly at: number
  readonly by: StaffId
  readonly reason: string | null
}

const MAX_OVERRIDES = 200
const why = alias(handoffEvent, 'why')

function selectOverrides(db: ReadableDb, hidden: ReadonlySet<PersonId>, condition?: SQL): readonly ShownOverride[] {
  return db
    .select({
      handoffId: override.handoffId,
      no: override.no,
      number: handoff.number,
      personId: handoff.personId,
      alias: person.alias,
      initials: person.initials,
      at: override.at,
      by: override.by,
      why: why.body,
    })
    .from(override)
    .innerJoin(handoff, eq(handoff.id, override.handoffId))
    .innerJoin(person, eq(person.id, handoff.personId))
    .leftJoin(why, and(eq(why.handoffId, override.handoffId), eq(why.no, sql`${override.explainedIn}`)))
    .where(and(condition, excludePeople(handoff.personId, hidden)))
    .orderBy(desc(override.at), desc(override.no))
    .limit(MAX_OVERRIDES)
    .all()
    .map(({ alias: personAlias, initials, why: event, ...row }) => ({
      ...row,
      label: toPersonLabel({ alias: personAlias, initials }),
      reason: event?.kind === 'override_explained' ? event.words : event?.kind === 'number_shown' ? event.override : null,
    }))
}

/** Lists the newest 200, without people who do not exist for the reader (I3). */
export const listOverrides = (db: ReadableDb, hidden: ReadonlySet<PersonId>): readonly ShownOverride[] => selectOverrides(db, hidden)

/** Lists a worker's own overrides that have no reason yet. */
export const listUnexplainedOverrides = (db: ReadableDb, worker: StaffId, hidden: ReadonlySet<PersonId>): readonly ShownOverride[] =>
  selectOverrides(db, hidden, and(eq(override.by, worker), isNull(override.explainedIn)))

/** Saves the overrides in the handoff's transaction. They follow from its events, like the row. */
export function saveOverrides(db: WritableDb, handoffId: HandoffId, before: Handoff | null, after: Handoff): void {
  if (before?.overrides === after.overrides) return
  for (const { no, at, by, explainedIn } of after.overrides)
    db.insert(override)
      .values({ handoffId, no, at, by, explainedIn })
      .onConflictDoUpdate({ target: [override.handoffId, override.no], set: { explainedIn } })
      .run()
}
