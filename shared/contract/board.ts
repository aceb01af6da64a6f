import { z } from 'zod'
import { reads } from './call'
import { handoffId, instant, instants, noInput, partnerId, staffId } from './values'
import { closedAs, direction, confirmationPart, riskKind, bounceSide, taskKind, waitingReason, waitsOn } from './vocabulary'

/** Section 3, as `stateOf` makes it. */
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
  z.strictObject({ kind: z.literal('bounced'), reason: z.string(), side: bounceSide }),
  z.strictObject({ kind: z.literal('closed'), as: closedAs }),
  z.strictObject({ kind: z.literal('entered_in_error') }),
])

export const taskView = z.strictObject({
  no: z.int(),
  kind: taskKind,
  ownerId: staffId,
  ownerName: z.string(),
  dueAt: instant,
  /** End of her safe stretch, where there is one. */
  until: instant.nullable(),
  waitsOn,
  what: z.string(),
  byHand: z.boolean(),
})
export type TaskView = z.output<typeof taskView>

/** What a row says about reaching her. `not_ours`: the receiver reaches her (H8). */
export const safeMark = z.strictObject({
  kind: z.enum(['may_call', 'only_hours', 'not_verified', 'do_not_contact', 'she_calls', 'through_partner', 'not_ours']),
  /** The safe stretch that is running or comes next. */
  from: instant.nullable(),
  until: instant.nullable(),
})
export type SafeMark = z.output<typeof safeMark>

export const boardRow = z.strictObject({
  id: handoffId,
  number: z.int(),
  /** Alias or initials; the name is a call of its own (L6). */
  label: z.string(),
  direction,
  from: z.string(),
  to: z.string(),
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
  /** The earliest that has not passed; where all have, the last. */
  risk: z.strictObject({ kind: riskKind, date: instant }).nullable(),
})
export type BoardRow = z.output<typeof boardRow>

export const dateAheadView = z.strictObject({
  handoffId,
  number: z.int(),
  label: z.string(),
  state,
  no: z.int(),
  kind: riskKind,
  date: instant,
  routedTo: z.string(),
  acknowledged: z.strictObject({ at: instant, by: z.string() }).nullable(),
  /** It has alerted, and nobody has taken note since. */
  waits: z.boolean(),
})
export type DateAhead = z.output<typeof dateAheadView>

export const board = {
  /** Dates outside our control that are still ahead, soonest first, whatever the state of the record: closed ones too. */
  'board.dates': reads(noInput, z.array(dateAheadView)),
  'board.read': reads(noInput, z.strictObject({ now: instant, shiftEndsAt: instant, rows: z.array(boardRow) })),
} as const
