import { z } from 'zod'
import { REACH_BY } from '#shared/domain/contact/contact-plan'
import { reads } from '../call'
import { code, freeText, partyName, personName, workerName } from '../text-kinds'
import { speaksOf, subjects } from '../redact'
import { handoffId, instant, instants, noInput, partnerId, staffId } from '../values'
import { closedAs, direction, confirmationPart, riskKind, bounceSide, taskKind, waitingReason, waitsOn } from '../vocabulary'

/** The state of a handoff (section 3). */
export const state = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('permission_pending') }),
  z.strictObject({ kind: z.literal('contact_due') }),
  z.strictObject({ kind: z.literal('attempting'), made: z.int() }),
  z.strictObject({ kind: z.literal('reached_not_confirmed'), missing: z.array(confirmationPart).readonly() }),
  z.strictObject({ kind: z.literal('waiting_for_her'), why: waitingReason, checkAt: instant }),
  z.strictObject({ kind: z.literal('loop_back_asked'), answerDueAt: instant }),
  z.strictObject({ kind: z.literal('confirmed') }),
  z.strictObject({ kind: z.literal('meeting_booked'), at: instant }),
  z.strictObject({ kind: z.literal('accompanying'), held: z.int() }),
  z.strictObject({ kind: z.literal('on_hold'), reviewAt: instant }),
  z.strictObject({ kind: z.literal('bounced'), reason: code, side: bounceSide }),
  z.strictObject({ kind: z.literal('closed'), as: closedAs }),
  z.strictObject({ kind: z.literal('entered_in_error') }),
])

export const taskView = z.strictObject({
  no: z.int(),
  kind: taskKind,
  ownerId: staffId,
  ownerName: workerName,
  dueAt: instant,
  /** End of the person's safe stretch, where there is one. */
  until: instant.nullable(),
  waitsOn,
  what: freeText,
  byHand: z.boolean(),
})
export type TaskView = z.output<typeof taskView>

/** What a row says about reaching the person. `not_ours`: the receiver reaches the person (H8). */
export const safeMark = z.strictObject({
  kind: z.enum(['may_call', 'only_hours', 'not_verified', 'do_not_contact', 'she_calls', 'through_partner', 'not_ours']),
  /** The safe stretch that is running or comes next. */
  from: instant.nullable(),
  until: instant.nullable(),
})
export type SafeMark = z.output<typeof safeMark>

/** P8: how the screens speak of contact. */
export const reachBy = z.enum(REACH_BY)

export const boardRow = z
  .strictObject({
    id: handoffId,
    number: z.int(),
    /** Alias or initials; the name is a call of its own (L6). */
    label: personName,
    direction,
    from: partyName,
    to: partyName,
    sourcePartner: partnerId.nullable(),
    assignedTo: staffId,
    state,
    /** What this row counts down to, and from where its bar begins; lanes and words follow from it in the renderer, which ticks. */
    clockAt: instant,
    clockFrom: instant,
    clockIs: z.enum(['contact', 'action']),
    measured: z.boolean(),
    attemptsAt: instants,
    tries: z.int(),
    next: taskView,
    safe: safeMark,
    reachBy,
    /** The earliest that has not passed; where all have, the last. */
    risk: z.strictObject({ kind: riskKind, date: instant }).nullable(),
  })
  .register(subjects, speaksOf('handoff', 'id'))
export type BoardRow = z.output<typeof boardRow>

export const dateAheadView = z
  .strictObject({
    handoffId,
    number: z.int(),
    label: personName,
    state,
    no: z.int(),
    kind: riskKind,
    date: instant,
    routedTo: freeText,
    acknowledged: z.strictObject({ at: instant, by: workerName }).nullable(),
    /** It has alerted, and nobody has taken note since. */
    waits: z.boolean(),
  })
  .register(subjects, speaksOf('handoff', 'handoffId'))
export type DateAhead = z.output<typeof dateAheadView>

export const board = {
  /** Lists the deadline risks that are still ahead, soonest first, of open and closed records. */
  'board.dates': reads(noInput, z.array(dateAheadView)),
  'board.read': reads(noInput, z.strictObject({ now: instant, shiftEndsAt: instant, rows: z.array(boardRow) })),
} as const
