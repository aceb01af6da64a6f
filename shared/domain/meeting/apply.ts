import type { Meeting, Participant } from './meeting'
import type { MeetingEvent } from './event'
import { measureElapsed, shiftReading, type ClockReading } from '../core/elapsed'
import type { Instant } from '../core/moment'
import { assertNever } from '../core/outcome'

type BegunEvent = Extract<MeetingEvent, { kind: 'begun' }>

function createFromEvent({ kind: _kind, at, by, steady, ...facts }: BegunEvent): Meeting {
  const { late, startedAt } = facts
  const startedSteady = shiftReading({ at, steady: steady ?? null }, startedAt - at).steady ?? null
  return {
    ...facts,
    startedSteady,
    startedBy: by,
    lead: by,
    participants: facts.participants.map((one) => ({ ...one, sinceSteady: startedSteady })),
    lines: [],
    papers: [],
    // C8: what is written down afterwards does not run now.
    runningSince: late ? null : startedAt,
    runningSteady: late ? null : startedSteady,
    ran: 0,
    confidence: null,
    retold: null,
    next: null,
    copy: null,
    risks: null,
    planVerified: null,
    closed: null,
    version: 1,
  }
}

/** Milliseconds that a meeting has run at a moment: elapsed time, over midnight, a clock change and a clock that is set alike (T3). */
export const getRunTime = (
  { ran, runningSince, runningSteady }: Pick<Meeting, 'ran' | 'runningSince' | 'runningSteady'>,
  to: ClockReading,
): number => ran + (runningSince === null ? 0 : measureElapsed({ at: runningSince, steady: runningSteady ?? null }, to))

// A time service moves the clock of the PC by less than this.
const SLEWED_MS = 1_000

/**
 * When it began, by the clock of `to`. Effective time goes back only where the clock is put right by hand (T3): then the beginning was
 * written by the wrong one, and is as long ago as the steady clock says; where that says nothing, it is not after `to`.
 */
export function findBeginning({ startedAt, startedSteady, closed }: Meeting, to: ClockReading): Instant {
  if (closed !== null) return startedAt
  const beginning = to.at - measureElapsed({ at: startedAt, steady: startedSteady ?? null }, to)
  return startedAt - beginning > SLEWED_MS ? beginning : startedAt
}

const updateParticipant = (participants: readonly Participant[], no: number, change: Partial<Participant>): readonly Participant[] =>
  participants.map((one) => (one.no === no ? { ...one, ...change } : one))

/** The one of the same number replaced, else put at the end. */
const replaceByNumber = <T extends { readonly no: number }>(list: readonly T[], item: T): readonly T[] =>
  list.some(({ no }) => no === item.no) ? list.map((one) => (one.no === item.no ? item : one)) : [...list, item]

/** What an event does to a meeting. It cannot refuse: whatever happened, happened. */
export function applyMeeting(meeting: Meeting, event: MeetingEvent): Meeting {
  const next = { ...meeting, version: meeting.version + 1 }
  const { at } = event
  const steady = event.steady ?? null
  switch (event.kind) {
    case 'begun':
      return createFromEvent(event)
    case 'joined':
      return { ...next, participants: [...meeting.participants, { ...event.participant, sinceSteady: steady }] }
    case 'presence_changed':
      return {
        ...next,
        participants: updateParticipant(meeting.participants, event.no, { presence: event.presence, since: at, sinceSteady: steady }),
      }
    case 'rule_agreed':
      return { ...next, participants: updateParticipant(meeting.participants, event.no, { rule: event.rule }) }
    case 'understood':
      return { ...next, participants: updateParticipant(meeting.participants, event.no, { understanding: event.words }) }
    case 'step_set':
      return {
        ...next,
        steps: meeting.steps.map((step) =>
          step.list === event.list && step.no === event.no
            ? {
                ...step,
                state: event.state,
                reason: event.reason,
                ...(event.state === 'open' ? { at: null, by: null } : { at: event.at, by: event.by }),
              }
            : step,
        ),
      }
    case 'line_set':
      return { ...next, lines: replaceByNumber(meeting.lines, event.line) }
    case 'line_taken_out':
      return { ...next, lines: meeting.lines.filter(({ no }) => no !== event.no) }
    case 'paper_set':
      return { ...next, papers: replaceByNumber(meeting.papers, event.paper) }
    case 'went_on_without_her':
      return {
        ...next,
        withoutHer: event.words,
        participants: meeting.participants.map((one) =>
          one.kind === 'her' && one.presence !== 'left' ? { ...one, presence: 'left', since: at, sinceSteady: steady } : one,
        ),
      }
    case 'paused':
      return { ...next, runningSince: null, runningSteady: null, ran: getRunTime(meeting, { at, steady }) }
    case 'resumed':
      return { ...next, runningSince: at, runningSteady: steady }
    case 'handed_to':
      return { ...next, lead: event.to }
    case 'confidence_said':
      return { ...next, confidence: { score: event.score, words: event.words } }
    case 'retold_said':
      return { ...next, retold: event.times }
    case 'next_agreed':
      return { ...next, next: event.next }
    case 'copy_answered':
      return { ...next, copy: event.copy }
    case 'risks_answered':
      return { ...next, risks: event.answer }
    case 'plan_checked':
      return { ...next, planVerified: event.verified }
    case 'closed':
      return {
        ...next,
        startedAt: event.startedAt ?? meeting.startedAt,
        runningSince: null,
        runningSteady: null,
        ran:
          meeting.late && meeting.ran === 0 && meeting.runningSince === null
            ? measureElapsed({ at: event.startedAt ?? meeting.startedAt }, { at: event.endedAt })
            : getRunTime(meeting, shiftReading({ at, steady }, event.endedAt - at)),
        closed: { at: event.endedAt, by: event.by, how: event.how, words: event.words },
      }
    default:
      return assertNever(event)
  }
}

/** The meeting that its events made. The first must be `begun`; null for none. */
export function replayMeeting(events: readonly MeetingEvent[]): Meeting | null {
  const [first, ...rest] = events
  return first?.kind === 'begun' ? rest.reduce(applyMeeting, createFromEvent(first)) : null
}
