import { and, asc, count, eq, isNull, sql } from 'drizzle-orm'
import type { StaffId } from '#shared/domain/core/ids'
import { findHolder, listActingRights, type AskedRole, type StaffSituation } from '#shared/domain/staff/decision-holder'
import { getCurrentRoles, type HeldRight } from '#shared/domain/staff/decision-rights'
import type { Worker } from '#shared/domain/staff/worker'
import type { DecisionRight, StaffRole } from '#shared/domain/core/vocabulary'
import { listAwayStaff } from './absences'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { oncePerDatabase } from '../core/once-per-database'
import { decisionRight, draft, staff, task } from '../schema'

type StoredStaffRow = typeof staff.$inferSelect
/** A worker as stored. Decision rights are not among the roles: they have a table of their own. */
export type StaffRow = Omit<StoredStaffRow, 'roles'> & { readonly roles: readonly StaffRole[] }

const currentStaffQuery = oncePerDatabase((db) =>
  db.select().from(staff).where(isNull(staff.leftAt)).orderBy(asc(staff.addedAt), asc(staff.id)).prepare(),
)
/** Lists the current staff, longest-serving first. */
export const listCurrentStaff = (db: ReadableDb): readonly StaffRow[] =>
  currentStaffQuery(db).all() as readonly StoredStaffRow[] as readonly StaffRow[]

const allStaffQuery = oncePerDatabase((db) => db.select().from(staff).orderBy(asc(staff.leftAt), asc(staff.name)).prepare())
/** Lists all staff; those who have left come last. */
export const listAllStaff = (db: ReadableDb): readonly StaffRow[] =>
  allStaffQuery(db).all() as readonly StoredStaffRow[] as readonly StaffRow[]

const one = oncePerDatabase((db) =>
  db
    .select()
    .from(staff)
    .where(eq(staff.id, sql.placeholder('id')))
    .prepare(),
)
/** Finds a worker, also one who has left: the name stays on what the worker wrote. */
export const findStaff = (db: ReadableDb, id: StaffId): StaffRow | null => (one(db).get({ id }) as StaffRow | undefined) ?? null

/** Tells whether the worker exists and has not left. */
export const isCurrentStaff = (db: ReadableDb, id: StaffId): boolean => findStaff(db, id)?.leftAt === null

/**
 * Tells whether a current worker has this name already. The name of a worker who has left is free again. `exceptId` is the worker whose
 * own name it may be.
 */
export const isNameTaken = (db: ReadableDb, name: string, exceptId: StaffId | null = null): boolean =>
  listCurrentStaff(db).some(
    (worker) => worker.id !== exceptId && worker.name.localeCompare(name, undefined, { sensitivity: 'accent' }) === 0,
  )

const decisionRightsQuery = oncePerDatabase((db) => db.select().from(decisionRight).prepare())
/** Lists the holders of the decision rights and their deputies, as named (section 13). */
export const listNamedRights = (db: ReadableDb): readonly HeldRight[] =>
  decisionRightsQuery(db)
    .all()
    .map(({ right, holder, deputy, deputyActs }) => ({ right, holder, deputy, deputyActs }))

/** The same as it is now: while the holder is away (H4), the deputy acts. */
export const listEffectiveRights = (db: ReadableDb): readonly HeldRight[] => listActingRights(listNamedRights(db), listAwayStaff(db))

/** Saves the one holder of a right; naming another worker replaces the former holder. */
export function saveDecisionRight(db: WritableDb, { right, ...fields }: HeldRight, now: number): void {
  db.insert(decisionRight)
    .values({ right, ...fields, since: now })
    .onConflictDoUpdate({ target: decisionRight.right, set: { ...fields, since: now } })
    .run()
}

/** Removes the holder of a right. The director is asked again. */
export const removeDecisionRight = (db: WritableDb, right: DecisionRight): void =>
  void db.delete(decisionRight).where(eq(decisionRight.right, right)).run()

/** Builds the worker that the rules and the session need: the own roles and the decision rights in force now. */
export const toWorker = (db: ReadableDb, { id, name, roles }: Pick<StaffRow, 'id' | 'name' | 'roles'>): Worker => ({
  id,
  name,
  roles: getCurrentRoles({ id, roles }, listEffectiveRights(db)),
})

/** What the rules need to find who holds a decision now. */
export const loadStaffSituation = (db: ReadableDb): StaffSituation<StaffRow> => ({
  workers: listCurrentStaff(db),
  awayIds: listAwayStaff(db),
  rights: listNamedRights(db),
})

/** Loads who is asked now (B2, C3). An office always has a worker: one without any is a bug. */
export function loadHolder(db: ReadableDb, role: AskedRole): StaffId {
  const holder = findHolder(role, loadStaffSituation(db))
  if (holder === null) throw new Error('nobody works here')
  return holder
}

/**
 * Lists the current directors who have a passphrase of their own (K2). A director whose temporary passphrase was never used may never
 * sign in.
 */
export const listDirectorsWithKeys = (db: ReadableDb): readonly StaffId[] =>
  listCurrentStaff(db)
    .filter(({ roles, slotId, temporaryUntil }) => roles.includes('director') && slotId !== null && temporaryUntil === null)
    .map(({ id }) => id)

const openTasksQuery = oncePerDatabase((db) =>
  db
    .select({ owner: task.owner, handoffId: task.handoffId, n: count() })
    .from(task)
    .where(eq(task.open, 1))
    .groupBy(task.owner, task.handoffId)
    .prepare(),
)
/** Counts the open next actions by owner and record. */
export const countOpenTasksByOwner = (
  db: ReadableDb,
): readonly { readonly owner: StaffId; readonly handoffId: string; readonly n: number }[] => openTasksQuery(db).all()

const draftsQuery = oncePerDatabase((db) => db.select({ id: draft.staffId, n: count() }).from(draft).groupBy(draft.staffId).prepare())
/** Counts the drafts of each worker (S3). */
export const countDraftsByWorker = (db: ReadableDb): ReadonlyMap<StaffId, number> =>
  new Map(
    draftsQuery(db)
      .all()
      .map(({ id, n }) => [id, n]),
  )

const bySlotQuery = oncePerDatabase((db) =>
  db
    .select()
    .from(staff)
    .where(and(eq(staff.slotId, sql.placeholder('slotId')), isNull(staff.leftAt)))
    .prepare(),
)
/** Finds the current worker whose passphrase opens this slot. */
export const findStaffBySlot = (db: ReadableDb, slotId: string): StaffRow | null =>
  (bySlotQuery(db).get({ slotId }) as StaffRow | undefined) ?? null

/** Adds a worker. `temporaryUntil` (UTC ms) is when the temporary passphrase expires, or null when the worker has an own slot (K4). */
export function addStaff(
  db: WritableDb,
  worker: {
    readonly id: StaffId
    readonly name: string
    readonly roles: readonly StaffRole[]
    readonly slotId: string
    readonly temporaryUntil: number | null
  },
  now: number,
): void {
  db.insert(staff)
    .values({ ...worker, addedAt: now })
    .run()
}

/** Gives a worker a slot with a temporary passphrase and removes the PIN (K4). */
export function setTemporarySlot(db: WritableDb, id: StaffId, slotId: string, temporaryUntil: number): void {
  db.update(staff).set({ slotId, temporaryUntil, temporaryUsed: false, pinHash: null }).where(eq(staff.id, id)).run()
}

/**
 * Marks a worker as left (H4, K4). The database refuses while any open work is assigned to the worker. Unfinished drafts, which no other
 * worker may read (S3), are deleted.
 */
export function markStaffLeft(db: WritableDb, id: StaffId, now: number): void {
  db.delete(draft).where(eq(draft.staffId, id)).run()
  db.update(staff)
    .set({ slotId: null, leftAt: now, temporaryUntil: null, temporaryUsed: false, pinHash: null })
    .where(eq(staff.id, id))
    .run()
}
