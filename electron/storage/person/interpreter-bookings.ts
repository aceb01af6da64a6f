import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { PersonId, StaffId } from '#shared/domain/core/ids'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { oncePerDatabase } from '../core/once-per-database'
import { interpreterBooking } from '../schema'

/** An interpreter booking as it is stored. */
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
/** Lists the person's interpreter bookings, soonest first, without those cancelled or over at `now` (UTC ms). */
export const listComingInterpreterBookings = (db: ReadableDb, personId: PersonId, now: number): readonly InterpreterBookingRow[] =>
  comingBookingsQuery(db).all({ personId, now })

/** A new interpreter booking. */
export interface NewInterpreterBooking extends Pick<InterpreterBookingRow, 'id' | 'fromAt' | 'untilAt' | 'language' | 'who'> {
  readonly personId: PersonId
  readonly bookedAt: number
  readonly bookedBy: StaffId
}
/** Adds an interpreter booking. */
export const addInterpreterBooking = (db: WritableDb, booking: NewInterpreterBooking): void =>
  void db.insert(interpreterBooking).values(booking).run()

/** Cancels a booking. The row stays, because a cancelled booking is part of the history. */
export const cancelInterpreterBooking = (db: WritableDb, id: string, now: number): void =>
  void db.update(interpreterBooking).set({ cancelledAt: now }).where(eq(interpreterBooking.id, id)).run()
