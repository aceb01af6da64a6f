import { eq } from 'drizzle-orm'
import type { staff as contract } from '#shared/contract/office/staff'
import type { StaffId } from '#shared/domain/core/ids'
import { ok, refuse } from '#shared/domain/core/outcome'
import { DECISION_RIGHTS } from '#shared/domain/core/vocabulary'
import { findAbsence } from '../../storage/staff/absences'
import type { ReadableDb } from '../../storage/core/db-types'
import { handoff, staff } from '../../storage/schema'
import {
  listAllStaff,
  listDirectorsWithKeys,
  isNameTaken,
  countOpenTasksByOwner,
  listNamedRights,
  saveDecisionRight,
  findStaff,
  listCurrentStaff,
  toWorker,
  type StaffRow,
} from '../../storage/staff/staff'
import type { ReadContext, UseCases } from '../../session/call-context'
import { lostAccessRefusal } from '../handoff/assignability'
import { loadLeavingWorker } from './leave'

type RosterCalls = Pick<typeof contract, 'staff.list' | 'staff.overview' | 'staff.save' | 'staff.readLeaving' | 'rights.save'>

/** Finds whether the worker can sign in, and with what (K4). */
function findPassphraseState({ slotId, temporaryUntil, temporaryUsed }: StaffRow, now: number): 'own' | 'waiting' | 'over' | 'none' {
  if (slotId === null) return 'none'
  if (temporaryUntil === null) return 'own'
  return temporaryUsed || temporaryUntil < now ? 'over' : 'waiting'
}

/** Counts the open next actions of each worker, without those about people who do not exist for the director (I3). */
function openTasks({ db, hidden }: ReadContext): ReadonlyMap<StaffId, number> {
  const counts = new Map<StaffId, number>()
  const findPersonId = (id: string) =>
    db
      .select({ id: handoff.personId })
      .from(handoff)
      .where(eq(handoff.id, id as never))
      .get()?.id
  for (const { owner, handoffId, n } of countOpenTasksByOwner(db)) {
    const personId = hidden.size === 0 ? undefined : findPersonId(handoffId)
    if (personId === undefined || !hidden.has(personId)) counts.set(owner, (counts.get(owner) ?? 0) + n)
  }
  return counts
}

/** Finds when the worker is away, now or later (H4). */
const findAwayPeriod = (db: ReadableDb, id: StaffId, now: number): { readonly from: number; readonly until: number | null } | null => {
  const found = findAbsence(db, id, now)
  return found && { from: found.from, until: found.until }
}

/** Refuses a worker who has left. Returns null otherwise. */
function leftRefusal(db: ReadableDb, id: StaffId, field: string): ReturnType<typeof refuse> | null {
  const row = findStaff(db, id)
  if (row === null) return refuse('no_such_staff', { field })
  return row.leftAt === null ? null : refuse('has_left', { field })
}

/** The calls about the staff, their roles and the decision rights (section 13). */
export const rosterCalls: UseCases<RosterCalls> = {
  'staff.list': ({ db, now }) =>
    ok(
      listCurrentStaff(db)
        .map((row) => ({ ...toWorker(db, row), away: findAwayPeriod(db, row.id, now) }))
        .toSorted((a, b) => a.name.localeCompare(b.name)),
    ),
  'staff.overview': (context) => {
    const { db, now } = context
    const tasks = openTasks(context)
    const namedRightsNow = listNamedRights(db)
    return ok({
      staff: listAllStaff(db).map((row) => ({
        id: row.id,
        name: row.name,
        roles: row.roles,
        addedAt: row.addedAt,
        leftAt: row.leftAt,
        lastSignInAt: row.lastSignInAt,
        passphrase: findPassphraseState(row, now),
        temporaryUntil: row.temporaryUntil,
        hasPin: row.pinHash !== null,
        openTasks: tasks.get(row.id) ?? 0,
        away: findAwayPeriod(db, row.id, now),
      })),
      rights: DECISION_RIGHTS.map(
        (right) => namedRightsNow.find((one) => one.right === right) ?? { right, holder: null, deputy: null, deputyActs: false },
      ),
    })
  },
  'staff.save': ({ db, audit }, { id, name, roles }) => {
    const refusal = leftRefusal(db, id, 'id')
    if (refusal) return refusal
    if (isNameTaken(db, name, id)) return refuse('name_taken', { field: 'name' })
    // The recovery words are one way to the database, a director with an own passphrase the other (K2). A slot keeps the class that it
    // was made with until the worker chooses the next passphrase: the class only says which slots a backup contains (K5).
    const directors = listDirectorsWithKeys(db)
    const isLastDirector = directors.includes(id) && directors.length === 1
    if (isLastDirector && !roles.includes('director')) return refuse('last_director', { field: 'roles' })
    const newRoles = [...new Set(roles)]
    db.update(staff).set({ name, roles: newRoles }).where(eq(staff.id, id)).run()
    const accessRefusal = lostAccessRefusal(db)
    if (accessRefusal) return accessRefusal
    audit({ about: id, facts: { roles: newRoles.join(' ') } })
    return ok({ done: true })
  },
  'staff.readLeaving': loadLeavingWorker,
  'rights.save': ({ db, now, audit }, { right, holder, deputy, deputyActs }) => {
    const refusal = leftRefusal(db, holder, 'holder') ?? (deputy === null ? null : leftRefusal(db, deputy, 'deputy'))
    if (refusal) return refusal
    if (holder === deputy) return refuse('same_worker', { field: 'deputy' })
    const deputyActsNow = deputy !== null && deputyActs
    saveDecisionRight(db, { right, holder, deputy, deputyActs: deputyActsNow }, now)
    audit({ about: holder, facts: { right, deputy: deputy !== null, deputyActs: deputyActsNow } })
    return ok({ done: true })
  },
}
