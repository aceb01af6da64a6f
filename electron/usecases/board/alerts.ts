import { and, asc, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm'
import type { alerts } from '#shared/contract/handoff/alert'
import { getEscalationAt, findNextAlert, type AlertLevel } from '#shared/domain/handoff/alerts'
import { orderByUrgency } from '#shared/domain/handoff/alert-order'
import { apply } from '#shared/domain/handoff/apply'
import { decide } from '#shared/domain/handoff/decide/decide'
import type { HandoffEvent } from '#shared/domain/handoff/event'
import type { HandoffId, PersonId } from '#shared/domain/core/ids'
import { findNextRiskAlert } from '#shared/domain/handoff/deadline-risk'
import { hasExpiredTasks } from '#shared/domain/handoff/expiry'
import { ok } from '#shared/domain/core/outcome'
import { getContactDueAt } from '#shared/domain/handoff/state'
import { HOUR } from '#shared/domain/core/moment'
import { notices } from '#shared/messages/en/board/notices'
import { fill } from '#shared/messages/fill'
import type { ReadableDb, WritableDb } from '../../storage/core/db-types'
import { loadHandoff, saveHandoff } from '../../storage/handoff/handoffs'
import { loadPolicyForStandard } from '../../storage/policy/policies'
import { alert, handoff as handoffTable, task } from '../../storage/schema'
import { loadHolderForPerson, excludePeople } from '../../storage/access/visibility'
import type { UseCases } from '../../session/call-context'
import type { AlertSource } from '../../session/alert-source'
import { loadSituation } from '../handoff/situation'

type AlertCalls = typeof alerts

/** Finds the soonest moment at which any handoff alerts, nears a deadline risk, or passes its standard. Returns null when there is none. */
export const findNextAlertAt: AlertSource['findNextAlertAt'] = (db) =>
  db
    .select({ at: handoffTable.wakeAt })
    .from(handoffTable)
    .where(isNotNull(handoffTable.wakeAt))
    .orderBy(asc(handoffTable.wakeAt))
    .limit(1)
    .get()?.at ?? null

/** C3: one alert per handoff, however many moments passed unseen; the workflow owner is told at the due time. */
export const raiseAlerts: AlertSource['raiseAlerts'] = ({ db, now, zone }) => {
  const due = db
    .select({ id: handoffTable.id })
    .from(handoffTable)
    .where(and(isNotNull(handoffTable.wakeAt), lte(handoffTable.wakeAt, now)))
    .orderBy(asc(handoffTable.wakeAt))
    .all()
  const levels = due.map(({ id }) => raiseAlert(db, id, now, zone)).filter((level) => level !== null)
  const contacts = levels.filter((level) => level !== 'date').length
  // P6: what is due, never whose; several at once make one line.
  const several = contacts === levels.length ? notices.contacts : contacts === 0 ? notices.dates : notices.records
  const texts = levels.length > 1 ? [fill(several, { count: levels.length })] : levels.map((level) => notices.alert[level])
  return { count: due.length, texts }
}

function raiseAlert(db: WritableDb, id: HandoffId, now: number, zone: string): AlertLevel | null {
  const before = loadHandoff(db, id)
  const row = db
    .select({ alertedAt: handoffTable.alertedAt, actedAt: handoffTable.actedAt, riskAlertedAt: handoffTable.riskAlertedAt })
    .from(handoffTable)
    .where(eq(handoffTable.id, id))
    .get()
  if (!before || !row) return null
  const owner = loadHolderForPerson(db, 'workflow_owner', before.personId)
  const policy = loadPolicyForStandard(db, before.standard)
  const situation = loadSituation({ db, now, zone, by: owner }, before.personId, before.source, policy)
  const escalation = getEscalationAt(before)
  const isOverdue = escalation !== null && escalation <= now
  const told = isOverdue ? acceptedEvents(decide(before, { kind: 'pass_due', told: owner }, situation)) : []
  const overdue = told.reduce(apply, before)
  const supervisorEvents = acceptedEvents(decide(overdue, { kind: 'tell_supervisor' }, situation))
  const informed = supervisorEvents.reduce(apply, overdue)
  const replanEvents = hasExpiredTasks(informed, situation) ? acceptedEvents(decide(informed, { kind: 'look_again' }, situation)) : []
  const after = replanEvents.reduce(apply, informed)
  const next = findNextAlert({ handoff: after, plan: situation.plan?.plan ?? null, policy: situation.policy, zone, now, ...row })
  const alerts = next !== null && next.at <= now
  // Workflow owner and supervisor are notified whatever the person's safe hours. Outside them it is a line on the board, not a sound.
  if (alerts || isOverdue || supervisorEvents.length > 0) {
    const dueAt = alerts ? next.dueAt : getContactDueAt(before)
    db.insert(alert)
      .values({ handoffId: id, level: currentLevel(dueAt, now), at: now, dueAt })
      .run()
  }
  const riskAlert = findNextRiskAlert({ handoff: after, policy: situation.policy, zone, now, alertedAt: row.riskAlertedAt })
  const isNear = riskAlert !== null && riskAlert.at <= now
  if (isNear) db.insert(alert).values({ handoffId: id, level: riskAlert.level, at: now, dueAt: riskAlert.dueAt }).run()
  saveHandoff(db, {
    before,
    handoff: after,
    events: [...told, ...supervisorEvents, ...replanEvents],
    situation,
    alerted: alerts,
    riskAlerted: isNear,
  })
  // Each record makes one sound: the contact comes before a deadline risk.
  return alerts ? currentLevel(next.dueAt, now) : isNear ? riskAlert.level : null
}

const acceptedEvents = (decided: ReturnType<typeof decide>): readonly HandoffEvent[] => (decided.ok ? decided.value : [])

/** Returns the level as of now, not as of when the PC fell asleep. */
const currentLevel = (dueAt: number, now: number): AlertLevel => (now < dueAt ? 'before' : now < dueAt + HOUR ? 'due' : 'hourly')

const listUnseen = (db: ReadableDb, hidden: ReadonlySet<PersonId>) =>
  db
    .select({ id: alert.id, handoffId: alert.handoffId, number: handoffTable.number, level: alert.level, at: alert.at, dueAt: alert.dueAt })
    .from(alert)
    .innerJoin(handoffTable, eq(handoffTable.id, alert.handoffId))
    .where(and(isNull(alert.seenAt), excludePeople(handoffTable.personId, hidden)))
    .orderBy(asc(alert.at), asc(alert.id))
    .all()

const listDangers = (db: ReadableDb): ReadonlySet<HandoffId> =>
  new Set(
    db
      .select({ id: task.handoffId })
      .from(task)
      .where(and(eq(task.kind, 'possible_danger'), isNull(task.doneAt)))
      .all()
      .map(({ id }) => id),
  )

/** The newest of each handoff, and of its dates, says the older ones of the same. */
const getSubject = ({ handoffId, level }: { readonly handoffId: HandoffId; readonly level: AlertLevel }): string =>
  `${handoffId} ${level === 'date'}`

export const alertCalls: UseCases<AlertCalls> = {
  'alert.list': ({ db, now, hidden }) => {
    const newest = new Map(listUnseen(db, hidden).map((one) => [getSubject(one), one]))
    const dangers = listDangers(db)
    const ordered = orderByUrgency(
      [...newest.values()].map((one) => ({ ...one, isDanger: dangers.has(one.handoffId) })),
      now,
    )
    return ok(ordered.map(({ id, handoffId, number, level, at, dueAt }) => ({ id, handoffId, number, level, at, dueAt })))
  },
  /** Marks the alerts that were shown, and the older ones that they say; never one of another record, or one raised since. */
  'alert.markSeen': ({ db, now, me, hidden }, { ids }) => {
    const unseen = listUnseen(db, hidden)
    const shown = new Set(ids)
    const latest = new Map(unseen.filter(({ id }) => shown.has(id)).map((one) => [getSubject(one), one.id]))
    const seen = unseen.filter((one) => one.id <= (latest.get(getSubject(one)) ?? 0)).map(({ id }) => id)
    if (seen.length > 0) db.update(alert).set({ seenAt: now, seenBy: me.id }).where(inArray(alert.id, seen)).run()
    return ok({ done: true })
  },
}
