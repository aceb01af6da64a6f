import { asc, eq } from 'drizzle-orm'
import type { people as contract } from '#shared/contract/person/person'
import type { PlanVersion } from '#shared/domain/contact/contact-plan'
import { isOpen } from '#shared/domain/handoff/state'
import type { HandoffId, PersonId } from '#shared/domain/core/ids'
import {
  combineAccess,
  getEarlierStop,
  toContactHold,
  mayUndoMerge,
  restoreUnlessChanged,
  separateAccess,
  getStopAfterMerge,
  MERGE_UNDO_WITHIN,
  type ContactHold,
  type MergeChanges,
} from '#shared/domain/person/merge'
import { restoreAnswers, mergeAnswers } from '#shared/domain/person/person-answers'
import { ok, refuse, type Outcome } from '#shared/domain/core/outcome'
import { combinePlans } from '#shared/domain/contact/combine-plans'
import { hasPersonAccess, type PersonAccess } from '#shared/domain/person/access'
import type { ReadableDb } from '../../storage/core/db-types'
import { loadHandoff } from '../../storage/handoff/handoffs'
import {
  undoMerge,
  saveMerge,
  findMerge,
  listMergesInto,
  moveInterpreterBookings,
  saveVisibility,
  type MergeRow,
} from '../../storage/person/merges'
import { loadNames } from '../../storage/office/names'
import {
  addPlanVersion,
  loadCurrentPlan,
  readPersonFacts,
  toPersonLabel,
  findPerson,
  listPlanVersions,
  savePersonFacts,
  type PersonRow,
} from '../../storage/person/people'
import { handoff, person } from '../../storage/schema'
import { listInvolvedStaff, loadVisibility } from '../../storage/access/visibility'
import { listCurrentStaff } from '../../storage/staff/staff'
import type { UseCases, WriteContext } from '../../session/call-context'
import { executeCommand } from '../handoff/handoff'

type MergeCalls = Pick<typeof contract, 'person.merge' | 'person.unmerge' | 'person.merges'>

const listHandoffIds = (db: ReadableDb, personId: PersonId): readonly HandoffId[] =>
  db
    .select({ id: handoff.id })
    .from(handoff)
    .where(eq(handoff.personId, personId))
    .orderBy(asc(handoff.number))
    .all()
    .map(({ id }) => id)

/** Refuses a merge after which a worker with work for the person could not see the person, or no one could (H4, I3). */
function accessLossRefusal(db: ReadableDb, next: PersonAccess, doers: ReadonlySet<string>): ReturnType<typeof refuse> | null {
  const allowedWorkers = listCurrentStaff(db).filter((worker) => hasPersonAccess(next, worker))
  if (allowedWorkers.length === 0) return refuse('nobody_may_see_her')
  const refusal = [...doers].find((id) => !allowedWorkers.some((worker) => worker.id === id))
  if (refusal === undefined) return null
  return refuse(next.conflicts.some((id) => id === refusal) ? 'owner_in_conflict' : 'owner_not_named')
}

/** Returns the number of the merged plan: one that neither person had, so that an open form of either finds its plan changed (P5). */
const after = (stayingPerson: PersonRow, other: PersonRow): PersonRow => ({
  ...stayingPerson,
  planVersion: Math.max(stayingPerson.planVersion, other.planVersion),
})

/**
 * Merges the plans; the result must be verified with the person again (P2). Returns its version number, or the former one where nothing
 * was written.
 */
function mergePlans({ db, now, me }: WriteContext, gone: PersonRow, stays: PersonRow): number {
  const [stayingPlan, other] = [loadCurrentPlan(db, stays.id), loadCurrentPlan(db, gone.id)]
  if (stayingPlan === null || other === null) return stays.planVersion
  return addPlanVersion(db, after(stays, gone), combinePlans(stayingPlan.plan, other.plan), null, now, me.id).version
}

const setStop = ({ db }: WriteContext, id: PersonId, stoppedAt: number | null): void =>
  void db.update(person).set({ stoppedAt }).where(eq(person.id, id)).run()

/** Moves the handoffs. Each record's history says that the people were merged, and whose record it was follows from it (T2). */
function joinHandoffs(context: WriteContext, from: PersonId, to: PersonId, stop: number | null): Outcome<MergeChanges['handoffs']> {
  const { db, now } = context
  const moved: MergeChanges['handoffs'][number][] = []
  const [theirs, own] = [listHandoffIds(db, from), listHandoffIds(db, to)]
  for (const id of [...theirs, ...own]) {
    const one = loadHandoff(db, id)
    if (!one || (!isOpen(one) && one.personId === to)) continue
    const before = toContactHold(one)
    const stoppedAt = isOpen(one) ? getStopAfterMerge(one, stop, now) : one.stoppedAt
    const done = executeCommand(context, id, { kind: 'merge_person', personId: to, stoppedAt, waiting: one.waiting })
    if (!done.ok) return done
    moved.push({ id, was: one.personId, before, after: toContactHold(done.value.after) })
  }
  return ok(moved)
}

function mergePeople(
  context: WriteContext,
  { gone, stays, reason }: { gone: PersonId; stays: PersonId; reason: string },
): Outcome<{ mergeId: string }> {
  const { db, now, me, ids, audit } = context
  const [from, to] = [findPerson(db, gone), findPerson(db, stays)]
  if (!from || !to) return refuse('no_such_person', { field: from ? 'stays' : 'gone' })
  if (from.id === to.id) return refuse('same_person', { field: 'gone' })
  audit({ about: to.id, facts: { on: true, gone: from.id } })
  const sight = { before: loadVisibility(db, to.id), after: combineAccess(loadVisibility(db, to.id), loadVisibility(db, from.id)) }
  const refusal = accessLossRefusal(db, sight.after, new Set([...listInvolvedStaff(db, from.id), ...listInvolvedStaff(db, to.id)]))
  if (refusal) return refusal
  saveVisibility(db, to.id, sight.before, sight.after, { at: now, by: me.id })
  const plan = { before: to.planVersion, after: mergePlans(context, from, to) }
  const stop = { before: to.stoppedAt, after: getEarlierStop(to.stoppedAt, from.stoppedAt) }
  setStop(context, to.id, stop.after)
  const facts = { before: readPersonFacts(to), after: mergeAnswers(readPersonFacts(to), readPersonFacts(from)) }
  savePersonFacts(db, to.id, facts.after)
  const bookings = moveInterpreterBookings(db, from.id, to.id, null)
  const handoffs = joinHandoffs(context, from.id, to.id, stop.after)
  if (!handoffs.ok) return handoffs
  const id = ids.uuid()
  const moved: MergeChanges = { handoffs: handoffs.value, plan, stop, sight, bookings, facts }
  saveMerge(db, { id, gone: from.id, stays: to.id, at: now, by: me.id, reason, moved })
  return ok({ mergeId: id })
}

const findPlanVersion = (db: ReadableDb, personId: PersonId, version: number): PlanVersion | null =>
  listPlanVersions(db, personId).find((one) => one.version === version) ?? null

/** Restores the former plan as a new version, verified as before, unless another one was written since (P5). */
function restorePlan({ db, now, me }: WriteContext, stayingPerson: PersonRow, { before, after }: MergeChanges['plan']): void {
  if (before === after || stayingPerson.planVersion !== after) return
  const formerVersion = findPlanVersion(db, stayingPerson.id, before)
  if (formerVersion) addPlanVersion(db, stayingPerson, formerVersion.plan, formerVersion.verified, now, me.id)
}

/** Copies the plan unverified (P2): a plan written in between may come from the other person, so it must be verified again. */
function copyPlanUnverified(
  { db, now, me }: WriteContext,
  gone: PersonRow,
  stayingPerson: PersonRow,
  { before, after: joined }: MergeChanges['plan'],
): void {
  if (before === joined || stayingPerson.planVersion === joined) return
  const formerPlan = loadCurrentPlan(db, gone.id)
  if (formerPlan?.verified) addPlanVersion(db, after(gone, stayingPerson), formerPlan.plan, null, now, me.id)
}

function separateHandoffs(context: WriteContext, { gone, stays, moved }: MergeRow): Outcome<null> {
  const { db, now } = context
  const formerById = new Map(moved.handoffs.map((one) => [one.id, one]))
  for (const id of listHandoffIds(db, stays)) {
    const one = loadHandoff(db, id)
    const former = formerById.get(id)
    const personId = former?.was === gone ? gone : stays
    if (!one || (!isOpen(one) && personId === stays)) continue
    const held: ContactHold = former
      ? {
          stoppedAt: restoreUnlessChanged(former.before.stoppedAt, former.after.stoppedAt, one.stoppedAt),
          waiting: restoreUnlessChanged(former.before.waiting, former.after.waiting, one.waiting),
        }
      : toContactHold(one)
    const personStop = findPerson(db, personId)?.stoppedAt ?? null
    const stoppedAt = isOpen(one) ? getStopAfterMerge({ ...one, ...held }, personStop, now) : held.stoppedAt
    const done = executeCommand(context, id, { kind: 'unmerge_person', personId, stoppedAt, waiting: held.waiting })
    if (!done.ok) return done
  }
  return ok(null)
}

/** Undoes merges in reverse order, so that each finds what it left. What happened in between stays with the remaining person. */
function unmergePeople(context: WriteContext, mergeId: string): Outcome<{ personId: PersonId }> {
  const { db, now, me, hidden, audit } = context
  const row = findMerge(db, mergeId)
  const stayingPerson = row && !hidden.has(row.stays) ? findPerson(db, row.stays) : null
  if (!row || !stayingPerson || row.undoneAt !== null) return refuse('not_merged')
  audit({ about: row.stays, facts: { on: false, gone: row.gone } })
  if (!mayUndoMerge(row.at, now)) return refuse('undo_is_over')
  if (stayingPerson.mergedInto !== null || listMergesInto(db, row.stays)[0]?.id !== mergeId) return refuse('undo_later_first')
  const { moved } = row
  const currentSight = loadVisibility(db, stayingPerson.id)
  undoMerge(db, row, now, me.id)
  const separatedAccess = loadVisibility(db, row.gone)
  saveVisibility(db, row.gone, separatedAccess, separateAccess(separatedAccess, moved.sight.after, currentSight), { at: now, by: me.id })
  saveVisibility(db, stayingPerson.id, currentSight, separateAccess(moved.sight.before, moved.sight.after, currentSight), {
    at: now,
    by: me.id,
  })
  restorePlan(context, stayingPerson, moved.plan)
  const other = findPerson(db, row.gone)
  if (other) copyPlanUnverified(context, other, stayingPerson, moved.plan)
  // A stop that came in between was about both people (P4).
  if (stayingPerson.stoppedAt !== null && stayingPerson.stoppedAt !== moved.stop.after)
    setStop(context, row.gone, getEarlierStop(findPerson(db, row.gone)?.stoppedAt ?? null, stayingPerson.stoppedAt))
  setStop(context, stayingPerson.id, restoreUnlessChanged(moved.stop.before, moved.stop.after, stayingPerson.stoppedAt))
  if (moved.facts)
    savePersonFacts(db, stayingPerson.id, restoreAnswers(moved.facts.before, moved.facts.after, readPersonFacts(stayingPerson)))
  moveInterpreterBookings(db, stayingPerson.id, row.gone, moved.bookings)
  const separated = separateHandoffs(context, row)
  if (!separated.ok) return separated
  for (const id of [row.gone, row.stays]) {
    const refusal = accessLossRefusal(db, loadVisibility(db, id), new Set(listInvolvedStaff(db, id)))
    if (refusal) return refusal
  }
  return ok({ personId: row.gone })
}

export const mergeCalls: UseCases<MergeCalls> = {
  'person.merge': mergePeople,
  'person.unmerge': (context, { mergeId }) => unmergePeople(context, mergeId),
  'person.merges': ({ db, now }, { personId }) => {
    const names = loadNames(db)
    const stayingPerson = findPerson(db, personId)
    if (!stayingPerson) return refuse('no_such_person')
    return ok(
      listMergesInto(db, personId).map((row, index) => ({
        mergeId: row.id,
        label: toPersonLabel(findPerson(db, row.gone) ?? stayingPerson),
        at: row.at,
        byName: names.worker(row.by),
        reason: row.reason,
        undoUntil: index === 0 && mayUndoMerge(row.at, now) ? row.at + MERGE_UNDO_WITHIN : null,
      })),
    )
  },
}
