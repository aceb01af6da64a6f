import { and, asc, eq, exists, isNull, or } from 'drizzle-orm'
import { apply } from '#shared/domain/handoff/apply'
import { decide } from '#shared/domain/handoff/decide/decide'
import type { Handoff } from '#shared/domain/handoff/handoff'
import type { HandoffCommand } from '#shared/domain/handoff/command'
import type { HandoffEvent } from '#shared/domain/handoff/event'
import type { HandoffId, PersonId, StaffId } from '#shared/domain/core/ids'
import { ok, refuse, type Outcome, type Refusal } from '#shared/domain/core/outcome'
import { chooseNewOwner, takeoverRefusal } from '#shared/domain/staff/reassignment'
import type { STAFF_AWAY, STAFF_LEFT } from '#shared/domain/staff/worker'
import { listOpenTasks } from '#shared/domain/handoff/task'
import { findAbsence } from '../../storage/staff/absences'
import { appendAuditEntry } from '../../storage/audit/audit-log'
import type { ReadableDb, WritableDb } from '../../storage/core/db-types'
import { loadHandoff, saveHandoff } from '../../storage/handoff/handoffs'
import { loadOffice } from '../../storage/office/office-records'
import { toPersonLabel } from '../../storage/person/people'
import { loadPolicyForStandard } from '../../storage/policy/policies'
import { handoff, person, task } from '../../storage/schema'
import { loadVisibility, listStaffWhoMaySee } from '../../storage/access/visibility'
import { findStaff } from '../../storage/staff/staff'
import { loadSituation } from '../handoff/situation'

export interface CaseloadItem {
  readonly handoffId: HandoffId
  readonly number: number
  readonly personId: PersonId
  readonly alias: string
  readonly initials: string
  readonly clockAt: number | null
}

/** Reassigns everything of one worker to another, except what `exceptions` assigns to others. */
export interface Reassignment {
  readonly id: StaffId
  readonly to: StaffId
  readonly exceptions: readonly { readonly handoffId: HandoffId; readonly to: StaffId }[]
}

/** One worker in the place of another, by whom and when (UTC ms). */
export interface WorkerReplacement {
  readonly id: StaffId
  readonly to: StaffId
  readonly by: StaffId
  readonly now: number
}

type RefusedOutcome = { readonly ok: false; readonly failure: Refusal }

/** Lists the open records that are assigned to the worker or whose next action the worker owns, soonest first. */
export function listOpenHandoffsOfWorker(db: ReadableDb, id: StaffId): readonly CaseloadItem[] {
  const ownedTasks = db
    .select({ no: task.no })
    .from(task)
    .where(and(eq(task.handoffId, handoff.id), eq(task.owner, id), eq(task.open, 1)))
  return db
    .select({
      handoffId: handoff.id,
      number: handoff.number,
      personId: handoff.personId,
      alias: person.alias,
      initials: person.initials,
      clockAt: handoff.clockAt,
    })
    .from(handoff)
    .innerJoin(person, eq(person.id, handoff.personId))
    .where(and(isNull(handoff.endedAt), or(eq(handoff.assignedTo, id), exists(ownedTasks))))
    .orderBy(asc(handoff.clockAt), asc(handoff.number))
    .all()
}

/** Loads what has to be taken over, a line each. Records that do not exist for the caller are only counted (I3). */
export function loadCaseload(db: ReadableDb, id: StaffId, hidden: ReadonlySet<PersonId>) {
  const all = listOpenHandoffsOfWorker(db, id)
  const visible = all.filter(({ personId }) => !hidden.has(personId))
  return {
    handoffs: visible.map((one) => ({ handoffId: one.handoffId, number: one.number, label: toPersonLabel(one), clockAt: one.clockAt })),
    restricted: all.length - visible.length,
  }
}

/** H4: why a worker cannot take something over; null when nothing stands against it. */
function loadTakeoverRefusal(db: ReadableDb, to: StaffId, formerWorkerId: StaffId, field: string, now: number): RefusedOutcome | null {
  const row = findStaff(db, to)
  const candidate = row && { id: row.id, leftAt: row.leftAt, awayFrom: findAbsence(db, to, now)?.from ?? null }
  return takeoverRefusal(to, formerWorkerId, candidate, field, now)
}

/** Returns the refusal of the first named worker who cannot take over. */
export const firstTakeoverRefusal = (db: ReadableDb, { id, to, exceptions }: Reassignment, now: number): RefusedOutcome | null =>
  [{ to, field: 'to' }, ...exceptions.map((one) => ({ to: one.to, field: 'exceptions' }))]
    .map((one) => loadTakeoverRefusal(db, one.to, id, one.field, now))
    .find((refusal) => refusal !== null) ?? null

/** H4, I3: who takes over what a worker leaves of one person. `exception`: the worker who was chosen for this record. */
export function loadNewOwner(db: ReadableDb, personId: PersonId, replacement: WorkerReplacement, exception?: StaffId): Outcome<StaffId> {
  const { id, to, now } = replacement
  const mayTakeOver = listStaffWhoMaySee(db, personId).filter((one) => loadTakeoverRefusal(db, one.id, id, 'to', now) === null)
  return chooseNewOwner(mayTakeOver, { to, exception, named: loadVisibility(db, personId).named })
}

type ReassignmentReason = typeof STAFF_LEFT | typeof STAFF_AWAY

/** Reassigns a record by the rules' own commands, so that its history shows it and its tasks follow (H4). */
function reassignHandoff(
  db: WritableDb,
  id: HandoffId,
  from: StaffId,
  to: StaffId,
  by: StaffId,
  now: number,
  reason: ReassignmentReason,
): Outcome<null> {
  const before = loadHandoff(db, id)
  if (!before) return refuse('no_such_handoff')
  const policy = loadPolicyForStandard(db, before.standard)
  const situation = loadSituation({ db, now, zone: loadOffice(db).zone, by }, before.personId, before.source, policy)
  const events: HandoffEvent[] = []
  let after: Handoff = before
  const executeOn = (command: HandoffCommand): Outcome<null> => {
    const decided = decide(after, command, situation)
    if (!decided.ok) return decided
    events.push(...decided.value)
    after = decided.value.reduce(apply, after)
    return ok(null)
  }
  if (before.assignedTo === from) {
    const assigned = executeOn({ kind: 'assign', to, reason: reason })
    if (!assigned.ok) return assigned
  }
  // Some tasks belong to a worker and not to the record: a bounce's next action, a possible danger, a task assigned by hand.
  for (const one of listOpenTasks(after.tasks).filter(({ owner }) => owner === from)) {
    const moved = executeOn({ kind: 'move_task', no: one.no, owner: to, dueAt: one.dueAt })
    if (!moved.ok) return moved
  }
  // No one has acted for the person yet, so earlier alerts stay unseen (C3).
  saveHandoff(db, { before, handoff: after, events, situation, acted: false })
  return ok(null)
}

/** Reassigns all open work of a worker, with an audit entry each. Returns how many. */
export function reassignAll(
  db: WritableDb,
  reassignment: Reassignment,
  by: StaffId,
  now: number,
  reason: ReassignmentReason,
): Outcome<number> {
  const caseload = listOpenHandoffsOfWorker(db, reassignment.id)
  if (reassignment.exceptions.some(({ handoffId }) => !caseload.some((one) => one.handoffId === handoffId)))
    return refuse('no_such_handoff', { field: 'exceptions' })
  for (const one of caseload) {
    const exception = reassignment.exceptions.find(({ handoffId }) => handoffId === one.handoffId)?.to
    const newOwner = loadNewOwner(db, one.personId, { id: reassignment.id, to: reassignment.to, by, now }, exception)
    if (!newOwner.ok) return newOwner
    const reassigned = reassignHandoff(db, one.handoffId, reassignment.id, newOwner.value, by, now, reason)
    if (!reassigned.ok) return reassigned
    appendAuditEntry(db, { at: now, by, kind: 'reassigned', about: one.handoffId, facts: {} })
  }
  return ok(caseload.length)
}
