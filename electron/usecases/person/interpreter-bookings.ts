import type { plans } from '#shared/contract/person/contact-plan'
import type { HandoffCommand } from '#shared/domain/handoff/command'
import type { PersonId } from '#shared/domain/core/ids'
import { ok, refuse, type Outcome } from '#shared/domain/core/outcome'
import { listUsableBookings } from '#shared/domain/contact/proposal'
import { findNextSafeHours } from '#shared/domain/contact/safe-hours'
import { addInterpreterBooking, listComingInterpreterBookings, cancelInterpreterBooking } from '../../storage/person/interpreter-bookings'
import { listOpenHandoffs } from '../../storage/handoff/handoffs'
import { loadNames } from '../../storage/office/names'
import { loadCurrentPlan, findPerson } from '../../storage/person/people'
import type { UseCases, WriteContext } from '../../session/call-context'
import { executeCommand } from '../handoff/handoff'

type BookingCalls = Pick<typeof plans, 'plan.listBookings' | 'plan.bookInterpreter' | 'plan.cancelBooking'>

/** Replans every open handoff of the person: what can be proposed depends on the interpreter (section 5). */
function replanForInterpreter(context: WriteContext, personId: PersonId, command: HandoffCommand): Outcome<null> {
  for (const id of listOpenHandoffs(context.db, personId)) {
    const done = executeCommand(context, id, command)
    if (!done.ok) return done
  }
  return ok(null)
}

/** The calls about interpreters booked for a person. An attempt that needs one is proposed within the booking. */
export const interpreterBookingCalls: UseCases<BookingCalls> = {
  'plan.listBookings': ({ db, now, zone }, { personId }) => {
    const names = loadNames(db)
    const plan = loadCurrentPlan(db, personId)?.plan ?? null
    return ok(
      listComingInterpreterBookings(db, personId, now).map(({ id, fromAt, untilAt, language, who, bookedBy }) => ({
        id,
        from: fromAt,
        until: untilAt,
        language,
        who,
        bookedBy: names.worker(bookedBy),
        usable: listUsableBookings([{ from: fromAt, until: untilAt }], plan, now, zone).length > 0,
      })),
    )
  },
  'plan.bookInterpreter': (context, { personId, from, until, language, who }) => {
    const { db, now, zone, me, ids, audit } = context
    if (!findPerson(db, personId)) return refuse('no_such_person')
    if (until <= now || until <= from) return refuse('due_in_the_past', { field: 'until' })
    const plan = loadCurrentPlan(db, personId)?.plan ?? null
    // The booking lies outside the safe times, so no one could call then (P1). This is said while another hour can still be booked.
    if (plan && listUsableBookings([{ from, until }], plan, now, zone).length === 0) {
      const next = findNextSafeHours(plan.safeHours, plan.neverHours, Math.max(from, now), zone)
      return refuse('outside_safe_times', { field: 'from', ...(next ? { until: next.from } : {}) })
    }
    const id = ids.uuid()
    audit({ about: personId, facts: { what: 'interpreter' } })
    addInterpreterBooking(db, { id, personId, fromAt: from, untilAt: until, language, who, bookedAt: now, bookedBy: me.id })
    const planned = replanForInterpreter(context, personId, { kind: 'book_interpreter', from, until })
    return planned.ok ? ok({ id }) : planned
  },
  'plan.cancelBooking': (context, { personId, bookingId }) => {
    const { db, now, audit } = context
    const row = listComingInterpreterBookings(db, personId, now).find(({ id }) => id === bookingId)
    if (!row) return refuse('no_such_booking')
    audit({ about: personId, facts: { what: 'interpreter' } })
    cancelInterpreterBooking(db, bookingId, now)
    const planned = replanForInterpreter(context, personId, { kind: 'cancel_interpreter', from: row.fromAt, until: row.untilAt })
    return planned.ok ? ok({ done: true }) : planned
  },
}
