import { and, asc, desc, eq, inArray, isNull, or } from 'drizzle-orm'
import type { GoalId, HandoffId, PersonId, StaffId, StayId } from '#shared/domain/core/ids'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { listPersonIds } from '../person/merges'
import { goal, handoff, person, stay } from '../schema'
import { excludePeople } from '../access/visibility'

/** A stay as it is stored. */
export type StayRow = typeof stay.$inferSelect
/** A goal as it is stored, with the number of the handoff that began from it. */
export type GoalRow = typeof goal.$inferSelect & { readonly number: number | null }

/** Finds a stay by its id. */
export const findStay = (db: ReadableDb, id: StayId): StayRow | null => db.select().from(stay).where(eq(stay.id, id)).get() ?? null

/** Lists the person's stays, newest first, from all merged records of the person. */
export const listStays = (db: ReadableDb, personId: PersonId): readonly StayRow[] =>
  db
    .select()
    .from(stay)
    .where(inArray(stay.personId, [...listPersonIds(db, personId)]))
    .orderBy(desc(stay.intakeAt))
    .all()

const personColumns = { alias: person.alias, initials: person.initials, mergedInto: person.mergedInto }

/** Lists everyone who stays at the shelter now, longest first, without people who do not exist for the reader (I3). */
export const listCurrentStays = (db: ReadableDb, hidden: ReadonlySet<PersonId>) =>
  db
    .select({ stay, ...personColumns })
    .from(stay)
    .innerJoin(person, eq(person.id, stay.personId))
    .where(and(isNull(stay.endedAt), excludePeople(stay.personId, hidden)))
    .orderBy(asc(stay.intakeAt))
    .all()

/** Lists the people who have left, want contact and have a date for it, soonest first (A3). */
export const listContactsAfterStay = (db: ReadableDb, hidden: ReadonlySet<PersonId>) =>
  db
    .select({ stay, ...personColumns })
    .from(stay)
    .innerJoin(person, eq(person.id, stay.personId))
    .where(and(eq(stay.wantsContact, true), excludePeople(stay.personId, hidden)))
    .orderBy(asc(stay.nextContactAt))
    .all()

/** Adds a stay. */
export const addStay = (db: WritableDb, row: Pick<StayRow, 'id' | 'personId' | 'intakeAt' | 'worker' | 'writtenBy'>): void =>
  void db.insert(stay).values(row).run()

/** Updates a stay. */
export const updateStay = (db: WritableDb, id: StayId, change: Partial<Omit<StayRow, 'id'>>): void =>
  void db.update(stay).set(change).where(eq(stay.id, id)).run()

/** Lists the running stays and the contacts after a stay that are assigned to a worker (H4). */
export const listStaysAssignedTo = (db: ReadableDb, worker: StaffId): readonly StayRow[] =>
  db
    .select()
    .from(stay)
    .where(and(eq(stay.worker, worker), or(isNull(stay.endedAt), eq(stay.wantsContact, true))))
    .all()

/** Lists the goals of a stay. */
export const listGoals = (db: ReadableDb, stayId: StayId): readonly GoalRow[] =>
  db
    .select({ goal, number: handoff.number })
    .from(goal)
    .leftJoin(handoff, eq(handoff.id, goal.handoffId))
    .where(eq(goal.stayId, stayId))
    .orderBy(asc(goal.setAt), asc(goal.id))
    .all()
    .map((row) => ({ ...row.goal, number: row.number }))

/** Finds a goal by its id. */
export const findGoal = (db: ReadableDb, id: GoalId): typeof goal.$inferSelect | null =>
  db.select().from(goal).where(eq(goal.id, id)).get() ?? null

/** Adds a goal. */
export const addGoal = (db: WritableDb, row: Pick<GoalRow, 'id' | 'stayId' | 'words' | 'help' | 'need' | 'setAt' | 'setBy'>): void =>
  void db.insert(goal).values(row).run()

/** Updates a goal. */
export const updateGoal = (
  db: WritableDb,
  id: GoalId,
  change: Partial<Pick<GoalRow, 'words' | 'help' | 'need' | 'doneAt' | 'letGo' | 'letGoAt'>> & { readonly handoffId?: HandoffId },
): void => void db.update(goal).set(change).where(eq(goal.id, id)).run()
