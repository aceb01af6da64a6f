import type { Meeting, Participant } from './meeting'
import type { MeetingEvent } from './event'
import type { Instant } from '../core/moment'
import { assertNever } from '../core/outcome'

type BegunEvent = Extract<MeetingEvent, { kind: 'begun' }>

function createFromEvent({ kind: _kind, at: _at, by, ...facts }: BegunEvent): Meeting {
  return {
    ...facts,
    startedBy: by,
    lead: by,
    lines: [],
    papers: [],
    // C8: what is written down afterwards does not run now.
    runningSince: facts.late ? null : facts.startedAt,
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

/** T3: the PC's clock may be set back by hand; time that has run is never taken away again. */
const since = (from: Instant | null, until: Instant): number => (from === null ? 0 : Math.max(0, until - from))

/** Milliseconds that a meeting has run at an instant: elapsed time, over midnight and a clock change alike. */
export const getRunTime = ({ ran, runningSince }: Pick<Meeting, 'ran' | 'runningSince'>, at: Instant): number =>
  ran + since(runningSince, at)

const updateParticipant = (participants: readonly Participant[], no: number, change: Partial<Participant>): readonly Participant[] =>
  participants.map((one) => (one.no === no ? { ...one, ...change } : one))

/** The one of the same number replaced, else put at the end. */
const replaceByNumber = <T extends { readonly no: number }>(list: readonly T[], item: T): readonly T[] =>
  list.some(({ no }) => no === item.no) ? list.map((one) => (one.no === item.no ? item : one)) : [...list, item]

/** What an event does to a meeting. It cannot refuse: whatever happened, happened. */
export function applyMeeting(meeting: Meeting, event: MeetingEvent): Meeting {
  const next = { ...meeting, version: meeting.version + 1 }
  switch (event.kind) {
    case 'begun':
      return createFromEvent(event)
    case 'joined':
      return { ...next, participants: [...meeting.participants, event.participant] }
    case 'presence_changed':
      return { ...next, participants: updateParticipant(meeting.participants, event.no, { presence: event.presence, since: event.at }) }
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
          one.kind === 'her' && one.presence !== 'left' ? { ...one, presence: 'left', since: event.at } : one,
        ),
      }
    case 'paused':
      return { ...next, runningSince: null, ran: getRunTime(meeting, event.at) }
    case 'resumed':
      return { ...next, runningSince: event.at }
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
        runningSince: null,
        ran:
          meeting.late && meeting.ran === 0 && meeting.runningSince === null
            ? since(meeting.startedAt, event.endedAt)
            : getRunTime(meeting, event.endedAt),
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
