import { and, asc, count, eq, gte, isNotNull, isNull, lt, lte, ne, notInArray, or, sql } from 'drizzle-orm'
import { SEED_BOUNCE_REASONS } from '#shared/domain/bounce'
import type { StaffId } from '#shared/domain/ids'
import { shiftEnd } from '#shared/domain/moment'
import { DEFAULT_POLICY, type Policy } from '#shared/domain/policy'
import { BEFORE_CONTACT } from '#shared/domain/standing'
import type { Records } from '../usecases/records'
import type { ReadableDb } from './database'
import { oncePerBook } from './once'
import { bounceReason, clockMark, handoff, office, staff } from './schema'

export interface OfficeRow {
  readonly shelter: string
  readonly zone: string
  readonly policy: Policy
  readonly policeNumber: string
  readonly supervisorName: string
  readonly supervisorPhone: string
}

/** The office's one row. Throws in a book that was never founded, which cannot be opened either. */
const theOffice = oncePerBook((db) => db.select().from(office).prepare())
export function officeRow(db: ReadableDb): OfficeRow {
  const row = theOffice(db).get()
  if (!row) throw new Error('the book has no office')
  return row
}

const shift = oncePerBook(() => ({ said: '', from: 0, until: 0 }))
/** The end of the running shift (UTC ms); worked out once a shift, because the wall clock's arithmetic is dear. */
export function shiftEndsAt(db: ReadableDb, now: number): number {
  const { policy, zone } = officeRow(db)
  const said = `${zone} ${policy.shiftStarts.join(' ')}`
  const known = shift(db)
  if (known.said !== said || now < known.from || now >= known.until)
    Object.assign(known, { said, from: now, until: shiftEnd(now, policy.shiftStarts, zone) })
  return known.until
}

const everybody = oncePerBook((db) => db.select({ id: staff.id, roles: staff.roles }).from(staff).orderBy(asc(staff.addedAt)).prepare())

/** B2: who is told of a possible danger, and C3: of a standard that has passed. The director, until part 2 names them. */
const directorOf = (db: ReadableDb): StaffId => {
  const all = everybody(db).all()
  const first = all.find((one) => one.roles.includes('director')) ?? all[0]
  if (!first) throw new Error('the book has no staff')
  return first.id
}
export const holderOf = (db: ReadableDb, role: 'supervisor' | 'workflow_owner'): StaffId =>
  everybody(db)
    .all()
    .find((one) => one.roles.includes(role))?.id ?? directorOf(db)

export const records: Records = {
  found(db, setUp, director, now) {
    db.insert(office)
      .values({
        id: 1,
        shelter: setUp.shelter,
        zone: setUp.zone,
        policeNumber: setUp.policy.policeNumber,
        supervisorName: setUp.policy.supervisorName,
        supervisorPhone: setUp.policy.supervisorPhone,
        policy: {
          ...DEFAULT_POLICY,
          standardHours: setUp.policy.standardHours,
          shiftStarts: [...new Set(setUp.policy.shiftStarts)].sort(),
        },
        foundedAt: now,
      })
      .run()
    db.insert(staff)
      .values({ id: director.id, name: setUp.director, roles: ['director'], slotId: director.slotId, addedAt: now })
      .run()
    db.insert(clockMark).values({ id: 1, lastSeen: now }).run()
    db.insert(bounceReason)
      .values(SEED_BOUNCE_REASONS.map((reason, position) => ({ ...reason, position })))
      .run()
  },
  addWorker(db, worker, now) {
    if (db.select({ id: staff.id }).from(staff).where(eq(staff.name, worker.name)).get()) return false
    db.insert(staff)
      .values({ ...worker, addedAt: now })
      .run()
    return true
  },
  settings(db) {
    const row = officeRow(db)
    return {
      shelter: row.shelter,
      zone: row.zone,
      policeNumber: row.policeNumber,
      supervisor: { name: row.supervisorName, phone: row.supervisorPhone },
    }
  },
  tiles(db) {
    return db
      .select()
      .from(staff)
      .where(isNotNull(staff.slotId))
      .orderBy(asc(staff.name))
      .all()
      .map(({ id, name, roles }) => ({ id, name, roles: [...roles] }))
  },
  workerBySlot(db, slotId) {
    return db.select({ id: staff.id, name: staff.name, roles: staff.roles }).from(staff).where(eq(staff.slotId, slotId)).get() ?? null
  },
  slotOf(db, id) {
    return db.select({ slotId: staff.slotId }).from(staff).where(eq(staff.id, id)).get()?.slotId ?? null
  },
  waiting(db, now) {
    const shiftEnds = shiftEndsAt(db, now)
    // C2: a source that is only measured raises no alarm while the contact clock runs.
    const loud = or(ne(handoff.standardMode, 'measured'), notInArray(sql`json_extract(${handoff.state}, '$.kind')`, [...BEFORE_CONTACT]))
    const alarmed = and(isNull(handoff.endedAt), isNotNull(handoff.clockAt), loud)
    return {
      overdue:
        db
          .select({ n: count() })
          .from(handoff)
          .where(and(alarmed, lt(handoff.clockAt, now)))
          .get()?.n ?? 0,
      dueThisShift:
        db
          .select({ n: count() })
          .from(handoff)
          .where(and(alarmed, gte(handoff.clockAt, now), lte(handoff.clockAt, shiftEnds)))
          .get()?.n ?? 0,
      shiftEndsAt: shiftEnds,
    }
  },
  lastSeen(db) {
    return db.select({ lastSeen: clockMark.lastSeen }).from(clockMark).get()?.lastSeen ?? null
  },
  mark(db, now, drifted) {
    db.update(clockMark)
      .set({ lastSeen: sql`max(${clockMark.lastSeen}, ${now})`, ...(drifted ? { driftFlagged: true } : {}) })
      .run()
  },
}
