import { eq } from 'drizzle-orm'
import type { staff as contract } from '#shared/contract/staff'
import type { StaffId } from '#shared/domain/ids'
import { ok, refuse } from '#shared/domain/outcome'
import { DECISION_RIGHTS } from '#shared/domain/vocabulary'
import { absenceOf } from '../storage/absence'
import type { ReadableDb } from '../storage/database'
import { handoff, staff } from '../storage/schema'
import {
  allStaff,
  directorsWithKeys,
  isNameTaken,
  openTasksByOwner,
  namedRights,
  saveRight,
  staffRow,
  whoWorkHere,
  workerFrom,
  type StaffRow,
} from '../storage/staff'
import type { Reading, UseCases } from './context'
import { lostFromSight } from './given'
import { leaving } from './leave'

type Calls = Pick<typeof contract, 'staff.list' | 'staff.overview' | 'staff.save' | 'staff.leaving' | 'rights.save'>

/** K4: whether she can come in, and with what. */
function passphraseOf({ slotId, temporaryUntil, temporaryUsed }: StaffRow, now: number): 'own' | 'waiting' | 'over' | 'none' {
  if (slotId === null) return 'none'
  if (temporaryUntil === null) return 'own'
  return temporaryUsed || temporaryUntil < now ? 'over' : 'waiting'
}

/** Open next actions of each worker, without those about people who do not exist for the director (I3). */
function openTasks({ db, hidden }: Reading): ReadonlyMap<StaffId, number> {
  const counts = new Map<StaffId, number>()
  const personOf = (id: string) =>
    db
      .select({ id: handoff.personId })
      .from(handoff)
      .where(eq(handoff.id, id as never))
      .get()?.id
  for (const { owner, handoffId, n } of openTasksByOwner(db)) {
    const her = hidden.size === 0 ? undefined : personOf(handoffId)
    if (her === undefined || !hidden.has(her)) counts.set(owner, (counts.get(owner) ?? 0) + n)
  }
  return counts
}

/** H4: when she is away, or will be. */
const awayOf = (db: ReadableDb, id: StaffId, now: number): { readonly from: number; readonly until: number | null } | null => {
  const found = absenceOf(db, id, now)
  return found && { from: found.from, until: found.until }
}

/** Null when she works here. */
function isGone(db: ReadableDb, id: StaffId, field: string): ReturnType<typeof refuse> | null {
  const row = staffRow(db, id)
  if (row === null) return refuse('no_such_staff', { field })
  return row.leftAt === null ? null : refuse('has_left', { field })
}

/** Who works here, what each may do, and who decides (section 13). */
export const rosterCalls: UseCases<Calls> = {
  'staff.list': ({ db, now }) =>
    ok(
      whoWorkHere(db)
        .map((row) => ({ ...workerFrom(db, row), away: awayOf(db, row.id, now) }))
        .toSorted((a, b) => a.name.localeCompare(b.name)),
    ),
  'staff.overview': (context) => {
    const { db, now } = context
    const tasks = openTasks(context)
    const held = namedRights(db)
    return ok({
      staff: allStaff(db).map((row) => ({
        id: row.id,
        name: row.name,
        roles: row.roles,
        addedAt: row.addedAt,
        leftAt: row.leftAt,
        lastSignInAt: row.lastSignInAt,
        passphrase: passphraseOf(row, now),
        temporaryUntil: row.temporaryUntil,
        hasPin: row.pinHash !== null,
        openTasks: tasks.get(row.id) ?? 0,
        away: awayOf(db, row.id, now),
      })),
      rights: DECISION_RIGHTS.map(
        (right) => held.find((one) => one.right === right) ?? { right, holder: null, deputy: null, deputyActs: false },
      ),
    })
  },
  'staff.save': ({ db, keep }, { id, name, roles }) => {
    const gone = isGone(db, id, 'id')
    if (gone) return gone
    if (isNameTaken(db, name, id)) return refuse('name_taken', { field: 'name' })
    // K2: the recovery words are one way to the book, a director with her own passphrase the other. Her slot keeps the class
    // that it was made with until she chooses her next passphrase: the class only says which slots a backup takes along (K5).
    const directors = directorsWithKeys(db)
    const wasLast = directors.includes(id) && directors.length === 1
    if (wasLast && !roles.includes('director')) return refuse('last_director', { field: 'roles' })
    const fresh = [...new Set(roles)]
    db.update(staff).set({ name, roles: fresh }).where(eq(staff.id, id)).run()
    const lost = lostFromSight(db)
    if (lost) return lost
    keep({ about: id, facts: { roles: fresh.join(' ') } })
    return ok({ done: true })
  },
  'staff.leaving': leaving,
  'rights.save': ({ db, now, keep }, { right, holder, deputy, deputyActs }) => {
    const gone = isGone(db, holder, 'holder') ?? (deputy === null ? null : isGone(db, deputy, 'deputy'))
    if (gone) return gone
    if (holder === deputy) return refuse('same_worker', { field: 'deputy' })
    const acts = deputy !== null && deputyActs
    saveRight(db, { right, holder, deputy, deputyActs: acts }, now)
    keep({ about: holder, facts: { right, deputy: deputy !== null, deputyActs: acts } })
    return ok({ done: true })
  },
}
