import { randomUUID } from 'node:crypto'
import { desc, eq, inArray, lt } from 'drizzle-orm'
import type { PersonId } from '#shared/domain/core/ids'
import type { FeedbackAnswerSet } from '#shared/domain/accompaniment/feedback'
import type { NamesToRedact } from '#shared/domain/person/redact-names'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { listPersonIds } from '../person/merges'
import { listPersonNames } from '../person/people'
import { feedback, person, success } from '../schema'
import { listWithheldItems } from '../person/story'

/** What must not stand in a text that is kept without her name, under whichever of her records it was written down. */
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

// A6, A3: a UUIDv7 would say when; these say nothing, and their tables have no order of their own.
const createTimelessId = (): string => randomUUID()

/** A3: what went well, on a day (its start, UTC ms). */
export const addSuccess = (db: WritableDb, facts: { readonly day: number; readonly words: string }): void =>
  void db
    .insert(success)
    .values({ id: createTimelessId(), ...facts })
    .run()

/** Newest day first. */
export const listSuccesses = (db: ReadableDb): readonly (typeof success.$inferSelect)[] =>
  db.select().from(success).orderBy(desc(success.day), success.words).all()

/** Answers whether it was there. */
export const removeSuccess = (db: WritableDb, id: string): boolean => db.delete(success).where(eq(success.id, id)).run().changes > 0

export const addFeedback = (db: WritableDb, facts: FeedbackAnswerSet & { readonly week: number; readonly anything: string }): void =>
  void db
    .insert(feedback)
    .values({ id: createTimelessId(), ...facts })
    .run()

/** Of weeks that began before `week`: newest first, within a week in no order. */
export const feedbackBefore = (db: ReadableDb, week: number) =>
  db.select().from(feedback).where(lt(feedback.week, week)).orderBy(desc(feedback.week), feedback.id).all()
