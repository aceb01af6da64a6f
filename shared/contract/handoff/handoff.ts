import { z } from 'zod'
import { WAY_OWNERS } from '#shared/domain/contact/contact-plan'
import { SAID_TO_SOURCE } from '#shared/domain/core/vocabulary'
import { PHONE_CHANNELS } from '#shared/domain/handoff/source-answers'
import { SIMILARITIES } from '#shared/domain/person/similarity'
import { state } from './board'
import { reads, writes } from '../call'
import { personAnswers } from '../person/person-answers'
import { weeklyHours } from '../person/contact-plan'
import { contactValue, partyName, personName, workerName } from '../text-kinds'
import { handoffId, instant, line, note, optionalLine, partnerId, personId, staffId } from '../values'
import {
  attemptOutcome,
  bounceAction,
  closedAs,
  contactChannel,
  direction,
  kindOfHelp,
  mayTellSource,
  nextStepKind,
  prompt,
  riskKind,
  safeCheck,
  sourceAnswer,
} from '../vocabulary'

const party = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('partner'), id: partnerId }),
  z.strictObject({ kind: z.literal('staff'), id: staffId }),
  z.strictObject({ kind: z.literal('herself') }),
  z.strictObject({ kind: z.literal('us') }),
])
const risk = z.strictObject({ kind: riskKind, date: instant, what: optionalLine(200), routedTo: optionalLine(200) })
const reason = optionalLine(500)

/** Answers of the source, asked while it is present (H7). "Not known" is an answer; an empty field is not. */
const questions = z.strictObject({
  number: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('known'), value: line(40), readBack: z.boolean() }),
      z.strictObject({ kind: z.literal('not_known') }),
      /** The person is known already, and the contact plan comes along. */
      z.strictObject({ kind: z.literal('as_in_plan') }),
    ])
    .nullable(),
  /** P8: for what the number may be used, and whose phone it is. */
  channels: z.array(z.enum(PHONE_CHANNELS)).max(2).optional(),
  whose: z.enum(WAY_OWNERS).optional(),
  safeToCall: z.enum(['yes', 'no', 'only_at_times', 'not_known', 'as_in_plan']).nullable(),
  safeTimes: z.array(weeklyHours).max(20),
  language: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('known'), value: line(100) }),
      z.strictObject({ kind: z.literal('not_known') }),
      z.strictObject({ kind: z.literal('as_in_plan') }),
    ])
    .nullable(),
})

export const createHandoffInput = z.strictObject({
  direction,
  source: party,
  receiver: party,
  /** The existing person (H3: "repeat intake avoided"), or a new one by name or initials. */
  person: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('existing'), id: personId }),
    z.strictObject({ kind: z.literal('new'), name: line(200), alias: optionalLine(200) }),
  ]),
  helps: z.array(kindOfHelp).max(10),
  prompt,
  note: note(),
  receivedAt: instant.nullable(),
  earlierBecause: reason,
  questions,
  /** The person agreed that the source may help, and how much the source may be told (C5, H6). */
  sourceMayHelp: z.boolean(),
  mayTellSource,
  risks: z.array(risk).max(20),
  permissionGiven: z.boolean(),
  /** What else the person told, if anything; what is known already stays where nothing is told anew. */
  facts: personAnswers.optional(),
  assignedTo: staffId.nullable(),
  /** The reason for the referral despite the receiver's "do not refer". */
  despite: reason.optional(),
})

/** What a worker may do with an existing handoff; mirrors `HandoffCommand`, whose doc comments say what each command does. */
export const command = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('correct_received'), receivedAt: instant, reason }),
  z.strictObject({ kind: z.literal('answer_permission'), given: z.boolean(), words: reason }),
  z.strictObject({
    kind: z.literal('record_acceptance'),
    acceptedBy: optionalLine(200),
    worker: staffId.nullable(),
    at: instant.nullable(),
  }),
  z.strictObject({ kind: z.literal('assign'), to: staffId, reason }),
  z.strictObject({
    kind: z.literal('log_attempt'),
    at: instant.nullable(),
    channel: contactChannel,
    wayId: z.string().max(40).nullable(),
    outcome: attemptOutcome,
    safeCheck,
    note: note(2_000),
    checkAt: instant.nullable(),
    override: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('withdraw_attempt'), no: z.int() }),
  z.strictObject({ kind: z.literal('correct_attempt'), no: z.int(), at: instant, reason: optionalLine(200) }),
  z.strictObject({
    kind: z.literal('save_confirmation'),
    at: instant.nullable(),
    wayVerified: z.boolean(),
    nextStep: z
      .strictObject({
        kind: nextStepKind,
        what: optionalLine(500),
        date: instant.nullable(),
        waitLength: optionalLine(200),
        herWords: optionalLine(500),
      })
      .nullable(),
    risks: z.strictObject({ answer: z.enum(['none', 'dates', 'not_known']), dates: z.array(risk).max(20) }).nullable(),
  }),
  z.strictObject({ kind: z.literal('add_risk'), risk }),
  z.strictObject({ kind: z.literal('acknowledge_risk'), no: z.int().min(1) }),
  z.strictObject({ kind: z.literal('correct_risk'), no: z.int().min(1), to: risk.nullable(), reason }),
  z.strictObject({ kind: z.literal('agree_waiting'), checkAt: instant, why: z.enum(['she_asked', 'she_calls_us']) }),
  z.strictObject({ kind: z.literal('end_waiting') }),
  z.strictObject({ kind: z.literal('ask_source') }),
  z.strictObject({ kind: z.literal('source_answered'), answer: sourceAnswer, words: reason, checkAt: instant.nullable() }),
  z.strictObject({ kind: z.literal('move_task'), no: z.int(), owner: staffId, dueAt: instant }),
  z.strictObject({ kind: z.literal('book_meeting'), at: instant, what: reason }),
  /** A line of a meeting's plan: done, or dropped with a reason. */
  z.strictObject({ kind: z.literal('do_task'), no: z.int().min(1), words: reason }),
  z.strictObject({ kind: z.literal('drop_task'), no: z.int().min(1), reason }),
  z.strictObject({ kind: z.literal('put_on_hold'), reviewAt: instant, what: reason }),
  /** The side comes from the list of reasons, not from the caller. */
  z.strictObject({
    kind: z.literal('record_bounce'),
    reason: z.string().max(60),
    seen: note(2_000),
    change: reason,
    action: bounceAction,
    what: reason,
    owner: staffId,
    dueAt: instant,
  }),
  z.strictObject({ kind: z.literal('settle_bounce'), words: reason, then: z.enum(['close', 'try_again']) }),
  z.strictObject({ kind: z.literal('acknowledge_danger'), words: reason }),
  z.strictObject({ kind: z.literal('close'), as: closedAs, reason }),
  z.strictObject({ kind: z.literal('reopen'), reason }),
  z.strictObject({ kind: z.literal('mark_error'), reason }),
  z.strictObject({ kind: z.literal('add_note'), note: note(), herWords: z.boolean() }),
  z.strictObject({
    kind: z.literal('tell_source'),
    sentence: z.enum(SAID_TO_SOURCE),
    rangBack: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('set_may_tell'), mayTellSource }),
])
export type HandoffCommandInput = z.input<typeof command>

export const similarRecord = z.strictObject({
  personId,
  label: personName,
  similarity: z.enum(SIMILARITIES),
  inAnotherScript: personName.nullable(),
  latest: z
    .strictObject({
      handoffId,
      number: z.int(),
      state,
      from: partyName,
      helps: z.array(kindOfHelp),
      at: instant,
      ownerName: workerName,
      clockAt: instant.nullable(),
    })
    .nullable(),
})
export type SimilarRecord = z.output<typeof similarRecord>

export const handoffs = {
  /** Similar people, shown while typing; at most six, likeliest first. They warn, never block (H3). */
  'handoff.similar': reads(
    z.strictObject({ name: z.string().max(2_000), alias: z.string().max(2_000), phone: z.string().max(400) }),
    z.array(similarRecord),
  ),
  'handoff.create': writes(['handoffs', 'people'], createHandoffInput, z.strictObject({ id: handoffId, number: z.int() }), {
    audits: 'created',
  }),
  /** Decides and applies one command. `state` is the handoff's state after it. */
  'handoff.execute': writes(['handoffs'], z.strictObject({ id: handoffId, command }), z.strictObject({ number: z.int(), state }), {
    audits: 'acted',
  }),
  /**
   * Shows the number after the question "is it still safe?" has been answered (P1, P3). `override`: life-safety, with a reason that may
   * be empty and written afterwards.
   */
  'contact.showNumber': writes(
    ['handoffs'],
    z.strictObject({
      id: handoffId,
      wayId: z.string().max(40),
      channel: contactChannel,
      safeCheck: z.enum(['safe', 'not_sure']),
      override: optionalLine(500).nullable(),
    }),
    z.strictObject({ value: contactValue, hideOurNumber: z.boolean(), rejectsHiddenNumbers: z.boolean(), neutralOnly: z.boolean() }),
    { audits: 'number_shown' },
  ),
} as const
