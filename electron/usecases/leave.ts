import { and, asc, eq, exists, isNull, or } from 'drizzle-orm'
import type { z } from 'zod'
import type { Failure } from '#shared/contract/entry'
import type { staff as contract } from '#shared/contract/staff'
import { apply } from '#shared/domain/apply'
import { decide } from '#shared/domain/decide'
import type { Handoff } from '#shared/domain/handoff'
import type { HandoffCommand } from '#shared/domain/handoff-command'
import type { HandoffEvent } from '#shared/domain/handoff-event'
import type { HandoffId, PersonId, StaffId } from '#shared/domain/ids'
import { ok, refuse, type Outcome, type Refusal } from '#shared/domain/outcome'
import { STAFF_LEFT } from '#shared/domain/staff'
import { openTasks } from '#shared/domain/task'
import { appendAudit } from '../storage/audit'
import type { ReadableDb, WritableDb } from '../storage/database'
import { loadHandoff, saveHandoff } from '../storage/handoffs'
import { officeRow } from '../storage/office-records'
import { labelOf } from '../storage/people'
import { handoff, person, restrictionStaff, task } from '../storage/schema'
import { sightOf, whoMaySee } from '../storage/sight'
import { directorsWithKeys, draftsByWorker, dropRight, markLeft, rightsOf, saveRight, staffRow } from '../storage/staff'
import type { Reading, UseCase } from './context'
import type { Door } from './door'
import { lostFromSight } from './given'
import { sittingAt } from './sitting'
import { situationOf } from './situation'

type Leave = z.output<(typeof contract)['staff.leave']['input']>

interface Hers {
  readonly handoffId: HandoffId
  readonly number: number
  readonly personId: PersonId
  readonly alias: string
  readonly initials: string
  readonly clockAt: number | null
}

/** Open records that are assigned to her, or in which a next action is hers; the soonest first. */
function openOf(db: ReadableDb, id: StaffId): readonly Hers[] {
  const owed = db
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
    .where(and(isNull(handoff.endedAt), or(eq(handoff.assignedTo, id), exists(owed))))
    .orderBy(asc(handoff.clockAt), asc(handoff.number))
    .all()
}

/** What somebody else needs to take over; records that do not exist for the director are only counted (I3). */
export const leaving: UseCase<(typeof contract)['staff.leaving'], Reading> = ({ db, hidden }, { id }) => {
  if (staffRow(db, id) === null) return refuse('no_such_staff', { field: 'id' })
  const all = openOf(db, id)
  const seen = all.filter(({ personId }) => !hidden.has(personId))
  return ok({
    handoffs: seen.map((one) => ({ handoffId: one.handoffId, number: one.number, label: labelOf(one), clockAt: one.clockAt })),
    restricted: all.length - seen.length,
    rights: rightsOf(db)
      .filter(({ holder }) => holder === id)
      .map(({ right }) => right),
    drafts: draftsByWorker(db).get(id) ?? 0,
  })
}

/** Someone who works here and stays; null when it is so. */
function cannotTake(db: ReadableDb, to: StaffId, leaver: StaffId, field: string): { readonly ok: false; readonly failure: Refusal } | null {
  if (to === leaver) return refuse('same_worker', { field })
  const row = staffRow(db, to)
  if (row === null) return refuse('no_such_staff', { field })
  return row.leftAt === null ? null : refuse('has_left', { field })
}

/** I3: whom this record goes to. A person whom `to` may not see goes to somebody who is named for her, or to a supervisor. */
function takerOf(db: ReadableDb, { handoffId, personId }: Hers, { id, to, except }: Leave): Outcome<StaffId> {
  const seeing = whoMaySee(db, personId).filter((worker) => worker.id !== id)
  const named = except.find((one) => one.handoffId === handoffId)?.to
  if (named !== undefined) return seeing.some((worker) => worker.id === named) ? ok(named) : refuse('owner_not_named', { field: 'except' })
  const known = sightOf(db, personId).named
  const taker =
    seeing.find((worker) => worker.id === to) ??
    seeing.find((worker) => known.includes(worker.id)) ??
    seeing.find(({ roles }) => roles.includes('supervisor')) ??
    seeing[0]
  return taker === undefined ? refuse('nobody_may_see_her') : ok(taker.id)
}

/** H4: by the rules' own commands, so that the record's history says it and its tasks follow. */
function give(db: WritableDb, id: HandoffId, from: StaffId, to: StaffId, by: StaffId, now: number): Outcome<null> {
  const before = loadHandoff(db, id)
  if (!before) return refuse('no_such_handoff')
  const situation = situationOf({ db, now, zone: officeRow(db).zone, by }, before.personId, before.source)
  const events: HandoffEvent[] = []
  let after: Handoff = before
  const carryOut = (command: HandoffCommand): Outcome<null> => {
    const decided = decide(after, command, situation)
    if (!decided.ok) return decided
    events.push(...decided.value)
    after = decided.value.reduce(apply, after)
    return ok(null)
  }
  if (before.assignedTo === from) {
    const assigned = carryOut({ kind: 'assign', to, reason: STAFF_LEFT })
    if (!assigned.ok) return assigned
  }
  // What hangs on a person, not on the record: a bounce's next action, a possible danger, what was given to her by hand.
  for (const one of openTasks(after.tasks).filter(({ owner }) => owner === from)) {
    const moved = carryOut({ kind: 'move_task', no: one.no, owner: to, dueAt: one.dueAt })
    if (!moved.ok) return moved
  }
  // C3: nobody has done anything about her yet, so what was alerted stays unseen.
  saveHandoff(db, { before, handoff: after, events, situation, acted: false })
  return ok(null)
}

/** Section 13: the deputy takes over, or nobody, and then the director is asked again. */
function passRights(db: WritableDb, id: StaffId, now: number): void {
  for (const held of rightsOf(db)) {
    const { right, holder, deputy } = held
    if (holder === id && deputy === null) dropRight(db, right)
    else if (holder === id && deputy !== null) saveRight(db, { right, holder: deputy, deputy: null, deputyActs: false }, now)
    else if (deputy === id) saveRight(db, { ...held, deputy: null, deputyActs: false }, now)
  }
}

function reassign(db: WritableDb, input: Leave, by: StaffId, now: number): Outcome<number> {
  const hers = openOf(db, input.id)
  if (input.except.some(({ handoffId }) => !hers.some((one) => one.handoffId === handoffId)))
    return refuse('no_such_handoff', { field: 'except' })
  for (const one of hers) {
    const taker = takerOf(db, one, input)
    if (!taker.ok) return taker
    const given = give(db, one.handoffId, input.id, taker.value, by, now)
    if (!given.ok) return given
    appendAudit(db, { at: now, by, kind: 'reassigned', about: one.handoffId, facts: {} })
  }
  return ok(hers.length)
}

/** K4, H4: everything of hers to others, her rights passed on, her slot gone, all or nothing. */
export function leave(door: Door, input: Leave): Outcome<{ reassigned: number }, Failure> {
  const sitting = sittingAt(door)
  if (!sitting.ok) return sitting
  const { me, dataKey } = sitting.value
  const { id, to, except } = input
  if (id === me.id) return refuse('not_yourself')
  return door.carryOut(
    (db): Outcome<{ reassigned: number }, Failure> => {
      const row = staffRow(db, id)
      if (row === null) return refuse('no_such_staff', { field: 'id' })
      if (row.leftAt !== null) return refuse('has_left')
      const wrong = [{ to, field: 'to' }, ...except.map((one) => ({ to: one.to, field: 'except' }))]
        .map((one) => cannotTake(db, one.to, id, one.field))
        .find((refusal) => refusal !== null)
      if (wrong) return wrong
      const staying = directorsWithKeys(db).filter((director) => director !== id)
      // K2. The recovery words are the second way; without them there must be two directors.
      const ways = door.vault.slots(dataKey).some((slot) => slot.class === 'recovery') ? 1 : 2
      if (row.roles.includes('director') && staying.length < ways) return refuse('last_director')
      const now = door.now()
      const reassigned = reassign(db, input, me.id, now)
      if (!reassigned.ok) return reassigned
      passRights(db, id, now)
      db.delete(restrictionStaff).where(eq(restrictionStaff.staffId, id)).run()
      markLeft(db, id, now)
      const lost = lostFromSight(db)
      if (lost) return lost
      if (row.slotId !== null) door.records.sawKeyring(db, door.vault.remove(dataKey, [row.slotId]).save())
      return ok({ reassigned: reassigned.value })
    },
    ({ reassigned }) => ({ kind: 'staff_left', about: id, facts: { reassigned } }),
  )
}
