import { randomUUID } from 'node:crypto'
import { desc, eq, inArray, lt } from 'drizzle-orm'
import type { PersonId } from '#shared/domain/ids'
import type { Answers } from '#shared/domain/feedback'
import type { Unnamed } from '#shared/domain/nameless'
import type { ReadableDb, WritableDb } from './database'
import { idsOf } from './merges'
import { namesOf } from './people'
import { feedback, person, success } from './schema'
import { keptBack } from './story'

/** What must not stand in a text that is kept without her name, under whichever of her records it was written down. */
export function unnamed(db: ReadableDb, personId: PersonId): Unnamed {
  const hers = db
    .select()
    .from(person)
    .where(inArray(person.id, [...idsOf(db, personId)]))
    .all()
  return {
    names: hers.flatMap(namesOf),
    initials: hers.find(({ id }) => id === personId)?.initials ?? '',
    kept: keptBack(db, personId).map(({ words }) => words),
  }
}

// A6, A3: a UUIDv7 would say when; these say nothing, and their tables have no order of their own.
const idThatTellsNothing = (): string => randomUUID()

/** A3: what went well, on a day (its start, UTC ms). */
export const addSuccess = (db: WritableDb, facts: { readonly day: number; readonly words: string }): void =>
  void db
    .insert(success)
    .values({ id: idThatTellsNothing(), ...facts })
    .run()

/** Newest day first. */
export const successes = (db: ReadableDb): readonly (typeof success.$inferSelect)[] =>
  db.select().from(success).orderBy(desc(success.day), success.words).all()

/** Answers whether it was there. */
export const dropSuccess = (db: WritableDb, id: string): boolean => db.delete(success).where(eq(success.id, id)).run().changes > 0

export const addFeedback = (db: WritableDb, facts: Answers & { readonly week: number; readonly anything: string }): void =>
  void db
    .insert(feedback)
    .values({ id: idThatTellsNothing(), ...facts })
    .run()

/** Of weeks that began before `week`: newest first, within a week in no order. */
export const feedbackBefore = (db: ReadableDb, week: number) =>
  db.select().from(feedback).where(lt(feedback.week, week)).orderBy(desc(feedback.week), feedback.id).all()
