import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { handoffs } from '#shared/contract/handoff/handoff'
import { apply } from '#shared/domain/handoff/apply'
import { getPlanVerificationState } from '#shared/domain/contact/contact-plan'
import { decide } from '#shared/domain/handoff/decide/decide'
import type { Handoff } from '#shared/domain/handoff/handoff'
import type { HandoffCommand } from '#shared/domain/handoff/command'
import type { AuditKind } from '#shared/domain/audit/audit-log'
import type { HandoffId, PersonId, StaffId } from '#shared/domain/core/ids'
import { ok, refuse, type Outcome } from '#shared/domain/core/outcome'
import { STAFF_AWAY, STAFF_LEFT } from '#shared/domain/staff/worker'
import { isOpen, getHandoffState } from '#shared/domain/handoff/state'
import { hasReachedPerson } from '#shared/domain/handoff/due-tasks'
import { findAbsence, isAwayAt } from '../../storage/staff/absences'
import { loadHandoff, saveHandoff } from '../../storage/handoff/handoffs'
import { findOpenMeeting } from '../../storage/meeting/meetings'
import { loadPolicyForStandard } from '../../storage/policy/policies'
import { loadCurrentPlan } from '../../storage/person/people'
import { updateBounceReason } from '../../storage/settings/bounce-reasons'
import { bounceReason, handoff, person } from '../../storage/schema'
import { findStaff } from '../../storage/staff/staff'
import type { ReadableDb } from '../../storage/core/db-types'
import type { UseCases, WriteContext } from '../../session/call-context'
import { workerRefusal, assigneeRefusal } from './assignability'
import { loadSituation } from './situation'

type HandoffCalls = typeof handoffs
type ReopenCommand = Extract<HandoffCommand, { kind: 'reopen' }>
type CommandInput = z.output<HandoffCalls['handoff.execute']['input']>['command']

export const isWorker = (db: ReadableDb, id: StaffId): boolean => findStaff(db, id) !== null

/** Replans every open handoff of the person under a new plan version (P5, P4). Only the person can end a stop. */
export function replanUnderVersion(context: WriteContext, personId: PersonId, version: number, verifiedWithPerson: boolean): Outcome<null> {
  const { db } = context
  if (verifiedWithPerson) db.update(person).set({ stoppedAt: null }).where(eq(person.id, personId)).run()
  for (const { id } of db
    .select({ id: handoff.id })
    .from(handoff)
    .where(and(eq(handoff.personId, personId), isNull(handoff.endedAt)))
    .all()) {
    const changed = executeCommand(context, id, { kind: 'change_plan', version, verified: verifiedWithPerson })
    if (!changed.ok) return changed
  }
  return ok(null)
}

/** Builds the command: the side of a bounce comes from the list (B1), and named workers must exist. */
function toCommand(db: ReadableDb, input: CommandInput): Outcome<HandoffCommand> {
  if (input.kind === 'record_bounce') {
    const reason = db.select().from(bounceReason).where(eq(bounceReason.code, input.reason)).get()
    if (!reason) return refuse('unknown_reason', { field: 'reason' })
    if (reason.retired) return refuse('retired_reason', { field: 'reason' })
    return isWorker(db, input.owner) ? ok({ ...input, side: reason.side }) : refuse('owner_needed', { field: 'owner' })
  }
  if (input.kind === 'assign' && !isWorker(db, input.to)) return refuse('no_such_staff', { field: 'to' })
  if (input.kind === 'move_task' && !isWorker(db, input.owner)) return refuse('owner_needed', { field: 'owner' })
  if (input.kind === 'record_acceptance' && input.worker !== null && !isWorker(db, input.worker))
    return refuse('no_such_staff', { field: 'worker' })
  return ok(input)
}

/** The field of a command that names a worker. */
const OWNER_FIELD: Readonly<Partial<Record<HandoffCommand['kind'], string>>> = {
  assign: 'to',
  move_task: 'owner',
  record_bounce: 'owner',
  record_acceptance: 'worker',
}

/** Finds out whether the assigned worker has left, is away, or may no longer see the person since the record was closed (H4, I3). */
function describeReassignment(db: ReadableDb, { personId, assignedTo }: Handoff, by: StaffId, now: number): Pick<ReopenCommand, 'taken'> {
  if (workerRefusal(db, personId, assignedTo) !== null) return { taken: { by, why: STAFF_LEFT } }
  const away = assignedTo === by ? null : findAbsence(db, assignedTo, now)
  return away !== null && isAwayAt(away, now) ? { taken: { by, why: STAFF_AWAY } } : {}
}

/** Loads, decides and saves in the router's transaction. Returns the handoff before and after. */
export function executeCommand(
  { db, now, zone, me }: WriteContext,
  id: HandoffId,
  command: HandoffCommand,
): Outcome<{ before: Handoff; after: Handoff; gap: number }> {
  const before = loadHandoff(db, id)
  if (!before) return refuse('no_such_handoff')
  const situation = loadSituation(
    { db, now, zone, by: me.id },
    'personId' in command ? command.personId : before.personId,
    before.source,
    loadPolicyForStandard(db, before.standard),
  )
  const decided = decide(
    before,
    command.kind === 'reopen' ? { ...command, ...describeReassignment(db, before, me.id, now) } : command,
    situation,
  )
  if (!decided.ok) return decided
  const after = decided.value.reduce(apply, before)
  const refusal = assigneeRefusal(db, before, after, OWNER_FIELD[command.kind])
  if (refusal) return refusal
  saveHandoff(db, { before, handoff: after, events: decided.value, situation })
  return ok({ before, after, gap: situation.policy.gap })
}

/** Stops contact on the person's other handoffs: "not safe" applies to the person, not to one record (P4). */
function stopOtherHandoffs(context: WriteContext, { id, personId }: Handoff): void {
  const { db, now } = context
  db.update(person).set({ stoppedAt: now }).where(eq(person.id, personId)).run()
  const others = db
    .select({ id: handoff.id })
    .from(handoff)
    .where(and(eq(handoff.personId, personId), eq(handoff.direction, 'incoming'), eq(handoff.stopped, false), isNull(handoff.endedAt)))
    .all()
  for (const other of others) if (other.id !== id) executeCommand(context, other.id, { kind: 'stop' })
}

/** Maps a command to its kind in the audit log (T1, T2). An override is on the director's list (P1). */
function toAuditKind(command: HandoffCommand): AuditKind {
  if (command.kind === 'log_attempt' && command.override) return 'override'
  return command.kind === 'correct_received' ||
    command.kind === 'correct_risk' ||
    command.kind === 'withdraw_attempt' ||
    command.kind === 'correct_attempt' ||
    command.kind === 'mark_error'
    ? 'corrected'
    : 'acted'
}

export const handoffCalls: UseCases<Omit<HandoffCalls, 'handoff.similar' | 'handoff.create'>> = {
  'handoff.execute': (context, { id, command: input }) => {
    const command = toCommand(context.db, input)
    if (!command.ok) return command
    context.audit({ kind: toAuditKind(command.value), facts: { command: command.value.kind } })
    const executed = executeCommand(context, id, command.value)
    // While a meeting runs, closing the record would leave no place for what is agreed in it (section 7).
    if (executed.ok && isOpen(executed.value.before) && !isOpen(executed.value.after) && findOpenMeeting(context.db, id) !== null)
      return refuse('meeting_open')
    // From now on the side of this reason no longer changes (B1).
    if (executed.ok && command.value.kind === 'record_bounce') updateBounceReason(context.db, command.value.reason, { used: true })
    if (executed.ok && executed.value.after.stoppedAt !== null && executed.value.before.stoppedAt === null)
      stopOtherHandoffs(context, executed.value.after)
    return executed.ok
      ? ok({ number: executed.value.after.number, state: getHandoffState(executed.value.after, executed.value.gap) })
      : executed
  },
  'contact.showNumber': (context, { id, wayId, channel, safeCheck, override }) => {
    const shown = executeCommand(context, id, { kind: 'show_number', wayId, channel, safeCheck, override })
    if (!shown.ok) return shown
    context.audit({ ...(override === null ? {} : { kind: 'override' }), facts: { channel } })
    const version = loadCurrentPlan(context.db, shown.value.after.personId)
    const way = version?.plan.ways.find((one) => one.id === wayId)
    if (!version || !way || way.value === null) return refuse('no_such_way')
    // If the plan is unverified or expired, or the person was unsure, only a neutral message is allowed (P2).
    const neutralOnly =
      safeCheck === 'not_sure' || getPlanVerificationState(version, context.now, hasReachedPerson(shown.value.after)) !== 'verified'
    return ok({ value: way.value, hideOurNumber: way.hideOurNumber, rejectsHiddenNumbers: way.rejectsHiddenNumbers, neutralOnly })
  },
}
