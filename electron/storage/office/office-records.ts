import { and, asc, count, gt, gte, isNotNull, isNull, lt, lte, ne, notInArray, or, sql, type SQL } from 'drizzle-orm'
import { SEED_BOUNCE_REASONS } from '#shared/domain/handoff/bounce'
import type { PersonId } from '#shared/domain/core/ids'
import { findShiftEnd } from '#shared/domain/core/moment'
import { createFirstPolicy } from '#shared/domain/policy/policy'
import { STATES_BEFORE_CONTACT } from '#shared/domain/handoff/state'
import type { OfficeRecords, WaitingCounts } from './office-records-interface'
import { loadLastCheck } from '../audit/audit-log'
import type { ReadableDb } from '../core/db-types'
import { listRunningMeetings, getLastActivity } from '../meeting/meetings'
import { oncePerDatabase } from '../core/once-per-database'
import { addPolicyVersion, loadPolicyAt } from '../policy/policies'
import { bounceReason, breakGlass, clockMark, handoff, office, staff } from '../schema'
import { signInRecords } from '../staff/sign-in'

export { findHolder } from '../staff/staff'

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
const officeQuery = oncePerDatabase((db) => db.select().from(office).prepare())
export function loadOffice(db: ReadableDb): OfficeRow {
  const row = officeQuery(db).get()
  if (!row) throw new Error('the book has no office')
  return row
}

const shiftCache = oncePerDatabase(() => ({ said: '', from: 0, until: 0 }))
/** The end of the running shift (UTC ms); worked out once a shift, because the wall clock's arithmetic is dear. */
export function shiftEndsAt(db: ReadableDb, now: number): number {
  const { zone } = loadOffice(db)
  const { shiftStarts } = loadPolicyAt(db, now)
  const said = `${zone} ${shiftStarts.join(' ')}`
  const cached = shiftCache(db)
  if (cached.said !== said || now < cached.from || now >= cached.until)
    Object.assign(cached, { said, from: now, until: findShiftEnd(now, shiftStarts, zone) })
  return cached.until
}

/** C2: a source that is only measured raises no alarm while the contact clock runs. */
const raisesAlarm = or(
  ne(handoff.standardMode, 'measured'),
  notInArray(sql`json_extract(${handoff.state}, '$.kind')`, [...STATES_BEFORE_CONTACT]),
)
const isAlarmed = and(isNull(handoff.endedAt), isNotNull(handoff.clockAt), raisesAlarm)

/** L5: what is overdue and what comes before the shift ends, counted; people who do not exist for whoever asks are not (I3). */
function waiting(db: ReadableDb, now: number, hidden: ReadonlySet<PersonId>): WaitingCounts {
  const shiftEnds = shiftEndsAt(db, now)
  const isCounted = hidden.size === 0 ? isAlarmed : and(isAlarmed, notInArray(handoff.personId, [...hidden]))
  const countWhere = (when: SQL | undefined): number => db.select({ n: count() }).from(handoff).where(and(isCounted, when)).get()?.n ?? 0
  return {
    overdue: countWhere(lt(handoff.clockAt, now)),
    dueThisShift: countWhere(and(gte(handoff.clockAt, now), lte(handoff.clockAt, shiftEnds))),
    shiftEndsAt: shiftEnds,
  }
}

// More than a sealed weekend could need; the list is made anew at each change.
const MAX_MOMENTS = 500

export const officeRecords: OfficeRecords = {
  writeInitialRecords(db, setUp, director, now) {
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
    addPolicyVersion(db, createFirstPolicy(setUp.policy.standardHours, setUp.policy.shiftStarts), { from: now, setAt: now, setBy: null })
    db.insert(staff)
      .values({ id: director.id, name: setUp.director, roles: ['director'], slotId: director.slotId, addedAt: now })
      .run()
    db.insert(clockMark).values({ id: 1, lastSeen: now }).run()
    db.insert(bounceReason)
      .values(SEED_BOUNCE_REASONS.map((reason, position) => ({ ...reason, position })))
      .run()
  },
  loadSettings(db) {
    const row = loadOffice(db)
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
  isDatabaseIntact(db) {
    return (loadLastCheck(db)?.found.length ?? 0) === 0
  },
  countWaiting: waiting,
  loadReminderTimes(db) {
    const wakes = db
      .select({ at: handoff.wakeAt })
      .from(handoff)
      .where(isNotNull(handoff.wakeAt))
      .orderBy(asc(handoff.wakeAt))
      .limit(MAX_MOMENTS)
      .all()
    const dues = db.select({ at: handoff.clockAt }).from(handoff).where(isAlarmed).orderBy(asc(handoff.clockAt)).limit(MAX_MOMENTS).all()
    return { wakes: wakes.flatMap(({ at }) => at ?? []), dues: dues.flatMap(({ at }) => at ?? []) }
  },
  listRunningMeetings(db) {
    return listRunningMeetings(db).map(({ id, participants }) => ({
      touchedAt: getLastActivity(db, id),
      onHoldSince: participants.filter(({ presence }) => presence === 'hold').map(({ since }) => since),
    }))
  },
  readHighWaterMark(db) {
    return db.select({ lastSeen: clockMark.lastSeen }).from(clockMark).get()?.lastSeen ?? null
  },
  raiseHighWaterMark(db, now, drifted) {
    db.update(clockMark)
      .set({ lastSeen: sql`max(${clockMark.lastSeen}, ${now})`, ...(drifted ? { driftFlagged: true } : {}) })
      .run()
  },
  resetHighWaterMark(db, now) {
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
