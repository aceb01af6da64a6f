import {
  getContactDueAt,
  findOpenBounce,
  listContactMoments,
  listRunningAttempts,
  listValidAttempts,
  getHandoffState,
  isLoopBackOpen,
} from './state'
import { listUsableChannels, isInterpreterNeeded, getPlanVerificationState, type PlanVersion } from '../contact/contact-plan'
import type { Handoff } from './handoff'
import { DAY, HOUR, type Instant } from '../core/moment'
import { assertNever } from '../core/outcome'
import { proposeContact, type ContactProposal } from '../contact/proposal'
import type { Stretch } from '../contact/safe-hours'
import { isLoopBackAllowed, handoffSourceRefusal, type Situation } from './situation'
import { listOpenTasks, type TaskDraft } from './task'

/** Ways that turned out to be dead in this run: not in service, bounced. */
export const listDeadWays = (handoff: Handoff): readonly string[] =>
  listRunningAttempts(handoff)
    .filter((one) => one.outcome === 'number_not_in_service' || one.outcome === 'email_bounced')
    .map((one) => one.wayId)
    .filter((id) => id !== null)

/** C5 for this handoff. An outgoing or internal one is bound by no safe hours: we chase the receiver (H8). */
export const proposeForHandoff = (handoff: Handoff, situation: ContactSituation): ContactProposal => {
  const { now, zone, policy, plan } = situation
  return proposeContact({
    now,
    zone,
    policy,
    standard: handoff.standard,
    from: handoff.clockFrom,
    attempts: listValidAttempts(handoff),
    plan: handoff.direction === 'incoming' ? (plan?.plan ?? null) : null,
    interpreter: listRequiredBookings(handoff, situation),
  })
}

type ContactSituation = Pick<Situation, 'now' | 'zone' | 'policy' | 'plan' | 'interpreter'>

/** Null where none is needed: the person speaks with us, a relay carries the message, or the receiver makes contact (H8). */
function listRequiredBookings(
  handoff: Handoff,
  { plan, now, interpreter }: Pick<Situation, 'plan' | 'now' | 'interpreter'>,
): ContactSituation['interpreter'] | null {
  if (handoff.direction !== 'incoming' || plan === null || !isInterpreterNeeded(plan.plan)) return null
  return chooseContactTask(plan, handoff, now) === 'relay' ? null : interpreter
}

/** Section 5: whether an interpreter is needed then, and none is booked. */
const isInterpreterMissing = (handoff: Handoff, situation: Situation, { from, until }: Stretch): boolean =>
  listRequiredBookings(handoff, situation)?.every((one) => one.until <= from || until <= one.from) ?? false

/** Whether the person was reached, ever. */
export const hasReachedPerson = (handoff: Handoff): boolean => listContactMoments(handoff).length > 0

/** The same of the time before an instant (UTC ms): what was tried before any contact is judged as such (C9). */
export const hasReachedPersonBefore = (handoff: Handoff, at: Instant): boolean => listContactMoments(handoff).some((moment) => moment < at)

/**
 * H1: what must be done now, for every open state at least one thing with an owner and a due time; for a closed one
 * nothing. Deciding a command reconciles the open tasks with this.
 */
export function listDueTasks(handoff: Handoff, situation: Situation): readonly TaskDraft[] {
  const { now, policy } = situation
  const task = (kind: TaskDraft['kind'], dueAt: number, more: Partial<TaskDraft> = {}): TaskDraft => ({
    kind,
    owner: handoff.assignedTo,
    dueAt,
    until: null,
    waitsOn: 'nobody',
    what: '',
    ...more,
  })
  const state = getHandoffState(handoff, policy.gap)
  switch (state.kind) {
    case 'permission_pending':
      return [
        task('ask_permission', handoff.permission.kind === 'pending' ? handoff.permission.dueAt : now + policy.permission, {
          waitsOn: 'her',
        }),
      ]
    case 'contact_due':
    case 'attempting':
    case 'loop_back_asked':
      return listContactTasks(handoff, situation, task)
    case 'reached_not_confirmed':
      // C4: the standard goes on; only once it is over does the missing part get a time of its own.
      return [task('complete_confirmation', getContactDueAt(handoff) > now ? getContactDueAt(handoff) : now + policy.gap)]
    case 'waiting_for_her': {
      const relay = situation.plan?.plan.relay
      const byRelay = relay?.agreed === true && (state.why === 'not_safe' || state.why === 'no_safe_way')
      return [task(byRelay ? 'relay' : 'check_she_called', state.checkAt, { waitsOn: byRelay ? 'source' : 'her' })]
    }
    case 'confirmed':
      // A day after a meeting in which no next one was agreed, though the next step was due before.
      return [
        task(
          'book_next_step',
          Math.max(handoff.parts.next_step?.date ?? (handoff.confirmedAt ?? now) + DAY, (handoff.meetingClosedAt ?? 0) + DAY),
        ),
      ]
    case 'meeting_booked':
      return [task('meeting', state.at)]
    case 'accompanying':
      return [
        handoff.meetingAt === null
          ? task('book_next_step', (handoff.meetingClosedAt ?? now) + DAY)
          : task('next_meeting', handoff.meetingAt),
      ]
    case 'on_hold':
      return [task('review_hold', state.reviewAt, { waitsOn: 'receiver' })]
    case 'bounced': {
      const bounce = findOpenBounce(handoff)
      if (!bounce) return []
      const action = task('bounce_action', bounce.dueAt, { owner: bounce.owner, what: bounce.what })
      // B2: possible danger goes to the supervisor at once.
      return bounce.reason === 'possible_danger' && bounce.acknowledgedAt === null
        ? [task('possible_danger', bounce.at, { owner: situation.supervisor }), action]
        : [action]
    }
    case 'closed':
    case 'entered_in_error':
      return []
    default:
      return assertNever(state)
  }
}

type CreateTaskDraft = (kind: TaskDraft['kind'], dueAt: number, more?: Partial<TaskDraft>) => TaskDraft

function listContactTasks(handoff: Handoff, situation: Situation, task: CreateTaskDraft): readonly TaskDraft[] {
  const { now, policy, plan } = situation
  const proposal = proposeForHandoff(handoff, situation)
  const createBounceTask = ({ bounceDueAt }: { readonly bounceDueAt: Instant }) => task('record_bounce', bounceDueAt)
  const answer =
    handoff.loopBack && isLoopBackOpen(handoff) ? [task('chase_source', handoff.loopBack.answerDueAt, { waitsOn: 'source' })] : []
  if (handoff.direction === 'outgoing') {
    // H8: the receiver reaches the person; our worker leaves it a quarter of the standard before asking.
    return proposal.kind === 'slot'
      ? [task('chase_receiver', Math.max(proposal.at, handoff.clockFrom + (handoff.standard.hours * HOUR) / 4), { waitsOn: 'receiver' })]
      : [createBounceTask(proposal)]
  }
  if (handoff.direction === 'internal') {
    if (now < getContactDueAt(handoff)) return [task('meet_her', getContactDueAt(handoff))]
    return proposal.kind === 'slot' ? [task('meet_her', proposal.at)] : [createBounceTask(proposal)]
  }
  // R1: a task that is blocked is none. The tries go on, and asking comes back once a release is signed.
  const mayAsk =
    policy.askSource &&
    isLoopBackAllowed(handoff, situation) &&
    handoffSourceRefusal(handoff, situation) === null &&
    (handoff.loopBack === null || handoff.loopBack.endedAt !== undefined)
  const createAskTask = (dueAt: number): TaskDraft[] => (mayAsk ? [task('ask_source', Math.max(dueAt, now))] : [])
  if (plan && listUsableChannels(plan, now, hasReachedPerson(handoff), listDeadWays(handoff)).length === 0) {
    // Every number is dead: the source may know another; otherwise we look for one. (No safe way at all is C7, and waits.)
    return mayAsk ? createAskTask(now) : answer.length > 0 ? answer : [task('find_another_way', now + policy.gap)]
  }
  const contactTask = chooseContactTask(plan, handoff, now)
  const bookFirst = task('book_interpreter', listOpenTasks(handoff.tasks).find(({ kind }) => kind === 'book_interpreter')?.dueAt ?? now)
  switch (proposal.kind) {
    case 'slot':
      // C5: the loop-back belongs beside the third attempt. Section 5: an interpreter is booked before the call.
      return [
        ...(proposal.because.includes('interpreter_needed') ? [bookFirst] : []),
        task(contactTask, proposal.at, { until: proposal.until, ...(contactTask === 'relay' ? { waitsOn: 'source' as const } : {}) }),
        ...(proposal.window === 'second' ? createAskTask(proposal.at) : []),
        ...answer,
      ]
    case 'tries_made':
      return [createBounceTask(proposal), ...createAskTask(getContactDueAt(handoff)), ...answer]
    case 'windows_over':
      return [createBounceTask(proposal), ...answer]
    case 'no_safe_moment':
      return [
        ...(proposal.next && isInterpreterMissing(handoff, situation, proposal.next) ? [bookFirst] : []),
        ...(proposal.next ? [task(contactTask, proposal.next.from, { until: proposal.next.until })] : []),
        createBounceTask(proposal),
        ...createAskTask(getContactDueAt(handoff)),
        ...answer,
      ]
    default:
      return assertNever(proposal)
  }
}

/** P2: without a standing verification only a neutral check. C7: where nothing but the relay is left, the relay. */
function chooseContactTask(plan: PlanVersion | null, handoff: Handoff, now: number): 'reach_her' | 'neutral_check' | 'relay' {
  const channels = plan && listUsableChannels(plan, now, hasReachedPerson(handoff), listDeadWays(handoff))
  if (channels?.every((channel) => channel === 'through_partner')) return 'relay'
  return plan && getPlanVerificationState(plan, now, hasReachedPerson(handoff)) === 'verified' ? 'reach_her' : 'neutral_check'
}
