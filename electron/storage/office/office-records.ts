import { and, asc, count, gt, gte, isNotNull, isNull, lt, lte, ne, notInArray, or, sql, type SQL } from 'drizzle-orm'
import { SEED_BOUNCE_REASONS } from '#shared/domain/handoff/bounce'
import type { PersonId } from '#shared/domain/core/ids'
import { findShiftEnd } from '#shared/domain/core/moment'
import { createFirstPolicy } from '#shared/domain/policy/policy'
import type { OfficeRecords, WaitingCounts } from './office-records-interface'
import { STATES_BY_QUESTION } from '#shared/domain/handoff/state-questions'
import { loadLastCheck } from '../audit/audit-log'
import type { ReadableDb } from '../core/db-types'
import { listRunningMeetings, getLastActivity } from '../meeting/meetings'
import { oncePerDatabase } from '../core/once-per-database'
import { addPolicyVersion, loadPolicyAt } from '../policy/policies'
import { bounceReason, breakGlass, clockMark, handoff, office, staff } from '../schema'
import { signInRecords } from '../staff/sign-in'

/** The office's settings as they are stored. */
export interface OfficeRow {
  readonly shelter: string
  readonly zone: string
  readonly policeNumber: string
  readonly supervisorName: string
  readonly supervisorPhone: string
  readonly idleMinutes: number
  readonly sealMinutes: number
}

/** Selects the office's only row. Throws in a database that was never set up, which cannot be opened either. */
const officeQuery = oncePerDatabase((db) => db.select().from(office).prepare())
/** Loads the office's settings. */
export function loadOffice(db: ReadableDb): OfficeRow {
  const row = officeQuery(db).get()
  if (!row) throw new Error('the book has no office')
  return row
}

const shiftCache = oncePerDatabase(() => ({ said: '', from: 0, until: 0 }))
/** Returns the end of the running shift (UTC ms). It is computed once a shift, because wall-clock arithmetic is slow. */
export function getShiftEnd(db: ReadableDb, now: number): number {
  const { zone } = loadOffice(db)
  const { shiftStarts } = loadPolicyAt(db, now)
  const said = `${zone} ${shiftStarts.join(' ')}`
  const cached = shiftCache(db)
  if (cached.said !== said || now < cached.from || now >= cached.until)
    Object.assign(cached, { said, from: now, until: findShiftEnd(now, shiftStarts, zone) })
  return cached.until
}

/** A source that is only measured raises no alarm while the contact clock runs (C2). */
const raisesAlarm = or(
  ne(handoff.standardMode, 'measured'),
  notInArray(sql`json_extract(${handoff.state}, '$.kind')`, [...STATES_BY_QUESTION.contact_clock_runs]),
)
const isAlarmed = and(isNull(handoff.endedAt), isNotNull(handoff.clockAt), raisesAlarm)

/** Counts what is overdue and what is due before the shift ends, without people who do not exist for the reader (I3, L5). */
function countWaiting(db: ReadableDb, now: number, hidden: ReadonlySet<PersonId>): WaitingCounts {
  const shiftEnds = getShiftEnd(db, now)
  const isCounted = hidden.size === 0 ? isAlarmed : and(isAlarmed, notInArray(handoff.personId, [...hidden]))
  const countWhere = (when: SQL | undefined): number => db.select({ n: count() }).from(handoff).where(and(isCounted, when)).get()?.n ?? 0
  return {
    overdue: countWhere(lt(handoff.clockAt, now)),
    dueThisShift: countWhere(and(gte(handoff.clockAt, now), lte(handoff.clockAt, shiftEnds))),
    shiftEndsAt: shiftEnds,
  }
}

// More than a locked weekend could need. The list is rebuilt at each change.
const MAX_MOMENTS = 500

/** Reads and writes the office's own records. */
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
  countWaiting,
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
      onHoldSince: participants
        .filter(({ presence }) => presence === 'hold')
        .map(({ since, sinceSteady }) => ({ at: since, steady: sinceSteady ?? null })),
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
    // The trigger allows the high-water mark to fall only together with this count (T3).
    db.update(clockMark)
      .set({ lastSeen: now, driftFlagged: false, resets: sql`${clockMark.resets} + 1` })
      .run()
    // An alert or act recorded at a time that has not come yet must not silence a deadline, so each record is examined again (C3).
    db.update(handoff)
      .set({ alertedAt: sql`min(${handoff.alertedAt}, ${now})`, actedAt: sql`min(${handoff.actedAt}, ${now})`, wakeAt: now })
      .where(isNull(handoff.endedAt))
      .run()
    // A break-glass that was recorded at a future time loses its remaining time, now and when that time comes (section 13).
    db.update(breakGlass).set({ until: now }).where(gt(breakGlass.at, now)).run()
  },
}
