import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { FindRedactor, Redact, SubjectKind } from '#shared/contract/redact'
import type { GoalId, HandoffId, MeetingId, PersonId, ReleaseId, StaffId, StayId } from '#shared/domain/core/ids'
import { listWithheldWords, redactWords, type WithheldItem, type WithheldReader } from '#shared/domain/person/withheld'
import { oncePerDatabase } from '../core/once-per-database'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { goal, handoff, meeting, release, stay, withheldItem } from '../schema'
import { listPersonIds, resolveMergedId } from './merges'

export type WithheldItemRow = typeof withheldItem.$inferSelect

const anyWithheldQuery = oncePerDatabase((db) =>
  db
    .select({ one: sql`1` })
    .from(withheldItem)
    .where(isNull(withheldItem.liftedAt))
    .limit(1)
    .prepare(),
)

const withholdingPeopleQuery = oncePerDatabase((db) =>
  db.selectDistinct({ personId: withheldItem.personId }).from(withheldItem).where(isNull(withheldItem.liftedAt)).prepare(),
)

const handoffsOfPersonQuery = oncePerDatabase((db) =>
  db
    .select({ id: handoff.id })
    .from(handoff)
    .where(eq(handoff.personId, sql.placeholder('personId')))
    .prepare(),
)

/** M5: lists what the person keeps private and has not lifted, oldest first, under whichever of the person's records it was written down. */
export function listWithheldItems(db: ReadableDb, personId: PersonId): readonly WithheldItemRow[] {
  // Most people keep nothing private, and lists ask about each of them.
  if (anyWithheldQuery(db).get() === undefined) return []
  return db
    .select()
    .from(withheldItem)
    .where(and(inArray(withheldItem.personId, [...listPersonIds(db, personId)]), isNull(withheldItem.liftedAt)))
    .orderBy(asc(withheldItem.at), asc(withheldItem.id))
    .all()
}

const createRedactor = (items: readonly WithheldItem[], reader: WithheldReader): Redact | null => {
  const words = listWithheldWords(items, reader)
  return words.length === 0 ? null : (text) => redactWords(text, words)
}

/**
 * M5: returns what redacts a text about the person for this reader: a partner; null, a screen of the house; `paper`, a sheet
 * that anybody may find.
 */
export const redactorFor = (db: ReadableDb, personId: PersonId, reader: WithheldReader): Redact =>
  createRedactor(listWithheldItems(db, personId), reader) ?? ((text) => text)

/** Finds the person whom something is about, under whose record it is by now; null where there is no such thing. */
function findSubjectPersonId(db: ReadableDb, kind: Exclude<SubjectKind, 'handoff'>, id: string): PersonId | null {
  const findOwner = (): { readonly personId: PersonId } | undefined => {
    switch (kind) {
      case 'person':
        return { personId: id as PersonId }
      case 'meeting':
        return db
          .select({ personId: meeting.personId })
          .from(meeting)
          .where(eq(meeting.id, id as MeetingId))
          .get()
      case 'stay':
        return db
          .select({ personId: stay.personId })
          .from(stay)
          .where(eq(stay.id, id as StayId))
          .get()
      case 'goal':
        return db
          .select({ personId: stay.personId })
          .from(goal)
          .innerJoin(stay, eq(stay.id, goal.stayId))
          .where(eq(goal.id, id as GoalId))
          .get()
      case 'release':
        return db
          .select({ personId: release.personId })
          .from(release)
          .where(eq(release.id, id as ReleaseId))
          .get()
    }
  }
  const owner = findOwner()
  return owner === undefined ? null : resolveMergedId(db, owner.personId)
}

/**
 * M5: returns what finds the redactor of the person whom something is about, on the screens of the house; null where nobody in
 * the office keeps anything private, so that nothing needs to be looked through.
 */
export function createRedactorFinder(db: ReadableDb): FindRedactor | null {
  if (anyWithheldQuery(db).get() === undefined) return null
  const people = new Set(
    withholdingPeopleQuery(db)
      .all()
      .map(({ personId }) => resolveMergedId(db, personId)),
  )
  // A board has hundreds of handoffs, and only a few are of people who keep something private.
  const peopleByHandoff = new Map<HandoffId, PersonId>(
    [...people].flatMap((personId) =>
      handoffsOfPersonQuery(db)
        .all({ personId })
        .map(({ id }) => [id, personId] as const),
    ),
  )
  const redactors = new Map<PersonId, Redact | null>()
  const findPersonRedactor = (personId: PersonId): Redact | null => {
    const known = redactors.get(personId)
    if (known !== undefined) return known
    const redactor = createRedactor(listWithheldItems(db, personId), null)
    redactors.set(personId, redactor)
    return redactor
  }
  return (kind, id) => {
    const personId = kind === 'handoff' ? peopleByHandoff.get(id as HandoffId) : findSubjectPersonId(db, kind, id)
    return personId !== undefined && personId !== null && people.has(personId) ? findPersonRedactor(personId) : null
  }
}

/** Records that the person lets something be told again; what was redacted in a stored text stays redacted. */
export function liftWithheldItem(db: WritableDb, id: string, now: number, by: StaffId): void {
  db.update(withheldItem).set({ liftedAt: now, liftedBy: by }).where(eq(withheldItem.id, id)).run()
}

export const findWithheldItem = (db: ReadableDb, id: string): WithheldItemRow | null =>
  db.select().from(withheldItem).where(eq(withheldItem.id, id)).get() ?? null
