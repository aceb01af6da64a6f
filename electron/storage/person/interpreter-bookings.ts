import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { PersonId, StaffId } from '#shared/domain/core/ids'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { oncePerDatabase } from '../core/once-per-database'
import { interpreterBooking } from '../schema'

export type InterpreterBookingRow = typeof interpreterBooking.$inferSelect

const comingBookingsQuery = oncePerDatabase((db) =>
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
export const listComingInterpreterBookings = (db: ReadableDb, personId: PersonId, now: number): readonly InterpreterBookingRow[] =>
  comingBookingsQuery(db).all({ personId, now })

export interface NewInterpreterBooking extends Pick<InterpreterBookingRow, 'id' | 'fromAt' | 'untilAt' | 'language' | 'who'> {
  readonly personId: PersonId
  readonly bookedAt: number
  readonly bookedBy: StaffId
}
export const addInterpreterBooking = (db: WritableDb, booking: NewInterpreterBooking): void =>
  void db.insert(interpreterBooking).values(booking).run()

/** The row stays: what was booked and called off is part of what happened. */
export const cancelInterpreterBooking = (db: WritableDb, id: string, now: number): void =>
  void db.update(interpreterBooking).set({ cancelledAt: now }).where(eq(interpreterBooking.id, id)).run()
