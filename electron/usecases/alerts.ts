import { and, asc, desc, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm'
import type { z } from 'zod'
import type { desk } from '#shared/contract/desk'
import { escalationAt, nextAlert, type AlertLevel } from '#shared/domain/alerts'
import { apply } from '#shared/domain/apply'
import { decide } from '#shared/domain/decide'
import type { HandoffEvent } from '#shared/domain/handoff-event'
import type { HandoffId, PersonId } from '#shared/domain/ids'
import { nextRiskAlert } from '#shared/domain/deadline-risk'
import { hasLapsed } from '#shared/domain/lapse'
import { ok } from '#shared/domain/outcome'
import { contactDueAt } from '#shared/domain/standing'
import { notices } from '#shared/messages/en/notices'
import { fill } from '#shared/messages/fill'
import type { ReadableDb, WritableDb } from '../storage/database'
import { loadHandoff, saveHandoff } from '../storage/handoffs'
import { policyUnder } from '../storage/policies'
import { alert, handoff as handoffTable } from '../storage/schema'
import { holderFor, without } from '../storage/sight'
import type { UseCases } from './context'
import type { Alerts } from './records'
import { situationOf } from './situation'

type Calls = typeof desk

/** The soonest moment at which any handoff alerts, a date of it is near, or it passes its standard; null when none will. */
export const nextAlertAt: Alerts['nextAlertAt'] = (db) =>
  db
    .select({ at: handoffTable.wakeAt })
    .from(handoffTable)
    .where(isNotNull(handoffTable.wakeAt))
    .orderBy(asc(handoffTable.wakeAt))
    .limit(1)
    .get()?.at ?? null

/** C3: one alert per handoff, however many moments passed unseen; the workflow owner is told at the due time. */
export const fireAlerts: Alerts['fireAlerts'] = ({ db, now, zone }) => {
  const due = db
    .select({ id: handoffTable.id })
    .from(handoffTable)
    .where(and(isNotNull(handoffTable.wakeAt), lte(handoffTable.wakeAt, now)))
    .orderBy(asc(handoffTable.wakeAt))
    .all()
  const levels = due.map(({ id }) => fire(db, id, now, zone)).filter((level) => level !== null)
  const contacts = levels.filter((level) => level !== 'date').length
  // P6: what is due, never whose; several at once make one line.
  const several = contacts === levels.length ? notices.contacts : contacts === 0 ? notices.dates : notices.records
  const texts = levels.length > 1 ? [fill(several, { count: levels.length })] : levels.map((level) => notices.alert[level])
  return { count: due.length, texts }
}

function fire(db: WritableDb, id: HandoffId, now: number, zone: string): AlertLevel | null {
  const before = loadHandoff(db, id)
  const row = db
    .select({ alertedAt: handoffTable.alertedAt, actedAt: handoffTable.actedAt, riskAlertedAt: handoffTable.riskAlertedAt })
    .from(handoffTable)
    .where(eq(handoffTable.id, id))
    .get()
  if (!before || !row) return null
  const owner = holderFor(db, 'workflow_owner', before.personId)
  const policy = policyUnder(db, before.standard)
  const situation = situationOf({ db, now, zone, by: owner }, before.personId, before.source, policy)
  const escalation = escalationAt(before)
  const passed = escalation !== null && escalation <= now
  const told = passed ? eventsOf(decide(before, { kind: 'pass_due', told: owner }, situation)) : []
  const overdue = told.reduce(apply, before)
  const later = eventsOf(decide(overdue, { kind: 'tell_supervisor' }, situation))
  const looked = later.reduce(apply, overdue)
  const again = hasLapsed(looked, situation) ? eventsOf(decide(looked, { kind: 'look_again' }, situation)) : []
  const after = again.reduce(apply, looked)
  const next = nextAlert({ handoff: after, plan: situation.plan?.plan ?? null, policy: situation.policy, zone, now, ...row })
  const alerts = next !== null && next.at <= now
  // Workflow owner and supervisor are told whatever her hours; outside them it is a line for whoever looks, not a sound.
  if (alerts || passed || later.length > 0) {
    const dueAt = alerts ? next.dueAt : contactDueAt(before)
    db.insert(alert)
      .values({ handoffId: id, level: levelNow(dueAt, now), at: now, dueAt })
      .run()
  }
  const near = nextRiskAlert({ handoff: after, policy: situation.policy, zone, now, alertedAt: row.riskAlertedAt })
  const isNear = near !== null && near.at <= now
  if (isNear) db.insert(alert).values({ handoffId: id, level: near.level, at: now, dueAt: near.dueAt }).run()
  saveHandoff(db, { before, handoff: after, events: [...told, ...later, ...again], situation, alerted: alerts, riskAlerted: isNear })
  // One sound for each record: what is due for her goes before a date.
  return alerts ? levelNow(next.dueAt, now) : isNear ? near.level : null
}

const eventsOf = (decided: ReturnType<typeof decide>): readonly HandoffEvent[] => (decided.ok ? decided.value : [])

/** What it is by now, not what it was when the PC fell asleep. */
const levelNow = (dueAt: number, now: number): AlertLevel => (now < dueAt ? 'before' : now < dueAt + 3_600_000 ? 'due' : 'hourly')

const unseen = (db: ReadableDb, hidden: ReadonlySet<PersonId>): z.input<Calls['alert.list']['output']> =>
  db
    .select({ id: alert.id, handoffId: alert.handoffId, number: handoffTable.number, level: alert.level, at: alert.at, dueAt: alert.dueAt })
    .from(alert)
    .innerJoin(handoffTable, eq(handoffTable.id, alert.handoffId))
    .where(and(isNull(alert.seenAt), without(handoffTable.personId, hidden)))
    .orderBy(desc(alert.at), desc(alert.id))
    .limit(200)
    .all()

export const alertCalls: UseCases<Pick<Calls, 'alert.list' | 'alert.seen'>> = {
  /** The newest of each handoff, and of its dates; older ones of the same are said by it. */
  'alert.list': ({ db, hidden }) =>
    ok(
      [
        ...new Map(
          unseen(db, hidden)
            .reverse()
            .map((one) => [`${one.handoffId} ${one.level === 'date'}`, one]),
        ).values(),
      ].reverse(),
    ),
  'alert.seen': ({ db, now, me, hidden }, { ids }) => {
    const handoffs = db
      .selectDistinct({ id: alert.handoffId })
      .from(alert)
      .innerJoin(handoffTable, eq(handoffTable.id, alert.handoffId))
      .where(and(inArray(alert.id, ids), without(handoffTable.personId, hidden)))
      .all()
      .map(({ id }) => id)
    if (handoffs.length > 0)
      db.update(alert)
        .set({ seenAt: now, seenBy: me.id })
        .where(and(inArray(alert.handoffId, handoffs), isNull(alert.seenAt)))
        .run()
    return ok({ done: true })
  },
}
