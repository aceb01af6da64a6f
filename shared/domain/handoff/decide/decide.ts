import { getSupervisorAlertAt } from '../alerts'
import { apply } from '../apply'
import { findNextSafeStretch } from '../../contact/contact-plan'
import { acknowledgeRisk, addRisk, correctRisk } from '../deadline-risk'
import { correctAttempt, withdrawAttempt } from './decide-attempt-correction'
import {
  agreeWaiting,
  askSource,
  endWaiting,
  explainOverride,
  logAttempt,
  decideEventsAround,
  showNumber,
  recordSourceAnswer,
  stopContact,
} from './decide-contact'
import { recordMeetingBegun, recordMeetingClosed, completePlanLine, dropPlanLine, assignNextMeeting } from './decide-after-meeting'
import { closeHandoff, recordBounce, reopenHandoff, settleBounce } from './decide-ending'
import {
  decideAfterConfirmation,
  answerPermission,
  correctReceived,
  recordAcceptance,
  saveConfirmation,
  tellSource,
} from './decide-progress'
import type { Handoff } from '../handoff'
import { TASKS_FULFILLED_BY, type HandoffCommand, type HandoffCommandOfKind } from '../command'
import type { HandoffDecision, HandoffEvent } from '../event'
import { hasExpiredTasks } from '../expiry'
import { assertNever, ok, refuse } from '../../core/outcome'
import { replanTasks, mayKeepManualTime } from '../replan'
import type { Situation } from '../situation'
import { isOpen, findOpenBounce } from '../state'

/** Commands that a closed handoff still takes. */
const COMMANDS_AFTER_CLOSING: readonly HandoffCommand['kind'][] = [
  'reopen',
  'mark_error',
  'add_note',
  'tell_source',
  'set_may_tell',
  'correct_received',
  'merge_person',
  'unmerge_person',
  'add_risk',
  'acknowledge_risk',
  'correct_risk',
  'explain_override',
]
/** Commands that change what is known, not what is to be done. */
const COMMANDS_WITHOUT_REPLAN: readonly HandoffCommand['kind'][] = [
  'add_note',
  'tell_source',
  'set_may_tell',
  'show_number',
  'move_task',
  'pass_due',
  'tell_supervisor',
  'add_risk',
  'acknowledge_risk',
  'correct_risk',
  'explain_override',
  'do_task',
  'drop_task',
]

/**
 * What a command makes happen, in order, the task events last; or the first reason why not. Pure: the clock, the plan
 * and the policy are in `situation`. After it every open handoff has an open task and no closed one has (H1).
 */
export function decide(handoff: Handoff, command: HandoffCommand, situation: Situation): HandoffDecision {
  if (!isOpen(handoff) && !COMMANDS_AFTER_CLOSING.includes(command.kind)) return refuse('already_closed')
  const decided = decideCommand(handoff, command, situation)
  if (!decided.ok || COMMANDS_WITHOUT_REPLAN.includes(command.kind)) return decided
  const reached = decided.value.reduce(apply, handoff)
  if (command.kind === 'withdraw_attempt' && stoodUntouched(handoff) && !hasExpiredTasks(reached, situation)) return decided
  const around = isOpen(reached) ? decideEventsAround(reached, situation) : []
  const events = [
    ...decided.value,
    ...around,
    ...replanTasks(around.reduce(apply, reached), TASKS_FULFILLED_BY[command.kind], situation, handoff.assignedTo),
  ]
  if (command.kind === 'log_attempt') return ok(countConsequences(events))
  if (command.kind === 'close_meeting') return ok([...events, ...assignNextMeeting(handoff, command, events, situation)])
  return ok(command.kind === 'look_again' ? events.map((event) => ({ ...event, by: null })) : events)
}

/** H13: nothing was done since the attempt, so that what it changed can be taken back as it was, without planning anew. */
const stoodUntouched = ({ undo, version }: Handoff): boolean => undo?.lastVersion === version

/** H13: the attempt is the first event of its command; it says how many belong to it. */
const countConsequences = (events: readonly HandoffEvent[]): readonly HandoffEvent[] =>
  events.map((event) => (event.kind === 'attempt_logged' ? { ...event, consequences: events.length - 1 } : event))

function decideCommand(handoff: Handoff, command: HandoffCommand, situation: Situation): HandoffDecision {
  const { now, by } = situation
  switch (command.kind) {
    case 'correct_received':
      return correctReceived(handoff, command, situation)
    case 'answer_permission':
      return answerPermission(handoff, command, situation)
    case 'record_acceptance':
      return recordAcceptance(handoff, command, situation)
    case 'assign':
      return command.to === handoff.assignedTo
        ? refuse('same_worker', { field: 'to' })
        : ok([{ at: now, by, kind: 'assigned', to: command.to, reason: command.reason }])
    case 'log_attempt':
      return logAttempt(handoff, command, situation)
    case 'withdraw_attempt':
      return withdrawAttempt(handoff, command, situation)
    case 'correct_attempt':
      return correctAttempt(handoff, command, situation)
    case 'show_number':
      return showNumber(handoff, command, situation)
    case 'save_confirmation':
      return saveConfirmation(handoff, command, situation)
    case 'add_risk':
      return addRisk(handoff, command, situation)
    case 'acknowledge_risk':
      return acknowledgeRisk(handoff, command, situation)
    case 'correct_risk':
      return correctRisk(handoff, command, situation)
    case 'agree_waiting':
      return agreeWaiting(handoff, command, situation)
    case 'end_waiting':
      return endWaiting(handoff, situation)
    case 'change_plan':
      return ok([{ at: now, by, kind: 'plan_changed', version: command.version, verified: command.verified }])
    case 'ask_source':
      return askSource(handoff, situation)
    case 'source_answered':
      return recordSourceAnswer(handoff, command, situation)
    case 'book_interpreter':
      return ok([{ at: now, by, kind: 'interpreter_booked', from: command.from, until: command.until }])
    case 'cancel_interpreter':
      return ok([{ at: now, by, kind: 'interpreter_cancelled', from: command.from, until: command.until }])
    case 'explain_override':
      return explainOverride(handoff, command, situation)
    case 'move_task':
      return moveTask(handoff, command, situation)
    case 'book_meeting':
    case 'put_on_hold':
      return decideAfterConfirmation(handoff, command, situation)
    case 'begin_meeting':
      return recordMeetingBegun(command, situation)
    case 'close_meeting':
      return recordMeetingClosed(handoff, command, situation)
    case 'do_task':
      return completePlanLine(handoff, command, situation)
    case 'drop_task':
      return dropPlanLine(handoff, command, situation)
    case 'record_bounce':
      return recordBounce(handoff, command, situation)
    case 'settle_bounce':
      return settleBounce(handoff, command, situation)
    case 'acknowledge_danger':
      return findOpenBounce(handoff)?.reason === 'possible_danger'
        ? ok([{ at: now, by, kind: 'danger_acknowledged', words: command.words }])
        : refuse('not_bounced')
    case 'close':
      return closeHandoff(handoff, command, situation)
    case 'reopen':
      return reopenHandoff(handoff, command, situation)
    case 'mark_error':
      return handoff.enteredInError
        ? refuse('already_closed')
        : command.reason
          ? ok([{ at: now, by, kind: 'entered_in_error', reason: command.reason }])
          : refuse('reason_needed', { field: 'reason' })
    case 'add_note':
      return command.note
        ? ok([{ at: now, by, kind: 'note_added', note: command.note, herWords: command.herWords }])
        : refuse('reason_needed', { field: 'note' })
    case 'tell_source':
      return tellSource(handoff, command, situation)
    case 'set_may_tell':
      return ok([{ at: now, by, kind: 'may_tell_changed', mayTellSource: command.mayTellSource }])
    case 'stop':
      return stopContact(handoff, situation)
    case 'merge_person':
    case 'unmerge_person': {
      const { personId, stoppedAt, waiting } = command
      return ok([
        { at: now, by, kind: command.kind === 'merge_person' ? 'person_merged' : 'person_unmerged', personId, stoppedAt, waiting },
      ])
    }
    case 'look_again':
      return ok([])
    case 'pass_due':
      return handoff.duePassedAt === null ? ok([{ at: now, by: null, kind: 'due_passed', told: command.told }]) : refuse('wrong_state')
    case 'tell_supervisor': {
      const at = getSupervisorAlertAt(handoff, situation.policy)
      return at !== null && at <= now
        ? ok([{ at: now, by: null, kind: 'supervisor_told', told: situation.supervisor }])
        : refuse('wrong_state')
    }
    default:
      return assertNever(command)
  }
}

/** A person may take another time or owner; nothing is dropped, and later planning leaves it alone (H1). */
function moveTask(handoff: Handoff, command: HandoffCommandOfKind<'move_task'>, situation: Situation): HandoffDecision {
  const { now, by, plan, zone } = situation
  const task = handoff.tasks.find((one) => one.no === command.no && one.doneAt === null)
  if (!task) return refuse('no_such_task')
  if (command.dueAt < now && command.dueAt !== task.dueAt) return refuse('due_in_the_past', { field: 'dueAt' })
  if (plan && command.dueAt !== task.dueAt && !mayKeepManualTime({ ...task, dueAt: command.dueAt }, handoff, situation)) {
    const next = findNextSafeStretch(plan.plan, command.dueAt, zone)
    return refuse('outside_safe_times', { field: 'dueAt', ...(next ? { until: next.from } : {}) })
  }
  return ok([{ at: now, by, kind: 'task_moved', no: task.no, owner: command.owner, dueAt: command.dueAt, until: null, byHand: true }])
}
