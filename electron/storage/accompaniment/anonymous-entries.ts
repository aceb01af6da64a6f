import { randomUUID } from 'node:crypto'
import { desc, eq, inArray, lt } from 'drizzle-orm'
import type { PersonId } from '#shared/domain/core/ids'
import type { FeedbackAnswerSet } from '#shared/domain/accompaniment/feedback'
import type { NamesToRedact } from '#shared/domain/person/redact-names'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { listPersonIds } from '../person/merges'
import { listPersonNames } from '../person/people'
import { feedback, person, success } from '../schema'
import { listWithheldItems } from '../person/withheld'

/** Loads what must not stand in a text that is stored without the person's name, under whichever of the person's records it was written. */
export function loadIdentifyingWords(db: ReadableDb, personId: PersonId): NamesToRedact {
  const rows = db
    .select()
    .from(person)
    .where(inArray(person.id, [...listPersonIds(db, personId)]))
    .all()
  return {
    names: rows.flatMap(listPersonNames),
    initials: rows.find(({ id }) => id === personId)?.initials ?? '',
    withheld: listWithheldItems(db, personId).map(({ words }) => words),
  }
}

// A UUIDv7 would reveal the time. These ids reveal nothing, and their tables have no order of their own (A6, A3).
const createTimelessId = (): string => randomUUID()

/** Adds a success (A3): what went well on a day (its start, UTC ms). */
export const addSuccess = (db: WritableDb, facts: { readonly day: number; readonly words: string }): void =>
  void db
    .insert(success)
    .values({ id: createTimelessId(), ...facts })
    .run()

/** Lists the successes, newest day first. */
export const listSuccesses = (db: ReadableDb): readonly (typeof success.$inferSelect)[] =>
  db.select().from(success).orderBy(desc(success.day), success.words).all()

/** Removes a success. Returns whether it existed. */
export const removeSuccess = (db: WritableDb, id: string): boolean => db.delete(success).where(eq(success.id, id)).run().changes > 0

/** Adds one anonymous feedback form (A6). */
export const addFeedback = (db: WritableDb, facts: FeedbackAnswerSet & { readonly week: number; readonly anything: string }): void =>
  void db
    .insert(feedback)
    .values({ id: createTimelessId(), ...facts })
    .run()

/** Lists the feedback of weeks that began before `week`, newest week first; within a week there is no order. */
export const listFeedbackBefore = (db: ReadableDb, week: number) =>
  db.select().from(feedback).where(lt(feedback.week, week)).orderBy(desc(feedback.week), feedback.id).all()
