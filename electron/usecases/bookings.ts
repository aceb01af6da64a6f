import type { plans } from '#shared/contract/plan'
import type { HandoffCommand } from '#shared/domain/handoff-command'
import type { PersonId } from '#shared/domain/ids'
import { ok, refuse, type Outcome } from '#shared/domain/outcome'
import { usableBookings } from '#shared/domain/proposal'
import { nextSafe } from '#shared/domain/safe-hours'
import { addBooking, bookingsAhead, cancelBooking } from '../storage/bookings'
import { openHandoffsOf } from '../storage/handoffs'
import { namesIn } from '../storage/names'
import { currentPlan, personRow } from '../storage/people'
import type { UseCases, Writing } from './context'
import { carryOut } from './handoff'

type Calls = Pick<typeof plans, 'plan.bookings' | 'plan.book' | 'plan.cancelBooking'>

/** Every open handoff of hers is planned anew: what can be proposed follows the interpreter (section 5). */
function plannedAnew(context: Writing, personId: PersonId, command: HandoffCommand): Outcome<null> {
  for (const id of openHandoffsOf(context.db, personId)) {
    const done = carryOut(context, id, command)
    if (!done.ok) return done
  }
  return ok(null)
}

/** Interpreters who are booked for her; a try that needs one is proposed inside. */
export const bookingCalls: UseCases<Calls> = {
  'plan.bookings': ({ db, now, zone }, { personId }) => {
    const names = namesIn(db)
    const plan = currentPlan(db, personId)?.plan ?? null
    return ok(
      bookingsAhead(db, personId, now).map(({ id, fromAt, untilAt, language, who, bookedBy }) => ({
        id,
        from: fromAt,
        until: untilAt,
        language,
        who,
        bookedBy: names.worker(bookedBy),
        usable: usableBookings([{ from: fromAt, until: untilAt }], plan, now, zone).length > 0,
      })),
    )
  },
  'plan.book': (context, { personId, from, until, language, who }) => {
    const { db, now, zone, me, ids, keep } = context
    if (!personRow(db, personId)) return refuse('no_such_person')
    if (until <= now || until <= from) return refuse('due_in_the_past', { field: 'until' })
    const plan = currentPlan(db, personId)?.plan ?? null
    // P1: nobody could ring her then; said while it can still be booked for another hour.
    if (plan && usableBookings([{ from, until }], plan, now, zone).length === 0) {
      const next = nextSafe(plan.safeHours, plan.neverHours, Math.max(from, now), zone)
      return refuse('outside_safe_times', { field: 'from', ...(next ? { until: next.from } : {}) })
    }
    const id = ids.uuid()
    keep({ about: personId, facts: { what: 'interpreter' } })
    addBooking(db, { id, personId, fromAt: from, untilAt: until, language, who, bookedAt: now, bookedBy: me.id })
    const planned = plannedAnew(context, personId, { kind: 'book_interpreter', from, until })
    return planned.ok ? ok({ id }) : planned
  },
  'plan.cancelBooking': (context, { personId, bookingId }) => {
    const { db, now, keep } = context
    const row = bookingsAhead(db, personId, now).find(({ id }) => id === bookingId)
    if (!row) return refuse('no_such_booking')
    keep({ about: personId, facts: { what: 'interpreter' } })
    cancelBooking(db, bookingId, now)
    const planned = plannedAnew(context, personId, { kind: 'cancel_interpreter', from: row.fromAt, until: row.untilAt })
    return planned.ok ? ok({ done: true }) : planned
  },
}
