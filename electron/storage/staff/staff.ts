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
/** A worker as she stands in the book. Decision rights are not among her roles: they lie in a table of their own. */
export type StaffRow = Omit<StoredStaffRow, 'roles'> & { readonly roles: readonly StaffRole[] }

const currentStaffQuery = oncePerDatabase((db) =>
  db.select().from(staff).where(isNull(staff.leftAt)).orderBy(asc(staff.addedAt), asc(staff.id)).prepare(),
)
/** Everybody who works here now, who came first at the head. */
export const listCurrentStaff = (db: ReadableDb): readonly StaffRow[] =>
  currentStaffQuery(db).all() as readonly StoredStaffRow[] as readonly StaffRow[]

const allStaffQuery = oncePerDatabase((db) => db.select().from(staff).orderBy(asc(staff.leftAt), asc(staff.name)).prepare())
/** Also who has left, at the end. */
export const listAllStaff = (db: ReadableDb): readonly StaffRow[] =>
  allStaffQuery(db).all() as readonly StoredStaffRow[] as readonly StaffRow[]

const one = oncePerDatabase((db) =>
  db
    .select()
    .from(staff)
    .where(eq(staff.id, sql.placeholder('id')))
    .prepare(),
)
/** Also of somebody who has left: her name stays where she wrote. */
export const findStaff = (db: ReadableDb, id: StaffId): StaffRow | null => (one(db).get({ id }) as StaffRow | undefined) ?? null

export const isCurrentStaff = (db: ReadableDb, id: StaffId): boolean => findStaff(db, id)?.leftAt === null

/** Two who work here never have the same name; whoever has left has given hers back. `but`: whose own name it may be. */
export const isNameTaken = (db: ReadableDb, name: string, exceptId: StaffId | null = null): boolean =>
  listCurrentStaff(db).some(
    (worker) => worker.id !== exceptId && worker.name.localeCompare(name, undefined, { sensitivity: 'accent' }) === 0,
  )

const decisionRightsQuery = oncePerDatabase((db) => db.select().from(decisionRight).prepare())
/** Section 13: who holds the decision rights, and their deputies, as somebody named them. */
export const listNamedRights = (db: ReadableDb): readonly HeldRight[] =>
  decisionRightsQuery(db)
    .all()
    .map(({ right, holder, deputy, deputyActs }) => ({ right, holder, deputy, deputyActs }))

/** The same as it is now: while the holder is away (H4), the deputy acts. */
export const listEffectiveRights = (db: ReadableDb): readonly HeldRight[] => listActingRights(listNamedRights(db), listAwayStaff(db))

/** One holder for each right; naming somebody else takes it from whoever had it. */
export function saveDecisionRight(db: WritableDb, { right, ...fields }: HeldRight, now: number): void {
  db.insert(decisionRight)
    .values({ right, ...fields, since: now })
    .onConflictDoUpdate({ target: decisionRight.right, set: { ...fields, since: now } })
    .run()
}

/** Nobody is named any more: the director is asked again. */
export const removeDecisionRight = (db: WritableDb, right: DecisionRight): void =>
  void db.delete(decisionRight).where(eq(decisionRight.right, right)).run()

/** A worker as the rules and the session need her: her own roles and the decision rights that she has now. */
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

/** K2: directors who work here and have a passphrase of their own. One whose five words nobody has used yet may never come. */
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
/** Open next actions, counted by owner and record. */
export const countOpenTasksByOwner = (
  db: ReadableDb,
): readonly { readonly owner: StaffId; readonly handoffId: string; readonly n: number }[] => openTasksQuery(db).all()

const draftsQuery = oncePerDatabase((db) => db.select({ id: draft.staffId, n: count() }).from(draft).groupBy(draft.staffId).prepare())
/** S3: how many drafts of each worker lie in the book. */
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
/** Whose passphrase it was, if she works here. */
export const findStaffBySlot = (db: ReadableDb, slotId: string): StaffRow | null =>
  (bySlotQuery(db).get({ slotId }) as StaffRow | undefined) ?? null

/** K4: a new worker; until when (UTC ms) her temporary passphrase opens, or null when the slot is her own. */
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

/** K4: another way in for her; the PIN was of the old one. */
export function setTemporarySlot(db: WritableDb, id: StaffId, slotId: string, temporaryUntil: number): void {
  db.update(staff).set({ slotId, temporaryUntil, temporaryUsed: false, pinHash: null }).where(eq(staff.id, id)).run()
}

/** H4, K4: she works here no longer. The database refuses while anything open is hers. Unfinished drafts, which nobody else may read (S3), go. */
export function markStaffLeft(db: WritableDb, id: StaffId, now: number): void {
  db.delete(draft).where(eq(draft.staffId, id)).run()
  db.update(staff)
    .set({ slotId: null, leftAt: now, temporaryUntil: null, temporaryUsed: false, pinHash: null })
    .where(eq(staff.id, id))
    .run()
}
