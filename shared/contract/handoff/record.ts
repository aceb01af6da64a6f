import { z } from 'zod'
import { CONTACT_PROPOSAL_REASONS, FALLBACK_GAPS } from '#shared/domain/contact/proposal'
import { reachBy, state, taskView } from './board'
import { reads } from '../call'
import { personAnswers } from '../person/person-answers'
import { planView } from '../person/contact-plan'
import { recordStandard } from '../office/policy'
import { code, freeText, partyName, personName, workerName } from '../text-kinds'
import { speaksOf, subjects } from '../redact'
import { handoffId, instant, instants, partnerId, personId, staffId } from '../values'
import {
  attemptOutcome,
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
} from '../vocabulary'

const named = z.strictObject({ id: staffId, name: workerName })
const stretch = z.strictObject({ from: instant, until: instant })
export const deadlineRiskView = z.strictObject({
  no: z.int(),
  kind: riskKind,
  date: instant,
  what: freeText,
  routedTo: freeText,
  acknowledged: z.strictObject({ at: instant, by: workerName }).nullable(),
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

type PlainValue = string | number | boolean | null
const plainFact = <S extends z.ZodType<string>>(text: S) => z.union([text, z.number(), z.boolean(), z.null()])
const nameFact = plainFact(partyName)
const codeFact = plainFact(code)
/** What an event tells. A text that is no name and no code is typed text, also where it is not named here. */
const eventFacts = z
  .object({
    from: nameFact,
    to: nameFact,
    told: nameFact,
    owner: nameFact,
    action: codeFact,
    answer: codeFact,
    as: codeFact,
    bounceReason: codeFact,
    channel: codeFact,
    direction: codeFact,
    helps: codeFact,
    how: codeFact,
    marks: codeFact,
    mayTellSource: codeFact,
    meetingId: codeFact,
    mode: codeFact,
    outcome: codeFact,
    permission: codeFact,
    prompt: codeFact,
    risk: codeFact,
    safeCheck: codeFact,
    sentence: codeFact,
    side: codeFact,
    wayId: codeFact,
    why: codeFact,
  })
  .partial()
  .catchall(plainFact(freeText)) as unknown as z.ZodType<Record<string, PlainValue>, Record<string, PlainValue>>

/** One line of "What has happened". `facts` holds plain values under the event's own field names; ids are resolved to names. */
export const timelineEntry = z.strictObject({
  no: z.int(),
  at: instant,
  happenedAt: instant,
  by: workerName.nullable(),
  kind: code,
  facts: eventFacts,
  withdrawn: z.boolean(),
})
export type TimelineEntry = z.output<typeof timelineEntry>

/** H13: the newest attempt while it may still be taken back (until `until`), and the state that then stands again. */
export const attemptUndo = z.strictObject({ no: z.int(), outcome: attemptOutcome, at: instant, until: instant, restores: state })
export type AttemptUndoView = z.infer<typeof attemptUndo>

export const recordView = z
  .strictObject({
    id: handoffId,
    number: z.int(),
    label: personName,
    personId,
    direction,
    from: partyName,
    to: partyName,
    sourcePartner: partnerId.nullable(),
    helps: z.array(kindOfHelp),
    prompt,
    note: freeText,
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
    acceptance: z.strictObject({ by: freeText, at: instant }).nullable(),
    state,
    firstContactAt: instant.nullable(),
    confirmedAt: instant.nullable(),
    firstConfirmedAt: instant.nullable(),
    confirmedInTime: z.boolean().nullable(),
    parts: z.strictObject({
      way: z.strictObject({ at: instant, by: workerName }).nullable(),
      next_step: z
        .strictObject({
          at: instant,
          by: workerName,
          kind: nextStepKind,
          what: freeText,
          date: instant.nullable(),
          waitLength: freeText,
          herWords: freeText,
        })
        .nullable(),
      deadline_risks: z.strictObject({ at: instant, by: workerName, answer: z.enum(['none', 'dates', 'not_known']) }).nullable(),
    }),
    missing: z.array(confirmationPart),
    risks: z.array(deadlineRiskView),
    /** Tries that count (C5), and the number that the fallback asks for. */
    tries: z.int(),
    triesWanted: z.int(),
    attemptsAt: instants,
    undo: attemptUndo.nullable(),
    /** Attempts that were written while the PC's clock was ahead: their time is to be corrected. */
    wrongClock: z.array(z.strictObject({ no: z.int(), outcome: attemptOutcome, at: instant })),
    /** Null where no contact is to be proposed (waiting, confirmed, bounced, closed). */
    proposal: proposal.nullable(),
    fallbackFollowed: z.boolean(),
    /** C5: what of the fallback was not made. */
    fallbackGaps: z.array(z.enum(FALLBACK_GAPS)),
    stoppedAt: instant.nullable(),
    loopBack: z.strictObject({ askedAt: instant, answerDueAt: instant, answer: sourceAnswer.nullable() }).nullable(),
    /** The person allowed it, the source agreed, and no release stands in the way. */
    loopBackAllowed: z.boolean(),
    /** R1: what stops telling the source more than the receipt, and asking it to help. */
    sourceStop: z.enum(['release_ended', 'release_needed']).nullable(),
    /** Open ones, soonest first: the first is the next action. Empty only when closed (H1). */
    tasks: z.array(taskView),
    bounces: z.array(
      z.strictObject({
        reason: code,
        side: bounceSide,
        seen: freeText,
        change: freeText,
        action: bounceAction,
        what: freeText,
        owner: workerName,
        dueAt: instant,
        at: instant,
        by: workerName,
        fallbackFollowed: z.boolean(),
        settledAt: instant.nullable(),
        acknowledgedAt: instant.nullable(),
      }),
    ),
    closed: z.strictObject({ as: closedAs, reason: freeText, at: instant, by: workerName }).nullable(),
    enteredInError: z.strictObject({ reason: freeText, at: instant }).nullable(),
    facts: personAnswers,
    plan: planView.nullable(),
    reachBy,
    /** I3: only few workers may see the person; `breakGlassUntil`: the reader opened the restricted record, until then. */
    restricted: z.boolean(),
    breakGlassUntil: instant.nullable(),
    /** Newest first. */
    timeline: z.array(timelineEntry),
  })
  .register(subjects, speaksOf('person', 'personId'))
export type RecordView = z.output<typeof recordView>

export const records = {
  'handoff.read': reads(z.strictObject({ id: handoffId }), recordView, { audits: 'opened' }),
  /** H13: the attempt that this worker logged last, on whichever record, while it may still be taken back. */
  'handoff.findUndo': reads(z.strictObject({}), attemptUndo.extend({ id: handoffId, number: z.int() }).nullable()),
  /** L6: the name, on press-and-hold. */
  'person.name': reads(z.strictObject({ personId }), z.strictObject({ name: personName, alias: personName }), { audits: 'name_shown' }),
} as const
