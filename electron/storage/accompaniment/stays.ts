import { and, asc, desc, eq, inArray, isNull, or } from 'drizzle-orm'
import type { GoalId, HandoffId, PersonId, StaffId, StayId } from '#shared/domain/core/ids'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { listPersonIds } from '../person/merges'
import { goal, handoff, person, stay } from '../schema'
import { excludePeople } from '../access/visibility'

export type StayRow = typeof stay.$inferSelect
export type GoalRow = typeof goal.$inferSelect & { readonly number: number | null }

export const findStay = (db: ReadableDb, id: StayId): StayRow | null => db.select().from(stay).where(eq(stay.id, id)).get() ?? null

/** Her stays, the last one first, under whichever of her records they were written down. */
export const listStays = (db: ReadableDb, personId: PersonId): readonly StayRow[] =>
  db
    .select()
    .from(stay)
    .where(inArray(stay.personId, [...listPersonIds(db, personId)]))
    .orderBy(desc(stay.intakeAt))
    .all()

const personColumns = { alias: person.alias, initials: person.initials, mergedInto: person.mergedInto }

/** Everybody who stays here now, the longest first, without those who do not exist for whoever asks (I3). */
export const listCurrentStays = (db: ReadableDb, hidden: ReadonlySet<PersonId>) =>
  db
    .select({ stay, ...personColumns })
    .from(stay)
    .innerJoin(person, eq(person.id, stay.personId))
    .where(and(isNull(stay.endedAt), excludePeople(stay.personId, hidden)))
    .orderBy(asc(stay.intakeAt))
    .all()

/** A3: who has left, wants to hear from us and has a day for it, the soonest first. */
export const listContactsAfterStay = (db: ReadableDb, hidden: ReadonlySet<PersonId>) =>
  db
    .select({ stay, ...personColumns })
    .from(stay)
    .innerJoin(person, eq(person.id, stay.personId))
    .where(and(eq(stay.wantsContact, true), excludePeople(stay.personId, hidden)))
    .orderBy(asc(stay.nextContactAt))
    .all()

export const addStay = (db: WritableDb, row: Pick<StayRow, 'id' | 'personId' | 'intakeAt' | 'worker' | 'writtenBy'>): void =>
  void db.insert(stay).values(row).run()

export const updateStay = (db: WritableDb, id: StayId, change: Partial<Omit<StayRow, 'id'>>): void =>
  void db.update(stay).set(change).where(eq(stay.id, id)).run()

/** H4: stays that are running, and contacts afterwards, that are somebody's to see to. */
export const listStaysAssignedTo = (db: ReadableDb, worker: StaffId): readonly StayRow[] =>
  db
    .select()
    .from(stay)
    .where(and(eq(stay.worker, worker), or(isNull(stay.endedAt), eq(stay.wantsContact, true))))
    .all()

export const listGoals = (db: ReadableDb, stayId: StayId): readonly GoalRow[] =>
  db
    .select({ goal, number: handoff.number })
    .from(goal)
    .leftJoin(handoff, eq(handoff.id, goal.handoffId))
    .where(eq(goal.stayId, stayId))
    .orderBy(asc(goal.setAt), asc(goal.id))
    .all()
    .map((row) => ({ ...row.goal, number: row.number }))

export const findGoal = (db: ReadableDb, id: GoalId): typeof goal.$inferSelect | null =>
  db.select().from(goal).where(eq(goal.id, id)).get() ?? null

export const addGoal = (db: WritableDb, row: Pick<GoalRow, 'id' | 'stayId' | 'words' | 'help' | 'need' | 'setAt' | 'setBy'>): void =>
  void db.insert(goal).values(row).run()

export const updateGoal = (
  db: WritableDb,
  id: GoalId,
  change: Partial<Pick<GoalRow, 'words' | 'help' | 'need' | 'doneAt' | 'letGo' | 'letGoAt'>> & { readonly handoffId?: HandoffId },
): void => void db.update(goal).set(change).where(eq(goal.id, id)).run()
