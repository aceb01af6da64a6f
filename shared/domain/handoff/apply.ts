import { NO_CONFIRMATION_PARTS } from './confirmation'
import { calculateDueAt } from '../contact/contact-clock'
import { replaceRisk, replaceRisks } from './deadline-risk'
import type { Handoff, UndoableFacts } from './handoff'
import type { HandoffEvent } from './event'
import type { Instant } from '../core/moment'
import { assertNever } from '../core/outcome'
import type { Task } from './task'

type CreatedEvent = Extract<HandoffEvent, { kind: 'created' }>

function createFromEvent({
  kind: _kind,
  at,
  by,
  earlierBecause: _because,
  numberReadBack: _readBack,
  despite: _despite,
  ...facts
}: CreatedEvent): Handoff {
  return {
    ...facts,
    ...replaceRisks({ risks: [], risksEver: 0 }, facts.risks, at),
    createdAt: at,
    createdBy: by ?? facts.assignedTo,
    supporting: [],
    acceptance: null,
    clockFrom: facts.receivedAt,
    attempts: [],
    overrides: [],
    stoppedAt: null,
    waiting: null,
    loopBack: null,
    parts: NO_CONFIRMATION_PARTS,
    confirmedAt: null,
    firstConfirmedAt: null,
    metAt: [],
    meetingAt: null,
    meetingsHeld: 0,
    meetingClosedAt: null,
    holdUntil: null,
    bounces: [],
    closed: null,
    earlierClosings: [],
    enteredInError: null,
    duePassedAt: null,
    supervisorToldAt: null,
    tasks: [],
    undo: null,
    version: 1,
  }
}

/** What begins again when contact is due anew: the working clock and everything that hangs on it. */
const restartContact = (at: Instant) =>
  ({
    clockFrom: at,
    waiting: null,
    loopBack: null,
    duePassedAt: null,
    supervisorToldAt: null,
    holdUntil: null,
    confirmedAt: null,
    parts: NO_CONFIRMATION_PARTS,
    meetingAt: null,
    meetingsHeld: 0,
    meetingClosedAt: null,
  }) satisfies Partial<Handoff>

const updateTask = (tasks: readonly Task[], no: number, change: Partial<Task>): readonly Task[] =>
  tasks.map((task) => (task.no === no ? { ...task, ...change } : task))

/** C1, C3: a due time that lies ahead again will pass again, and be told again. */
function correctReceivedAt(handoff: Handoff, receivedAt: Instant, at: Instant): Handoff {
  const clockFrom = handoff.clockFrom === handoff.receivedAt ? receivedAt : handoff.clockFrom
  // What was told of a time that is still to come is told again when it comes.
  const resetNotices = calculateDueAt(clockFrom, handoff.standard) > at ? { duePassedAt: null, supervisorToldAt: null } : {}
  return { ...handoff, receivedAt, clockFrom, ...resetNotices }
}

const settleBounces = (handoff: Handoff, at: Instant): Handoff['bounces'] =>
  handoff.bounces.map((bounce) => (bounce.settledAt === null ? { ...bounce, settledAt: at } : bounce))

const pickUndoable = ({ waiting, bounces, tasks }: Handoff): UndoableFacts => ({ waiting, bounces, tasks })

/** H13: remembers what stood before the newest attempt and what stands after the last event of its command. */
function updateUndo(before: Handoff, next: Handoff, event: HandoffEvent): Handoff['undo'] {
  if (event.kind === 'attempt_logged')
    return event.consequences === undefined
      ? null
      : {
          no: event.attempt.no,
          lastVersion: next.version + event.consequences,
          before: pickUndoable(before),
          after: pickUndoable(next),
        }
  // What an attempt changed is not put back over a meeting that came after it (H10).
  if (event.kind === 'attempt_withdrawn' || event.kind === 'attempt_corrected' || event.kind === 'met') return null
  return before.undo && next.version <= before.undo.lastVersion ? { ...before.undo, after: pickUndoable(next) } : before.undo
}

/** What an event does to the facts. It cannot refuse: whatever happened, happened. */
export function apply(handoff: Handoff, event: HandoffEvent): Handoff {
  const next = applyFacts(handoff, event)
  return event.kind === 'created' ? next : { ...next, undo: updateUndo(handoff, next, event) }
}

function applyFacts(handoff: Handoff, event: HandoffEvent): Handoff {
  const next = { ...handoff, version: handoff.version + 1 }
  switch (event.kind) {
    case 'created':
      return createFromEvent(event)
    case 'received_corrected':
      // C1: the due time follows, under the same standard and policy version.
      return correctReceivedAt(next, event.receivedAt, event.at)
    case 'permission_answered':
      return { ...next, permission: { kind: event.given ? 'given' : 'refused' } }
    case 'accepted':
      // H9, H5: only now does the responsibility pass, and the first worker keeps a supporting role.
      return {
        ...next,
        acceptance: { by: event.acceptedBy, at: event.acceptedAt },
        ...(event.worker
          ? {
              assignedTo: event.worker,
              supporting: [...new Set([...handoff.supporting, handoff.assignedTo])].filter((id) => id !== event.worker),
            }
          : {}),
      }
    case 'assigned':
      return {
        ...next,
        assignedTo: event.to,
        supporting: [...new Set([...handoff.supporting, handoff.assignedTo])].filter((id) => id !== event.to),
      }
    case 'attempt_logged':
      return { ...next, attempts: [...handoff.attempts, event.attempt] }
    case 'attempt_withdrawn':
      return {
        ...next,
        ...event.restores,
        attempts: handoff.attempts.map((attempt) => (attempt.no === event.no ? { ...attempt, withdrawn: true } : attempt)),
      }
    case 'attempt_corrected':
      return {
        ...next,
        attempts: handoff.attempts.map((attempt) =>
          attempt.no === event.no ? { ...attempt, at: event.to, writtenAt: event.at, marks: event.marks } : attempt,
        ),
      }
    case 'way_verified':
      return { ...next, parts: { ...handoff.parts, way: event.part } }
    case 'next_step_understood':
      return { ...next, parts: { ...handoff.parts, next_step: event.part } }
    case 'deadline_risks_asked':
      return { ...next, parts: { ...handoff.parts, deadline_risks: event.part }, ...replaceRisks(handoff, event.risks, event.at) }
    case 'risk_added':
      return { ...next, ...replaceRisks(handoff, [...handoff.risks, event.risk], event.at) }
    case 'risk_acknowledged':
      return {
        ...next,
        risks: handoff.risks.map((risk) =>
          risk.no === event.no ? { ...risk, acknowledged: { at: event.at, by: event.by ?? handoff.assignedTo } } : risk,
        ),
      }
    case 'risk_corrected':
      return { ...next, risks: replaceRisk(handoff.risks, event.no, event.to, event.at) }
    case 'confirmed':
      return { ...next, confirmedAt: event.confirmedAt, firstConfirmedAt: handoff.firstConfirmedAt ?? event.confirmedAt, waiting: null }
    case 'waiting_began':
      return { ...next, waiting: { checkAt: event.checkAt, why: event.why, since: event.at } }
    case 'waiting_ended':
      return { ...next, waiting: null }
    case 'stopped_as_unsafe':
      return { ...next, stoppedAt: event.at }
    case 'plan_changed':
      // P4: only a plan verified anew ends a stop.
      return { ...next, stoppedAt: event.verified ? null : handoff.stoppedAt }
    case 'loop_back_asked':
      return { ...next, loopBack: event.loopBack }
    case 'loop_back_ended':
      return { ...next, loopBack: handoff.loopBack && { ...handoff.loopBack, endedAt: event.at } }
    case 'loop_back_answered':
      return { ...next, loopBack: handoff.loopBack && { ...handoff.loopBack, answer: event.answer, answeredAt: event.at } }
    case 'due_passed':
      return { ...next, duePassedAt: event.at }
    case 'supervisor_told':
      return { ...next, supervisorToldAt: event.at }
    case 'meeting_booked':
      return { ...next, meetingAt: event.meetingAt, holdUntil: null }
    case 'meeting_held':
      return { ...next, meetingAt: event.nextAt, meetingsHeld: handoff.meetingsHeld + 1, holdUntil: null }
    case 'met':
      return { ...next, metAt: [...handoff.metAt, event.metAt] }
    case 'meeting_closed':
      return { ...next, meetingClosedAt: event.at, meetingAt: event.keepsBooking ? handoff.meetingAt : null }
    case 'put_on_hold':
      return { ...next, holdUntil: event.reviewAt }
    case 'bounced':
      return { ...next, bounces: [...handoff.bounces, event.bounce] }
    case 'bounce_settled':
      return {
        ...next,
        bounces: settleBounces(handoff, event.at),
        ...(event.clockFrom === null ? {} : restartContact(event.clockFrom)),
      }
    case 'closed':
      return { ...next, closed: event.closing, bounces: settleBounces(handoff, event.at) }
    case 'reopened':
      // H2: the outcome moves into the history, and contact is due again under the same standard; the measures keep their dates.
      return {
        ...next,
        closed: null,
        enteredInError: null,
        bounces: settleBounces(handoff, event.at),
        earlierClosings: handoff.closed ? [...handoff.earlierClosings, handoff.closed] : handoff.earlierClosings,
        ...restartContact(event.at),
        permission: event.permission,
      }
    case 'entered_in_error':
      return { ...next, enteredInError: { reason: event.reason, at: event.at } }
    case 'may_tell_changed':
      return { ...next, mayTellSource: event.mayTellSource }
    case 'danger_acknowledged':
      return {
        ...next,
        bounces: handoff.bounces.map((bounce) => (bounce.settledAt === null ? { ...bounce, acknowledgedAt: event.at } : bounce)),
      }
    case 'person_merged':
    case 'person_unmerged':
      return { ...next, personId: event.personId, stoppedAt: event.stoppedAt, waiting: event.waiting }
    case 'number_shown':
      return event.override === null
        ? next
        : {
            ...next,
            overrides: [
              ...handoff.overrides,
              {
                no: next.version,
                at: event.at,
                by: event.by ?? handoff.assignedTo,
                explainedIn: event.override === '' ? null : next.version,
              },
            ],
          }
    case 'override_explained':
      return {
        ...next,
        overrides: handoff.overrides.map((one) => (one.no === event.no ? { ...one, explainedIn: next.version } : one)),
      }
    case 'interpreter_booked':
    case 'interpreter_cancelled':
    case 'note_added':
    case 'source_told':
    case 'meeting_begun':
    case 'plan_line_done':
    case 'plan_line_dropped':
      return next
    case 'task_opened':
      return { ...next, tasks: [...handoff.tasks, event.task] }
    case 'task_moved':
      return {
        ...next,
        tasks: updateTask(handoff.tasks, event.no, { owner: event.owner, dueAt: event.dueAt, until: event.until, byHand: event.byHand }),
      }
    case 'task_closed':
      return { ...next, tasks: updateTask(handoff.tasks, event.no, { doneAt: event.at }) }
    default:
      return assertNever(event)
  }
}

/** The handoff that its events made. The first must be `created`; null for none. */
export function replay(events: readonly HandoffEvent[]): Handoff | null {
  const [first, ...rest] = events
  return first?.kind === 'created' ? rest.reduce(apply, createFromEvent(first)) : null
}
