import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { PersonId, StaffId } from '#shared/domain/ids'
import type { ReadableDb, WritableDb } from './database'
import { oncePerBook } from './once'
import { interpreterBooking } from './schema'

export type BookingRow = typeof interpreterBooking.$inferSelect

const ahead = oncePerBook((db) =>
  db
    .select()
    .from(interpreterBooking)
    .where(
      and(
        eq(interpreterBooking.personId, sql.placeholder('personId')),
        isNull(interpreterBooking.cancelledAt),
        gt(interpreterBooking.untilAt, sql.placeholder('now')),
      ),
    )
    .orderBy(asc(interpreterBooking.fromAt))
    .prepare(),
)
/** Interpreters booked for her, soonest first; without those called off or over at `now` (UTC ms). */
export const bookingsAhead = (db: ReadableDb, personId: PersonId, now: number): readonly BookingRow[] => ahead(db).all({ personId, now })

export interface NewBooking extends Pick<BookingRow, 'id' | 'fromAt' | 'untilAt' | 'language' | 'who'> {
  readonly personId: PersonId
  readonly bookedAt: number
  readonly bookedBy: StaffId
}
export const addBooking = (db: WritableDb, booking: NewBooking): void => void db.insert(interpreterBooking).values(booking).run()

/** The row stays: what was booked and called off is part of what happened. */
export const cancelBooking = (db: WritableDb, id: string, now: number): void =>
  void db.update(interpreterBooking).set({ cancelledAt: now }).where(eq(interpreterBooking.id, id)).run()
