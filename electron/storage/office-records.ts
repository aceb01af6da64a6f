import { and, asc, count, gt, gte, isNotNull, isNull, lt, lte, ne, notInArray, or, sql, type SQL } from 'drizzle-orm'
import { SEED_BOUNCE_REASONS } from '#shared/domain/bounce'
import type { PersonId } from '#shared/domain/ids'
import { shiftEnd } from '#shared/domain/moment'
import { firstPolicy } from '#shared/domain/policy'
import { BEFORE_CONTACT } from '#shared/domain/standing'
import type { Records, Waiting } from '../usecases/records'
import { lastCheck } from './audit'
import type { ReadableDb } from './database'
import { runningMeetings, touchedAt } from './meetings'
import { oncePerBook } from './once'
import { addPolicy, policyAt } from './policies'
import { bounceReason, breakGlass, clockMark, handoff, office, staff } from './schema'
import { signInRecords } from './sign-in'

export { holderOf } from './staff'

export interface OfficeRow {
  readonly shelter: string
  readonly zone: string
  readonly policeNumber: string
  readonly supervisorName: string
  readonly supervisorPhone: string
  readonly idleMinutes: number
  readonly sealMinutes: number
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
  const { zone } = officeRow(db)
  const { shiftStarts } = policyAt(db, now)
  const said = `${zone} ${shiftStarts.join(' ')}`
  const known = shift(db)
  if (known.said !== said || now < known.from || now >= known.until)
    Object.assign(known, { said, from: now, until: shiftEnd(now, shiftStarts, zone) })
  return known.until
}

/** C2: a source that is only measured raises no alarm while the contact clock runs. */
const loud = or(ne(handoff.standardMode, 'measured'), notInArray(sql`json_extract(${handoff.state}, '$.kind')`, [...BEFORE_CONTACT]))
const alarmed = and(isNull(handoff.endedAt), isNotNull(handoff.clockAt), loud)

/** L5: what is overdue and what comes before the shift ends, counted; people who do not exist for whoever asks are not (I3). */
function waiting(db: ReadableDb, now: number, hidden: ReadonlySet<PersonId>): Waiting {
  const shiftEnds = shiftEndsAt(db, now)
  const counted = hidden.size === 0 ? alarmed : and(alarmed, notInArray(handoff.personId, [...hidden]))
  const countOf = (when: SQL | undefined): number => db.select({ n: count() }).from(handoff).where(and(counted, when)).get()?.n ?? 0
  return {
    overdue: countOf(lt(handoff.clockAt, now)),
    dueThisShift: countOf(and(gte(handoff.clockAt, now), lte(handoff.clockAt, shiftEnds))),
    shiftEndsAt: shiftEnds,
  }
}

// More than a sealed weekend could need; the list is made anew at each change.
const MOMENTS = 500

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
        foundedAt: now,
      })
      .run()
    addPolicy(db, firstPolicy(setUp.policy.standardHours, setUp.policy.shiftStarts), { from: now, setAt: now, setBy: null })
    db.insert(staff)
      .values({ id: director.id, name: setUp.director, roles: ['director'], slotId: director.slotId, addedAt: now })
      .run()
    db.insert(clockMark).values({ id: 1, lastSeen: now }).run()
    db.insert(bounceReason)
      .values(SEED_BOUNCE_REASONS.map((reason, position) => ({ ...reason, position })))
      .run()
  },
  settings(db) {
    const row = officeRow(db)
    return {
      shelter: row.shelter,
      zone: row.zone,
      policeNumber: row.policeNumber,
      supervisor: { name: row.supervisorName, phone: row.supervisorPhone },
      idleMinutes: row.idleMinutes,
      sealMinutes: row.sealMinutes,
    }
  },
  ...signInRecords,
  bookWhole(db) {
    return (lastCheck(db)?.found.length ?? 0) === 0
  },
  waiting,
  dueMoments(db) {
    const wakes = db
      .select({ at: handoff.wakeAt })
      .from(handoff)
      .where(isNotNull(handoff.wakeAt))
      .orderBy(asc(handoff.wakeAt))
      .limit(MOMENTS)
      .all()
    const dues = db.select({ at: handoff.clockAt }).from(handoff).where(alarmed).orderBy(asc(handoff.clockAt)).limit(MOMENTS).all()
    return { wakes: wakes.flatMap(({ at }) => at ?? []), dues: dues.flatMap(({ at }) => at ?? []) }
  },
  runningCalls(db) {
    return runningMeetings(db).map(({ id, participants }) => ({
      touchedAt: touchedAt(db, id),
      onHoldSince: participants.filter(({ presence }) => presence === 'hold').map(({ since }) => since),
    }))
  },
  lastSeen(db) {
    return db.select({ lastSeen: clockMark.lastSeen }).from(clockMark).get()?.lastSeen ?? null
  },
  mark(db, now, drifted) {
    db.update(clockMark)
      .set({ lastSeen: sql`max(${clockMark.lastSeen}, ${now})`, ...(drifted ? { driftFlagged: true } : {}) })
      .run()
  },
  resetMark(db, now) {
    // The trigger lets the mark fall only together with this count (T3).
    db.update(clockMark)
      .set({ lastSeen: now, driftFlagged: false, resets: sql`${clockMark.resets} + 1` })
      .run()
    // C3: what was told or done at a time that has not come yet must not silence a deadline; each record is looked at again.
    db.update(handoff)
      .set({ alertedAt: sql`min(${handoff.alertedAt}, ${now})`, actedAt: sql`min(${handoff.actedAt}, ${now})`, wakeAt: now })
      .where(isNull(handoff.endedAt))
      .run()
    // Section 13: a glass that was broken then has no hour left, now or when that time comes.
    db.update(breakGlass).set({ until: now }).where(gt(breakGlass.at, now)).run()
  },
}
