import { z } from 'zod'
import {
  COPY_ANSWERS,
  MEETING_MODES,
  MEETING_TEXTS,
  PAPER_STATES,
  PARTICIPANT_KINDS,
  PARTICIPANT_ROLES,
  PRESENCES,
  RISK_ANSWERS,
  STEP_STATES,
} from '#shared/domain/meeting/meeting'
import { STEP_KINDS, STEP_LISTS } from '#shared/domain/meeting/steps'
import { SHARING_STATES } from '#shared/domain/release/sharing'
import { CONFIRMATION_PARTS } from '#shared/domain/core/vocabulary'
import { reads, writes } from '../call'
import { freeText, officeWords, partyName, personName, workerName } from '../text-kinds'
import { speaksOf, subjects } from '../redact'
import { done, handoffId, instant, line, meetingId, note, noInput, optionalLine, partnerId, personId, staffId } from '../values'
import { direction, waitsOn } from '../vocabulary'

const meetingRef = z.strictObject({ id: meetingId })
const no = z.int().min(1).max(999)
const mode = z.enum(MEETING_MODES)
const score = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
const next = z.union([z.literal('none'), z.strictObject({ at: instant, lead: staffId, what: optionalLine(500) })])

/** What a worker does in a meeting; each has one rule in `shared/domain/meeting/decide-meeting.ts`. */
export const meetingCommand = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('join'),
    who: z.enum(PARTICIPANT_KINDS).exclude(['her']),
    /** The name used in the meeting; may be empty for a worker or partner of the directory. */
    name: optionalLine(200),
    staffId: staffId.nullable(),
    partnerId: partnerId.nullable(),
    role: z.enum(PARTICIPANT_ROLES),
    rule: optionalLine(500),
  }),
  z.strictObject({ kind: z.literal('presence'), no, presence: z.enum(PRESENCES) }),
  z.strictObject({ kind: z.literal('agree_rule'), no, rule: optionalLine(500) }),
  z.strictObject({ kind: z.literal('understood'), no, words: line(2_000) }),
  z.strictObject({
    kind: z.literal('set_step'),
    list: z.enum(STEP_LISTS),
    no: z.int().min(0).max(30),
    state: z.enum(STEP_STATES),
    reason: optionalLine(500),
  }),
  /** `no: null` adds a line. Person and date may come later: a line without them does not stop the meeting. */
  z.strictObject({
    kind: z.literal('set_line'),
    no: no.nullable(),
    what: line(500),
    who: optionalLine(200),
    owner: staffId.nullable(),
    dueAt: instant.nullable(),
    waitsOn,
  }),
  z.strictObject({ kind: z.literal('take_out_line'), no }),
  z.strictObject({
    kind: z.literal('set_paper'),
    no: no.nullable(),
    name: line(200),
    direction: z.enum(['give', 'ask']),
    state: z.enum(PAPER_STATES),
  }),
  z.strictObject({ kind: z.literal('without_her'), words: line(2_000) }),
  z.strictObject({ kind: z.literal('pause') }),
  z.strictObject({ kind: z.literal('resume') }),
  z.strictObject({ kind: z.literal('hand_to'), to: staffId }),
  z.strictObject({ kind: z.literal('confidence'), score, words: optionalLine(2_000) }),
  z.strictObject({ kind: z.literal('retold'), times: z.int().min(0).max(99) }),
  z.strictObject({ kind: z.literal('next'), next }),
  z.strictObject({ kind: z.literal('copy'), copy: z.enum(COPY_ANSWERS) }),
  /** C4 (c), H10: `dates` are on the record already. */
  z.strictObject({ kind: z.literal('risks'), answer: z.enum(RISK_ANSWERS) }),
  /** C4 (a), H10: whether the person says that the contact plan is right. */
  z.strictObject({ kind: z.literal('check_plan'), verified: z.boolean() }),
  /** `at`: when it ended, where that is recorded later; null: now. */
  z.strictObject({
    kind: z.literal('close'),
    how: z.enum(['complete', 'she_ended_it']),
    words: optionalLine(2_000),
    at: instant.nullable(),
  }),
])

const label = personName
const named = z.strictObject({ id: staffId, name: workerName })

/** Whether a recipient outside the shelter may be told (R1): without an active release nothing is told. */
export const sharingState = z.enum(SHARING_STATES)

const participant = z.strictObject({
  no: z.int(),
  staffId: staffId.nullable(),
  partnerId: partnerId.nullable(),
  role: z.enum(PARTICIPANT_ROLES),
  presence: z.enum(PRESENCES),
  since: instant,
  rule: freeText,
  understanding: freeText.nullable(),
  share: sharingState,
})
const participantKind = z.enum(PARTICIPANT_KINDS)
/** A worker is called by the office's own name; everyone else as typed. */
export const participantView = z.discriminatedUnion('kind', [
  participant.extend({ kind: participantKind.extract(['staff']), name: workerName }),
  participant.extend({ kind: participantKind.exclude(['staff']), name: freeText }),
])

export const meetingView = z
  .strictObject({
    id: meetingId,
    version: z.int(),
    handoffId,
    number: z.int(),
    direction,
    personId,
    /** Initials or alias. */
    label,
    fromTo: z.strictObject({ from: partyName, to: partyName }),
    mode,
    where: freeText,
    withoutHer: freeText.nullable(),
    startedAt: instant,
    late: z.boolean(),
    lead: named,
    runningSince: instant.nullable(),
    /** Milliseconds before `runningSince`. */
    ran: z.int(),
    steps: z.array(
      z.strictObject({
        list: z.enum(STEP_LISTS),
        no: z.int(),
        text: officeWords,
        required: z.boolean(),
        does: z.enum(STEP_KINDS),
        state: z.enum(STEP_STATES),
        reason: freeText,
        at: instant.nullable(),
        by: workerName.nullable(),
      }),
    ),
    participants: z.array(participantView),
    lines: z.array(
      z.strictObject({
        no: z.int(),
        what: freeText,
        who: freeText,
        owner: named.nullable(),
        dueAt: instant.nullable(),
        waitsOn,
        /** After the end: how the task stands. */
        task: z.enum(['open', 'done', 'dropped']).nullable(),
      }),
    ),
    papers: z.array(z.strictObject({ no: z.int(), name: freeText, direction: z.enum(['give', 'ask']), state: z.enum(PAPER_STATES) })),
    texts: z.strictObject({
      situation: freeText,
      background: freeText,
      questions_1: freeText,
      questions_2: freeText,
      note: freeText,
    }),
    /** M5: the text that the person approved last; null: none yet. `current`: what stands in the meeting is what the person approved. */
    story: z.strictObject({ version: z.int(), approvedAt: instant, current: z.boolean() }).nullable(),
    /** How many things the person keeps private. */
    withheldCount: z.int(),
    /** R1: while one of these is on the line, what was written about the person is covered. */
    noRelease: z.array(z.strictObject({ no: z.int(), share: sharingState })),
    confidence: z.strictObject({ score, words: freeText }).nullable(),
    retold: z.int().nullable(),
    next: z.union([z.literal('none'), z.strictObject({ at: instant, lead: named, what: freeText })]).nullable(),
    copy: z.enum(COPY_ANSWERS).nullable(),
    risks: z.enum(RISK_ANSWERS).nullable(),
    planVerified: z.boolean().nullable(),
    /** What the person's contact plan still lacks before it can be verified; empty for an outgoing handoff (H8). */
    planMissing: z.array(z.enum(['way', 'language', 'safe_hours'])),
    /** H10: which parts of C4 are missing when it is closed now, or are missing since. Null: it is no contact, or was confirmed before. */
    contact: z.strictObject({ missing: z.array(z.enum(CONFIRMATION_PARTS)) }).nullable(),
    /** H9, H10: what may follow in one go once it is closed as contact: the receiver's acceptance, and closing the handoff. */
    offers: z.array(z.enum(['accept', 'close'])),
    closed: z.strictObject({ at: instant, by: workerName, how: z.enum(['complete', 'she_ended_it']), words: freeText }).nullable(),
    /** M3: what must be there before it may close as complete; empty: it may. */
    missing: z.array(
      z.discriminatedUnion('what', [
        z.strictObject({ what: z.literal('step'), list: z.enum(STEP_LISTS), no: z.int() }),
        z.strictObject({ what: z.literal('line'), no: z.int() }),
        z.strictObject({ what: z.literal('understanding'), no: z.int() }),
      ]),
    ),
  })
  .register(subjects, speaksOf('person', 'personId'))
export type MeetingView = z.output<typeof meetingView>

const listedMeeting = z.strictObject({ id: meetingId, handoffId, number: z.int(), label, mode, startedAt: instant, lead: named })

export const meetings = {
  /** Begins a meeting (M1, M2). Refuses `meeting_open` when one is not closed yet; the record shows it. */
  'meeting.begin': writes(
    ['handoffs', 'meetings'],
    z
      .strictObject({
        handoffId,
        mode,
        where: optionalLine(200),
        /** M2: the person's words; null: the person is there. */
        withoutHer: optionalLine(2_000).nullable(),
        /** C8: when it began, where it is written down later; null: now. */
        startedAt: instant.nullable(),
      })
      .register(subjects, speaksOf('handoff', 'handoffId')),
    meetingRef,
    { audits: 'acted' },
  ),
  'meeting.read': reads(meetingRef, meetingView, { audits: 'opened' }),
  /** `version`: the one that the worker saw; refuses `changed_meanwhile` where another worker went on. */
  'meeting.execute': writes(
    ['handoffs', 'meetings', 'people'],
    z.strictObject({ id: meetingId, version: z.int().min(1), command: meetingCommand }).register(subjects, speaksOf('meeting', 'id')),
    z.strictObject({ version: z.int() }),
    { audits: 'acted' },
  ),
  /** Saves everything as it is typed (M1). */
  'meeting.saveText': writes(
    ['meetings'],
    z.strictObject({ id: meetingId, field: z.enum(MEETING_TEXTS), text: note(20_000) }).register(subjects, speaksOf('meeting', 'id')),
    z.strictObject({ savedAt: instant }),
  ),
  /** H10: after a meeting that was contact, records that the receiver accepts, and closes the handoff. Refuses `wrong_state`. */
  'meeting.finish': writes(['handoffs', 'meetings'], z.strictObject({ id: meetingId, accept: z.boolean(), close: z.boolean() }), done, {
    audits: 'acted',
  }),
  'meeting.list': reads(
    noInput,
    z.strictObject({
      open: z.array(listedMeeting.extend({ runningSince: instant.nullable(), ran: z.int() })),
      /** Meetings that are booked in the handoffs, soonest first. */
      booked: z.array(z.strictObject({ handoffId, number: z.int(), label, at: instant, owner: named })),
      /** Meetings of the last 14 days, newest first. */
      closed: z.array(listedMeeting.extend({ endedAt: instant, withHer: z.boolean() })),
    }),
  ),
} as const
