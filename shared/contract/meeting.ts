import { z } from 'zod'
import {
  COPY_ANSWERS,
  MEETING_MODES,
  MEETING_TEXTS,
  PAPER_STATES,
  PARTICIPANT_KINDS,
  PARTICIPANT_ROLES,
  PRESENCES,
  STEP_STATES,
} from '#shared/domain/meeting/meeting'
import { STEP_KINDS, STEP_LISTS } from '#shared/domain/meeting/steps'
import { SHARING_STATES } from '#shared/domain/release/sharing'
import { reads, writes } from './call'
import { handoffId, instant, line, meetingId, note, noInput, optionalLine, partnerId, personId, staffId } from './values'
import { direction, waitsOn } from './vocabulary'

const meetingRef = z.strictObject({ id: meetingId })
const no = z.int().min(1).max(999)
const mode = z.enum(MEETING_MODES)
const score = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
const next = z.union([z.literal('none'), z.strictObject({ at: instant, lead: staffId, what: optionalLine(500) })])

/** What a worker does in a meeting; one rule each in `shared/domain/decide-meeting.ts`. */
export const meetingCommand = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('join'),
    who: z.enum(PARTICIPANT_KINDS).exclude(['her']),
    /** As the others are called aloud; of a worker or partner of the directory it may be empty. */
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
  /** `no: null` adds one. Person and date may come later: a line without them does not stop the call. */
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
  /** `at`: when it ended, where it is written down later; null: now. */
  z.strictObject({
    kind: z.literal('close'),
    how: z.enum(['complete', 'she_ended_it']),
    words: optionalLine(2_000),
    at: instant.nullable(),
  }),
])

const label = z.string()
const named = z.strictObject({ id: staffId, name: z.string() })

/** How a recipient outside the house stands (R1): with no active release nothing is told to them. */
export const sharingState = z.enum(SHARING_STATES)

export const participantView = z.strictObject({
  no: z.int(),
  kind: z.enum(PARTICIPANT_KINDS),
  name: z.string(),
  staffId: staffId.nullable(),
  partnerId: partnerId.nullable(),
  role: z.enum(PARTICIPANT_ROLES),
  presence: z.enum(PRESENCES),
  since: instant,
  rule: z.string(),
  understanding: z.string().nullable(),
  share: sharingState,
})

export const meetingView = z.strictObject({
  id: meetingId,
  version: z.int(),
  handoffId,
  number: z.int(),
  direction,
  personId,
  /** Initials or alias. */
  label,
  fromTo: z.strictObject({ from: z.string(), to: z.string() }),
  mode,
  where: z.string(),
  withoutHer: z.string().nullable(),
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
      text: z.string(),
      required: z.boolean(),
      does: z.enum(STEP_KINDS),
      state: z.enum(STEP_STATES),
      reason: z.string(),
      at: instant.nullable(),
      by: z.string().nullable(),
    }),
  ),
  participants: z.array(participantView),
  /** All texts below are struck out where she keeps something back (M5). */
  lines: z.array(
    z.strictObject({
      no: z.int(),
      what: z.string(),
      who: z.string(),
      owner: named.nullable(),
      dueAt: instant.nullable(),
      waitsOn,
      /** After the end: how the task stands. */
      task: z.enum(['open', 'done', 'dropped']).nullable(),
    }),
  ),
  papers: z.array(z.strictObject({ no: z.int(), name: z.string(), direction: z.enum(['give', 'ask']), state: z.enum(PAPER_STATES) })),
  texts: z.strictObject({
    situation: z.string(),
    background: z.string(),
    questions_1: z.string(),
    questions_2: z.string(),
    note: z.string(),
  }),
  /** M5: the text that she approved last; null: none yet. `current`: what stands in the meeting is what she approved. */
  story: z.strictObject({ version: z.int(), approvedAt: instant, current: z.boolean() }).nullable(),
  /** How many things she keeps back. */
  withheldCount: z.int(),
  /** R1: while one of these is on the line, what was written down of her is covered. */
  noRelease: z.array(z.strictObject({ no: z.int(), share: sharingState })),
  confidence: z.strictObject({ score, words: z.string() }).nullable(),
  retold: z.int().nullable(),
  next: z.union([z.literal('none'), z.strictObject({ at: instant, lead: named, what: z.string() })]).nullable(),
  copy: z.enum(COPY_ANSWERS).nullable(),
  closed: z.strictObject({ at: instant, by: z.string(), how: z.enum(['complete', 'she_ended_it']), words: z.string() }).nullable(),
  /** M3: what must be there before it may close as complete; empty: it may. */
  missing: z.array(
    z.discriminatedUnion('what', [
      z.strictObject({ what: z.literal('step'), list: z.enum(STEP_LISTS), no: z.int() }),
      z.strictObject({ what: z.literal('line'), no: z.int() }),
      z.strictObject({ what: z.literal('understanding'), no: z.int() }),
    ]),
  ),
})
export type MeetingView = z.output<typeof meetingView>

const listedMeeting = z.strictObject({ id: meetingId, handoffId, number: z.int(), label, mode, startedAt: instant, lead: named })

export const meetings = {
  /** M1, M2: one that is not closed yet is gone on with instead (`meeting_open`, its id in no refusal: the record shows it). */
  'meeting.begin': writes(
    ['handoffs', 'meetings'],
    z.strictObject({
      handoffId,
      mode,
      where: optionalLine(200),
      /** M2: her words; null: she is there. */
      withoutHer: optionalLine(2_000).nullable(),
      /** C8: when it began, where it is written down later; null: now. */
      startedAt: instant.nullable(),
    }),
    meetingRef,
    { audits: 'acted' },
  ),
  'meeting.read': reads(meetingRef, meetingView, { audits: 'opened' }),
  /** `version`: the one she saw; refuses `changed_meanwhile` where somebody else went on. */
  'meeting.execute': writes(
    ['handoffs', 'meetings', 'people'],
    z.strictObject({ id: meetingId, version: z.int().min(1), command: meetingCommand }),
    z.strictObject({ version: z.int() }),
    { audits: 'acted' },
  ),
  /** M1: everything is saved as it is typed. */
  'meeting.saveText': writes(
    ['meetings'],
    z.strictObject({ id: meetingId, field: z.enum(MEETING_TEXTS), text: note(20_000) }),
    z.strictObject({ savedAt: instant }),
  ),
  'meeting.list': reads(
    noInput,
    z.strictObject({
      open: z.array(listedMeeting.extend({ runningSince: instant.nullable(), ran: z.int() })),
      /** Booked in the handoffs: the soonest first. */
      booked: z.array(z.strictObject({ handoffId, number: z.int(), label, at: instant, owner: named })),
      /** Of the last 14 days, newest first. */
      closed: z.array(listedMeeting.extend({ endedAt: instant, withHer: z.boolean() })),
    }),
  ),
} as const
