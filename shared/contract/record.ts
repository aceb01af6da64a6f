import { z } from 'zod'
import { CONTACT_PROPOSAL_REASONS } from '#shared/domain/contact/proposal'
import { state, taskView } from './board'
import { reads } from './call'
import { personAnswers } from './person-answers'
import { planView } from './contact-plan'
import { recordStandard } from './policy'
import { handoffId, instant, instants, partnerId, personId, staffId } from './values'
import {
  bounceAction,
  closedAs,
  direction,
  kindOfHelp,
  mayTellSource,
  nextStepKind,
  confirmationPart,
  prompt,
  riskKind,
  bounceSide,
  sourceAnswer,
} from './vocabulary'

const named = z.strictObject({ id: staffId, name: z.string() })
const stretch = z.strictObject({ from: instant, until: instant })
export const deadlineRiskView = z.strictObject({
  no: z.int(),
  kind: riskKind,
  date: instant,
  what: z.string(),
  routedTo: z.string(),
  acknowledged: z.strictObject({ at: instant, by: z.string() }).nullable(),
  /** It has alerted, and nobody has taken note since. */
  waits: z.boolean(),
})

export const proposal = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('slot'),
    at: instant,
    until: instant,
    nth: z.int(),
    window: z.enum(['first', 'second', 'after']),
    because: z.array(z.enum(CONTACT_PROPOSAL_REASONS)),
  }),
  z.strictObject({ kind: z.literal('tries_made'), bounceDueAt: instant }),
  z.strictObject({ kind: z.literal('windows_over'), bounceDueAt: instant }),
  z.strictObject({ kind: z.literal('no_safe_moment'), bounceDueAt: instant, next: stretch.nullable() }),
])
export type ProposalView = z.output<typeof proposal>

/** One line of "What has happened". `facts` holds plain values under the event's own field names; ids are resolved to names. */
export const timelineEntry = z.strictObject({
  no: z.int(),
  at: instant,
  happenedAt: instant,
  by: z.string().nullable(),
  kind: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  withdrawn: z.boolean(),
})
export type TimelineEntry = z.output<typeof timelineEntry>

export const recordView = z.strictObject({
  id: handoffId,
  number: z.int(),
  label: z.string(),
  personId,
  direction,
  from: z.string(),
  to: z.string(),
  sourcePartner: partnerId.nullable(),
  helps: z.array(kindOfHelp),
  prompt,
  note: z.string(),
  receivedAt: instant,
  clockFrom: instant,
  dueAt: instant,
  bounceDueAt: instant,
  standard: recordStandard,
  clockAt: instant.nullable(),
  clockIs: z.enum(['contact', 'action']),
  assignedTo: named,
  supporting: z.array(named),
  mayTellSource,
  permission: z.enum(['not_needed', 'pending', 'given', 'refused']),
  acceptance: z.strictObject({ by: z.string(), at: instant }).nullable(),
  state,
  firstContactAt: instant.nullable(),
  confirmedAt: instant.nullable(),
  firstConfirmedAt: instant.nullable(),
  confirmedInTime: z.boolean().nullable(),
  parts: z.strictObject({
    way: z.strictObject({ at: instant, by: z.string() }).nullable(),
    next_step: z
      .strictObject({
        at: instant,
        by: z.string(),
        kind: nextStepKind,
        what: z.string(),
        date: instant.nullable(),
        waitLength: z.string(),
        herWords: z.string(),
      })
      .nullable(),
    deadline_risks: z.strictObject({ at: instant, by: z.string(), answer: z.enum(['none', 'dates', 'not_known']) }).nullable(),
  }),
  missing: z.array(confirmationPart),
  risks: z.array(deadlineRiskView),
  /** Tries that count (C5), the number that the fallback asks for, and the newest attempt if it may still be taken back. */
  tries: z.int(),
  triesWanted: z.int(),
  attemptsAt: instants,
  mayWithdraw: z.int().nullable(),
  /** Null where no contact is to be proposed (waiting, confirmed, bounced, closed). */
  proposal: proposal.nullable(),
  fallbackFollowed: z.boolean(),
  stoppedAt: instant.nullable(),
  loopBack: z.strictObject({ askedAt: instant, answerDueAt: instant, answer: sourceAnswer.nullable() }).nullable(),
  /** She allowed it, the source agreed, and no release stands in the way. */
  loopBackAllowed: z.boolean(),
  /** R1: what stops telling the source more than the receipt, and asking it to help. */
  sourceStop: z.enum(['release_ended', 'release_needed']).nullable(),
  /** Open ones, soonest first: the first is the next action. Empty only when closed (H1). */
  tasks: z.array(taskView),
  bounces: z.array(
    z.strictObject({
      reason: z.string(),
      side: bounceSide,
      seen: z.string(),
      change: z.string(),
      action: bounceAction,
      what: z.string(),
      owner: z.string(),
      dueAt: instant,
      at: instant,
      by: z.string(),
      fallbackFollowed: z.boolean(),
      settledAt: instant.nullable(),
      acknowledgedAt: instant.nullable(),
    }),
  ),
  closed: z.strictObject({ as: closedAs, reason: z.string(), at: instant, by: z.string() }).nullable(),
  enteredInError: z.strictObject({ reason: z.string(), at: instant }).nullable(),
  facts: personAnswers,
  plan: planView.nullable(),
  /** I3: she exists for few only; `breakGlassUntil`: the reader sees her by a glass she broke, and only until then. */
  restricted: z.boolean(),
  breakGlassUntil: instant.nullable(),
  /** Newest first. */
  timeline: z.array(timelineEntry),
})
export type RecordView = z.output<typeof recordView>

export const records = {
  'handoff.read': reads(z.strictObject({ id: handoffId }), recordView, { audits: 'opened' }),
  /** L6: the name, on press-and-hold. */
  'person.name': reads(z.strictObject({ personId }), z.strictObject({ name: z.string(), alias: z.string() }), { audits: 'name_shown' }),
} as const
