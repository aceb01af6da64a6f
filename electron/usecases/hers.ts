import { and, asc, eq, exists, isNull, or } from 'drizzle-orm'
import { apply } from '#shared/domain/apply'
import { decide } from '#shared/domain/decide'
import type { Handoff } from '#shared/domain/handoff'
import type { HandoffCommand } from '#shared/domain/handoff-command'
import type { HandoffEvent } from '#shared/domain/handoff-event'
import type { HandoffId, PersonId, StaffId } from '#shared/domain/ids'
import { ok, refuse, type Outcome, type Refusal } from '#shared/domain/outcome'
import type { STAFF_AWAY, STAFF_LEFT } from '#shared/domain/staff'
import { openTasks } from '#shared/domain/task'
import { absenceOf } from '../storage/absence'
import { appendAudit } from '../storage/audit'
import type { ReadableDb, WritableDb } from '../storage/database'
import { loadHandoff, saveHandoff } from '../storage/handoffs'
import { officeRow } from '../storage/office-records'
import { labelOf } from '../storage/people'
import { policyUnder } from '../storage/policies'
import { handoff, person, task } from '../storage/schema'
import { sightOf, whoMaySee } from '../storage/sight'
import { staffRow } from '../storage/staff'
import { situationOf } from './situation'

export interface Hers {
  readonly handoffId: HandoffId
  readonly number: number
  readonly personId: PersonId
  readonly alias: string
  readonly initials: string
  readonly clockAt: number | null
}

/** Everything of one worker to another, but what `except` names to others. */
export interface Passing {
  readonly id: StaffId
  readonly to: StaffId
  readonly except: readonly { readonly handoffId: HandoffId; readonly to: StaffId }[]
}

type Refused = { readonly ok: false; readonly failure: Refusal }

/** Open records that are assigned to her, or in which a next action is hers; the soonest first. */
export function openOf(db: ReadableDb, id: StaffId): readonly Hers[] {
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

/** What somebody else needs to take over, a line each; records that do not exist for whoever asks are only counted (I3). */
export function hersFor(db: ReadableDb, id: StaffId, hidden: ReadonlySet<PersonId>) {
  const all = openOf(db, id)
  const seen = all.filter(({ personId }) => !hidden.has(personId))
  return {
    handoffs: seen.map((one) => ({ handoffId: one.handoffId, number: one.number, label: labelOf(one), clockAt: one.clockAt })),
    restricted: all.length - seen.length,
  }
}

/** Someone who works here, is not away, and stays; null when it is so. */
export function cannotTake(db: ReadableDb, to: StaffId, leaver: StaffId, field: string, now: number): Refused | null {
  if (to === leaver) return refuse('same_worker', { field })
  const row = staffRow(db, to)
  if (row === null) return refuse('no_such_staff', { field })
  if (row.leftAt !== null) return refuse('has_left', { field })
  const away = absenceOf(db, to, now)
  return away !== null && away.from <= now ? refuse('is_away', { field }) : null
}

/** The first of those who are named who cannot take anything. */
export const wrongTaker = (db: ReadableDb, { id, to, except }: Passing, now: number): Refused | null =>
  [{ to, field: 'to' }, ...except.map((one) => ({ to: one.to, field: 'except' }))]
    .map((one) => cannotTake(db, one.to, id, one.field, now))
    .find((refusal) => refusal !== null) ?? null

/** I3: whom this record goes to. A person whom `to` may not see goes to somebody who is named for her, or to a supervisor. */
function takerOf(db: ReadableDb, { handoffId, personId }: Hers, { id, to, except }: Passing, now: number): Outcome<StaffId> {
  const named = except.find((one) => one.handoffId === handoffId)?.to
  const seeing = whoMaySee(db, personId).filter((worker) => cannotTake(db, worker.id, id, 'to', now) === null)
  if (named !== undefined) return seeing.some((worker) => worker.id === named) ? ok(named) : refuse('owner_not_named', { field: 'except' })
  const known = sightOf(db, personId).named
  const taker =
    seeing.find((worker) => worker.id === to) ??
    seeing.find((worker) => known.includes(worker.id)) ??
    seeing.find(({ roles }) => roles.includes('supervisor')) ??
    seeing[0]
  return taker === undefined ? refuse('nobody_may_see_her') : ok(taker.id)
}

type Why = typeof STAFF_LEFT | typeof STAFF_AWAY

/** H4: by the rules' own commands, so that the record's history says it and its tasks follow. */
function give(db: WritableDb, id: HandoffId, from: StaffId, to: StaffId, by: StaffId, now: number, why: Why): Outcome<null> {
  const before = loadHandoff(db, id)
  if (!before) return refuse('no_such_handoff')
  const policy = policyUnder(db, before.standard)
  const situation = situationOf({ db, now, zone: officeRow(db).zone, by }, before.personId, before.source, policy)
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
    const assigned = carryOut({ kind: 'assign', to, reason: why })
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

/** Everything open of hers to others, a line in the trail each; answers how many. */
export function passOn(db: WritableDb, passing: Passing, by: StaffId, now: number, why: Why): Outcome<number> {
  const hers = openOf(db, passing.id)
  if (passing.except.some(({ handoffId }) => !hers.some((one) => one.handoffId === handoffId)))
    return refuse('no_such_handoff', { field: 'except' })
  for (const one of hers) {
    const taker = takerOf(db, one, passing, now)
    if (!taker.ok) return taker
    const given = give(db, one.handoffId, passing.id, taker.value, by, now, why)
    if (!given.ok) return given
    appendAudit(db, { at: now, by, kind: 'reassigned', about: one.handoffId, facts: {} })
  }
  return ok(hers.length)
}
