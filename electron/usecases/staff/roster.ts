import { eq } from 'drizzle-orm'
import type { staff as contract } from '#shared/contract/staff'
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

/** K4: whether she can come in, and with what. */
function findPassphraseState({ slotId, temporaryUntil, temporaryUsed }: StaffRow, now: number): 'own' | 'waiting' | 'over' | 'none' {
  if (slotId === null) return 'none'
  if (temporaryUntil === null) return 'own'
  return temporaryUsed || temporaryUntil < now ? 'over' : 'waiting'
}

/** Open next actions of each worker, without those about people who do not exist for the director (I3). */
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

/** H4: when she is away, or will be. */
const awayOf = (db: ReadableDb, id: StaffId, now: number): { readonly from: number; readonly until: number | null } | null => {
  const found = findAbsence(db, id, now)
  return found && { from: found.from, until: found.until }
}

/** Null when she works here. */
function leftRefusal(db: ReadableDb, id: StaffId, field: string): ReturnType<typeof refuse> | null {
  const row = findStaff(db, id)
  if (row === null) return refuse('no_such_staff', { field })
  return row.leftAt === null ? null : refuse('has_left', { field })
}

/** Who works here, what each may do, and who decides (section 13). */
export const rosterCalls: UseCases<RosterCalls> = {
  'staff.list': ({ db, now }) =>
    ok(
      listCurrentStaff(db)
        .map((row) => ({ ...toWorker(db, row), away: awayOf(db, row.id, now) }))
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
        away: awayOf(db, row.id, now),
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
    // K2: the recovery words are one way to the book, a director with her own passphrase the other. Her slot keeps the class
    // that it was made with until she chooses her next passphrase: the class only says which slots a backup takes along (K5).
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
