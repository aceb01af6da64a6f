import { and, asc, count, eq, isNull, sql } from 'drizzle-orm'
import type { StaffId } from '#shared/domain/ids'
import { decides, rolesNow, type HeldRight } from '#shared/domain/rights'
import type { Worker } from '#shared/domain/staff'
import type { DecisionRight, StaffRole } from '#shared/domain/vocabulary'
import { awayNow } from './absence'
import type { ReadableDb, WritableDb } from './database'
import { oncePerBook } from './once'
import { decisionRight, draft, staff, task } from './schema'

type Stored = typeof staff.$inferSelect
/** A worker as she stands in the book. Decision rights are not among her roles: they lie in a table of their own. */
export type StaffRow = Omit<Stored, 'roles'> & { readonly roles: readonly StaffRole[] }

const here = oncePerBook((db) => db.select().from(staff).where(isNull(staff.leftAt)).orderBy(asc(staff.addedAt), asc(staff.id)).prepare())
/** Everybody who works here now, who came first at the head. */
export const whoWorkHere = (db: ReadableDb): readonly StaffRow[] => here(db).all() as readonly Stored[] as readonly StaffRow[]

const all = oncePerBook((db) => db.select().from(staff).orderBy(asc(staff.leftAt), asc(staff.name)).prepare())
/** Also who has left, at the end. */
export const allStaff = (db: ReadableDb): readonly StaffRow[] => all(db).all() as readonly Stored[] as readonly StaffRow[]

const one = oncePerBook((db) =>
  db
    .select()
    .from(staff)
    .where(eq(staff.id, sql.placeholder('id')))
    .prepare(),
)
/** Also of somebody who has left: her name stays where she wrote. */
export const staffRow = (db: ReadableDb, id: StaffId): StaffRow | null => (one(db).get({ id }) as StaffRow | undefined) ?? null

export const worksHere = (db: ReadableDb, id: StaffId): boolean => staffRow(db, id)?.leftAt === null

/** Two who work here never have the same name; whoever has left has given hers back. `but`: whose own name it may be. */
export const isNameTaken = (db: ReadableDb, name: string, but: StaffId | null = null): boolean =>
  whoWorkHere(db).some((worker) => worker.id !== but && worker.name.localeCompare(name, undefined, { sensitivity: 'accent' }) === 0)

const held = oncePerBook((db) => db.select().from(decisionRight).prepare())
/** Section 13: who holds the decision rights, and their deputies, as somebody named them. */
export const namedRights = (db: ReadableDb): readonly HeldRight[] =>
  held(db)
    .all()
    .map(({ right, holder, deputy, deputyActs }) => ({ right, holder, deputy, deputyActs }))

/** The same as it is now: while the holder is away (H4), her deputy acts. */
export function rightsOf(db: ReadableDb): readonly HeldRight[] {
  const named = namedRights(db)
  const away = awayNow(db)
  return away.size === 0 ? named : named.map((one) => (one.deputy !== null && away.has(one.holder) ? { ...one, deputyActs: true } : one))
}

/** One holder for each right; naming somebody else takes it from whoever had it. */
export function saveRight(db: WritableDb, { right, ...fields }: HeldRight, now: number): void {
  db.insert(decisionRight)
    .values({ right, ...fields, since: now })
    .onConflictDoUpdate({ target: decisionRight.right, set: { ...fields, since: now } })
    .run()
}

/** Nobody is named any more: the director is asked again. */
export const dropRight = (db: WritableDb, right: DecisionRight): void =>
  void db.delete(decisionRight).where(eq(decisionRight.right, right)).run()

/** A worker as the rules and the session need her: her own roles and the decision rights that she has now. */
export const workerFrom = (db: ReadableDb, { id, name, roles }: Pick<StaffRow, 'id' | 'name' | 'roles'>): Worker => ({
  id,
  name,
  roles: rolesNow({ id, roles }, rightsOf(db)),
})

/** H4: the same workers, whoever is here before whoever is away. */
export function presentFirst(db: ReadableDb, workers: readonly StaffRow[]): readonly StaffRow[] {
  const away = awayNow(db)
  return away.size === 0 ? workers : workers.toSorted((a, b) => Number(away.has(a.id)) - Number(away.has(b.id)))
}

/**
 * B2: who is told of a possible danger, and C3: of a standard that has passed. The director, while nobody is named or whoever
 * is has gone away (H4); she herself where the director is away as well.
 */
export function holderOf(db: ReadableDb, role: 'supervisor' | 'workflow_owner'): StaffId {
  const workers = presentFirst(db, whoWorkHere(db))
  const named = role === 'supervisor' ? workers.find(({ roles }) => roles.includes('supervisor'))?.id : decides(role, rightsOf(db))
  const first = workers.find(({ roles }) => roles.includes('director')) ?? workers[0]
  if (!first) throw new Error('nobody works here')
  const away = awayNow(db)
  return named && (!away.has(named) || away.has(first.id)) ? named : first.id
}

/** K2: directors who work here and have a passphrase of their own. One whose five words nobody has used yet may never come. */
export const directorsWithKeys = (db: ReadableDb): readonly StaffId[] =>
  whoWorkHere(db)
    .filter(({ roles, slotId, temporaryUntil }) => roles.includes('director') && slotId !== null && temporaryUntil === null)
    .map(({ id }) => id)

const tasks = oncePerBook((db) =>
  db
    .select({ owner: task.owner, handoffId: task.handoffId, n: count() })
    .from(task)
    .where(eq(task.open, 1))
    .groupBy(task.owner, task.handoffId)
    .prepare(),
)
/** Open next actions, counted by owner and record. */
export const openTasksByOwner = (db: ReadableDb): readonly { readonly owner: StaffId; readonly handoffId: string; readonly n: number }[] =>
  tasks(db).all()

const drafts = oncePerBook((db) => db.select({ id: draft.staffId, n: count() }).from(draft).groupBy(draft.staffId).prepare())
/** S3: how many drafts of each worker lie in the book. */
export const draftsByWorker = (db: ReadableDb): ReadonlyMap<StaffId, number> =>
  new Map(
    drafts(db)
      .all()
      .map(({ id, n }) => [id, n]),
  )

const bySlot = oncePerBook((db) =>
  db
    .select()
    .from(staff)
    .where(and(eq(staff.slotId, sql.placeholder('slotId')), isNull(staff.leftAt)))
    .prepare(),
)
/** Whose passphrase it was, if she works here. */
export const staffBySlot = (db: ReadableDb, slotId: string): StaffRow | null => (bySlot(db).get({ slotId }) as StaffRow | undefined) ?? null

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
export function giveTemporary(db: WritableDb, id: StaffId, slotId: string, temporaryUntil: number): void {
  db.update(staff).set({ slotId, temporaryUntil, temporaryUsed: false, pinHash: null }).where(eq(staff.id, id)).run()
}

/** H4, K4: she works here no longer. The database refuses while anything open is hers. Unfinished drafts, which nobody else may read (S3), go. */
export function markLeft(db: WritableDb, id: StaffId, now: number): void {
  db.delete(draft).where(eq(draft.staffId, id)).run()
  db.update(staff)
    .set({ slotId: null, leftAt: now, temporaryUntil: null, temporaryUsed: false, pinHash: null })
    .where(eq(staff.id, id))
    .run()
}
