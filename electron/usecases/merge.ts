import { asc, eq } from 'drizzle-orm'
import type { people as contract } from '#shared/contract/people'
import type { PlanVersion } from '#shared/domain/contact-plan'
import { isOpen } from '#shared/domain/standing'
import type { HandoffId, PersonId } from '#shared/domain/ids'
import {
  bothSights,
  eitherStop,
  heldOf,
  mayUndo,
  putBack,
  sightApart,
  stopFor,
  UNDO_WITHIN,
  type Held,
  type Moved,
} from '#shared/domain/merge'
import { factsBack, fullerFacts } from '#shared/domain/person-facts'
import { ok, refuse, type Outcome } from '#shared/domain/outcome'
import { saferPlan } from '#shared/domain/safer-plan'
import { seesHer, type Sight } from '#shared/domain/sight'
import type { ReadableDb } from '../storage/database'
import { loadHandoff } from '../storage/handoffs'
import { endMerge, keepMerge, mergeRow, mergesInto, moveBookings, putSight, type MergeRow } from '../storage/merges'
import { namesIn } from '../storage/names'
import { addPlanVersion, currentPlan, factsOfHer, labelOf, personRow, planVersions, saveFacts, type PersonRow } from '../storage/people'
import { handoff, person } from '../storage/schema'
import { doersFor, sightOf } from '../storage/sight'
import { whoWorkHere } from '../storage/staff'
import type { UseCases, Writing } from './context'
import { carryOut } from './handoff'

type Calls = Pick<typeof contract, 'person.merge' | 'person.unmerge' | 'person.merges'>

const handoffsOfHer = (db: ReadableDb, personId: PersonId): readonly HandoffId[] =>
  db
    .select({ id: handoff.id })
    .from(handoff)
    .where(eq(handoff.personId, personId))
    .orderBy(asc(handoff.number))
    .all()
    .map(({ id }) => id)

/** H4, I3: whoever has something to do for her goes on seeing her, and somebody does. */
function lostBy(db: ReadableDb, next: Sight, doers: ReadonlySet<string>): ReturnType<typeof refuse> | null {
  const seeing = whoWorkHere(db).filter((worker) => seesHer(next, worker))
  if (seeing.length === 0) return refuse('nobody_may_see_her')
  const lost = [...doers].find((id) => !seeing.some((worker) => worker.id === id))
  if (lost === undefined) return null
  return refuse(next.conflicts.some((id) => id === lost) ? 'owner_in_conflict' : 'owner_not_named')
}

/** P5: a number that neither had, so that a form which lies open on either finds its plan changed. */
const after = (her: PersonRow, other: PersonRow): PersonRow => ({ ...her, planVersion: Math.max(her.planVersion, other.planVersion) })

/** P2: the plan that stands until it is verified with her anew. Its version's number, or the one before where nothing was written. */
function mergePlans({ db, now, me }: Writing, gone: PersonRow, stays: PersonRow): number {
  const [hers, other] = [currentPlan(db, stays.id), currentPlan(db, gone.id)]
  if (hers === null || other === null) return stays.planVersion
  return addPlanVersion(db, after(stays, gone), saferPlan(hers.plan, other.plan), null, now, me.id).version
}

const setStop = ({ db }: Writing, id: PersonId, stoppedAt: number | null): void =>
  void db.update(person).set({ stoppedAt }).where(eq(person.id, id)).run()

/** T2: the records themselves say that they were joined; whose they are follows from it. */
function joinHandoffs(context: Writing, from: PersonId, to: PersonId, stop: number | null): Outcome<Moved['handoffs']> {
  const { db, now } = context
  const moved: Moved['handoffs'][number][] = []
  const [theirs, own] = [handoffsOfHer(db, from), handoffsOfHer(db, to)]
  for (const id of [...theirs, ...own]) {
    const one = loadHandoff(db, id)
    if (!one || (!isOpen(one) && one.personId === to)) continue
    const before = heldOf(one)
    const stoppedAt = isOpen(one) ? stopFor(one, stop, now) : one.stoppedAt
    const done = carryOut(context, id, { kind: 'merge_person', personId: to, stoppedAt, waiting: one.waiting })
    if (!done.ok) return done
    moved.push({ id, was: one.personId, before, after: heldOf(done.value.after) })
  }
  return ok(moved)
}

function merge(
  context: Writing,
  { gone, stays, reason }: { gone: PersonId; stays: PersonId; reason: string },
): Outcome<{ mergeId: string }> {
  const { db, now, me, ids, keep } = context
  const [from, to] = [personRow(db, gone), personRow(db, stays)]
  if (!from || !to) return refuse('no_such_person', { field: from ? 'stays' : 'gone' })
  if (from.id === to.id) return refuse('same_person', { field: 'gone' })
  keep({ about: to.id, facts: { on: true, gone: from.id } })
  const sight = { before: sightOf(db, to.id), after: bothSights(sightOf(db, to.id), sightOf(db, from.id)) }
  const lost = lostBy(db, sight.after, new Set([...doersFor(db, from.id), ...doersFor(db, to.id)]))
  if (lost) return lost
  putSight(db, to.id, sight.before, sight.after, { at: now, by: me.id })
  const plan = { before: to.planVersion, after: mergePlans(context, from, to) }
  const stop = { before: to.stoppedAt, after: eitherStop(to.stoppedAt, from.stoppedAt) }
  setStop(context, to.id, stop.after)
  const facts = { before: factsOfHer(to), after: fullerFacts(factsOfHer(to), factsOfHer(from)) }
  saveFacts(db, to.id, facts.after)
  const bookings = moveBookings(db, from.id, to.id, null)
  const handoffs = joinHandoffs(context, from.id, to.id, stop.after)
  if (!handoffs.ok) return handoffs
  const id = ids.uuid()
  const moved: Moved = { handoffs: handoffs.value, plan, stop, sight, bookings, facts }
  keepMerge(db, { id, gone: from.id, stays: to.id, at: now, by: me.id, reason, moved })
  return ok({ mergeId: id })
}

const versionOf = (db: ReadableDb, personId: PersonId, version: number): PlanVersion | null =>
  planVersions(db, personId).find((one) => one.version === version) ?? null

/** P5: the plan before stands again as a version of its own, verified as it was, unless somebody has written one since. */
function planBack({ db, now, me }: Writing, her: PersonRow, { before, after }: Moved['plan']): void {
  if (before === after || her.planVersion !== after) return
  const was = versionOf(db, her.id, before)
  if (was) addPlanVersion(db, her, was.plan, was.verified, now, me.id)
}

/** P2: a plan written in between may have been said by the other one: hers is as it was, and to be verified with her anew. */
function askAnew({ db, now, me }: Writing, gone: PersonRow, her: PersonRow, { before, after: joined }: Moved['plan']): void {
  if (before === joined || her.planVersion === joined) return
  const hers = currentPlan(db, gone.id)
  if (hers?.verified) addPlanVersion(db, after(gone, her), hers.plan, null, now, me.id)
}

function partHandoffs(context: Writing, { gone, stays, moved }: MergeRow): Outcome<null> {
  const { db, now } = context
  const was = new Map(moved.handoffs.map((one) => [one.id, one]))
  for (const id of handoffsOfHer(db, stays)) {
    const one = loadHandoff(db, id)
    const then = was.get(id)
    const personId = then?.was === gone ? gone : stays
    if (!one || (!isOpen(one) && personId === stays)) continue
    const held: Held = then
      ? {
          stoppedAt: putBack(then.before.stoppedAt, then.after.stoppedAt, one.stoppedAt),
          waiting: putBack(then.before.waiting, then.after.waiting, one.waiting),
        }
      : heldOf(one)
    const hers = personRow(db, personId)?.stoppedAt ?? null
    const stoppedAt = isOpen(one) ? stopFor({ ...one, ...held }, hers, now) : held.stoppedAt
    const done = carryOut(context, id, { kind: 'unmerge_person', personId, stoppedAt, waiting: held.waiting })
    if (!done.ok) return done
  }
  return ok(null)
}

/** LIFO, so that each finds what it left; what happened in between stays with her who stays. */
function unmerge(context: Writing, mergeId: string): Outcome<{ personId: PersonId }> {
  const { db, now, me, hidden, keep } = context
  const row = mergeRow(db, mergeId)
  const her = row && !hidden.has(row.stays) ? personRow(db, row.stays) : null
  if (!row || !her || row.undoneAt !== null) return refuse('not_merged')
  keep({ about: row.stays, facts: { on: false, gone: row.gone } })
  if (!mayUndo(row.at, now)) return refuse('undo_is_over')
  if (her.mergedInto !== null || mergesInto(db, row.stays)[0]?.id !== mergeId) return refuse('undo_later_first')
  const { moved } = row
  const stands = sightOf(db, her.id)
  endMerge(db, row, now, me.id)
  const goneSight = sightOf(db, row.gone)
  putSight(db, row.gone, goneSight, sightApart(goneSight, moved.sight.after, stands), { at: now, by: me.id })
  putSight(db, her.id, stands, sightApart(moved.sight.before, moved.sight.after, stands), { at: now, by: me.id })
  planBack(context, her, moved.plan)
  const other = personRow(db, row.gone)
  if (other) askAnew(context, other, her, moved.plan)
  // P4: a stop that came in between was said about both.
  if (her.stoppedAt !== null && her.stoppedAt !== moved.stop.after)
    setStop(context, row.gone, eitherStop(personRow(db, row.gone)?.stoppedAt ?? null, her.stoppedAt))
  setStop(context, her.id, putBack(moved.stop.before, moved.stop.after, her.stoppedAt))
  if (moved.facts) saveFacts(db, her.id, factsBack(moved.facts.before, moved.facts.after, factsOfHer(her)))
  moveBookings(db, her.id, row.gone, moved.bookings)
  const parted = partHandoffs(context, row)
  if (!parted.ok) return parted
  for (const id of [row.gone, row.stays]) {
    const lost = lostBy(db, sightOf(db, id), new Set(doersFor(db, id)))
    if (lost) return lost
  }
  return ok({ personId: row.gone })
}

export const mergeCalls: UseCases<Calls> = {
  'person.merge': merge,
  'person.unmerge': (context, { mergeId }) => unmerge(context, mergeId),
  'person.merges': ({ db, now }, { personId }) => {
    const names = namesIn(db)
    const her = personRow(db, personId)
    if (!her) return refuse('no_such_person')
    return ok(
      mergesInto(db, personId).map((row, index) => ({
        mergeId: row.id,
        label: labelOf(personRow(db, row.gone) ?? her),
        at: row.at,
        byName: names.worker(row.by),
        reason: row.reason,
        undoUntil: index === 0 && mayUndo(row.at, now) ? row.at + UNDO_WITHIN : null,
      })),
    )
  },
}
