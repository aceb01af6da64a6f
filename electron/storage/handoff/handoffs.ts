import { and, asc, eq, isNull, max, ne, sql } from 'drizzle-orm'
import { getEscalationAt, findNextAlert, getSupervisorAlertAt } from '#shared/domain/handoff/alerts'
import { findNextRiskAlert, isRiskNoteDue } from '#shared/domain/handoff/deadline-risk'
import { replay } from '#shared/domain/handoff/apply'
import type { Handoff } from '#shared/domain/handoff/handoff'
import type { HandoffEventKind, HandoffEvent } from '#shared/domain/handoff/event'
import type { HandoffId, PersonId } from '#shared/domain/core/ids'
import type { Instant } from '#shared/domain/core/moment'
import { getNextExpiry } from '#shared/domain/handoff/expiry'
import type { Task } from '#shared/domain/handoff/task'
import type { Situation } from '#shared/domain/handoff/situation'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { toHandoffRow } from './handoff-row'
import { oncePerDatabase } from '../core/once-per-database'
import { saveOverrides } from './overrides'
import { alert, deadlineRisk, handoff as handoffTable, handoffEvent, task as taskTable } from '../schema'

const eventBodiesQuery = oncePerDatabase((db) =>
  db
    .select({ body: handoffEvent.body })
    .from(handoffEvent)
    .where(eq(handoffEvent.handoffId, sql.placeholder('id')))
    .orderBy(asc(handoffEvent.no))
    .prepare(),
)
/** Lists the events of a handoff, oldest first. Empty for an unknown id. */
export const listHandoffEvents = (db: ReadableDb, id: HandoffId): readonly HandoffEvent[] =>
  eventBodiesQuery(db)
    .all({ id })
    .map((row) => row.body)

/** Loads a handoff by replaying its events. Returns null for an unknown id. */
export const loadHandoff = (db: ReadableDb, id: HandoffId): Handoff | null => replay(listHandoffEvents(db, id))

const openHandoffsQuery = oncePerDatabase((db) =>
  db
    .select({ id: handoffTable.id })
    .from(handoffTable)
    .where(and(eq(handoffTable.personId, sql.placeholder('personId')), isNull(handoffTable.endedAt)))
    .prepare(),
)
/** Lists the person's open handoffs. */
export const listOpenHandoffs = (db: ReadableDb, personId: PersonId): readonly HandoffId[] =>
  openHandoffsQuery(db)
    .all({ personId })
    .map(({ id }) => id)

/** Returns the next record number: 1, 2, … A number is never used twice. */
export const getNextHandoffNumber = (db: ReadableDb): number =>
  (db
    .select({ last: max(handoffTable.number) })
    .from(handoffTable)
    .get()?.last ?? 0) + 1

/** Events that do not count as a worker acting on the handoff (C3: "until someone acts"). */
const PASSIVE_EVENTS: readonly HandoffEventKind[] = [
  'due_passed',
  'supervisor_told',
  'number_shown',
  'note_added',
  'source_told',
  'may_tell_changed',
  'override_explained',
  'risk_added',
  'risk_acknowledged',
  'risk_corrected',
  'person_merged',
  'person_unmerged',
]

const isActing = (event: HandoffEvent): boolean => event.by !== null && !PASSIVE_EVENTS.includes(event.kind)

/**
 * H13: when a worker last acted on the handoff, not counting an attempt that is being taken back, nor what followed from it. Null where
 * its event does not say what followed (an earlier version).
 */
function findActedWithout(events: readonly HandoffEvent[], attemptNo: number): Instant | null {
  const at = events.findIndex((event) => event.kind === 'attempt_logged' && event.attempt.no === attemptNo)
  const logged = events[at]
  if (logged?.kind !== 'attempt_logged' || logged.consequences === undefined) return null
  const others = events.toSpliced(at, 1 + logged.consequences)
  return others
    .filter((event) => isActing(event) && event.kind !== 'attempt_withdrawn')
    .reduce((last, event) => Math.max(last, event.at), -Infinity)
}

const wakeTimesQuery = oncePerDatabase((db) =>
  db
    .select({ alertedAt: handoffTable.alertedAt, actedAt: handoffTable.actedAt, riskAlertedAt: handoffTable.riskAlertedAt })
    .from(handoffTable)
    .where(eq(handoffTable.id, sql.placeholder('id')))
    .prepare(),
)

interface HandoffChange {
  /** Null when the handoff is new. */
  readonly before: Handoff | null
  readonly handoff: Handoff
  readonly events: readonly HandoffEvent[]
  readonly situation: Pick<Situation, 'now' | 'zone' | 'plan' | 'policy' | 'interpreter' | 'partnerHelpsUntil' | 'sourceShareUntil'>
  /** True when the handoff has just alerted. */
  readonly alerted?: boolean
  /** True when one of its deadline risks has just alerted. */
  readonly riskAlerted?: boolean
  /** False when a worker is named in the event but has not acted for the person: earlier alerts then stay unseen (C3). */
  readonly acted?: boolean
}

/**
 * Saves events, tasks and the current row in the caller's transaction. The row names its open next action, which SQLite checks at COMMIT
 * (H1).
 */
export function saveHandoff(
  db: WritableDb,
  { before, handoff, events, situation, alerted = false, riskAlerted = false, acted: isCountedAsActing = true }: HandoffChange,
): void {
  const { now, policy, zone, plan } = situation
  const first = before?.version ?? 0
  if (events.length > 0) {
    db.insert(handoffEvent)
      .values(events.map((body, index) => ({ handoffId: handoff.id, no: first + index + 1, at: body.at, by: body.by, body })))
      .run()
  }
  saveOverrides(db, handoff.id, before, handoff)
  for (const task of handoff.tasks) saveTask(db, handoff.id, task, before?.tasks[task.no - 1])

  const storedTimes = before && wakeTimesQuery(db).get({ id: handoff.id })
  const withdrawn = events.find((event) => event.kind === 'attempt_withdrawn')
  const actedBefore =
    withdrawn && before ? findActedWithout(listHandoffEvents(db, handoff.id).slice(0, before.version), withdrawn.no) : null
  const acted = isCountedAsActing && actedBefore === null && events.some(isActing)
  const alertedAt = alerted || !storedTimes ? now : storedTimes.alertedAt
  const actedAt = actedBefore ?? (acted || !storedTimes ? now : storedTimes.actedAt)
  const riskAlertedAt = riskAlerted || !storedTimes ? now : storedTimes.riskAlertedAt
  const wakeMoments = [
    findNextAlert({ handoff, plan: plan?.plan ?? null, policy, zone, now, alertedAt, actedAt })?.at,
    findNextRiskAlert({ handoff, policy, zone, now, alertedAt: riskAlertedAt })?.at,
    getEscalationAt(handoff),
    getSupervisorAlertAt(handoff, policy),
    getNextExpiry(handoff, situation),
  ].filter((at) => at !== undefined && at !== null)
  const row = toHandoffRow(handoff, policy.gap, {
    alertedAt,
    actedAt,
    riskAlertedAt,
    wakeAt: wakeMoments.length > 0 ? Math.min(...wakeMoments) : null,
  })
  if (before) db.update(handoffTable).set(row).where(eq(handoffTable.id, handoff.id)).run()
  else db.insert(handoffTable).values(row).run()
  // Without an event, a deadline risk may have alerted. The risks are saved then too, so that those written by an earlier version follow
  // the current record.
  if (before?.risks !== handoff.risks || (events.length === 0 && handoff.risks.length > 0)) saveRisks(db, handoff)
  // A worker who acts on the handoff has seen its alerts; those of a deadline risk only after acknowledging it.
  const actor = events.find((event) => event.by !== null)?.by ?? null
  if (acted && before)
    db.update(alert)
      .set({ seenAt: now, seenBy: actor })
      .where(and(eq(alert.handoffId, handoff.id), isNull(alert.seenAt), ne(alert.level, 'date')))
      .run()
  if (withdrawn && actedBefore !== null) restoreAlerts(db, handoff, withdrawn.no)
  const isNoteWaiting = handoff.enteredInError === null && handoff.risks.some((risk) => isRiskNoteDue(risk, now, policy, zone))
  if (before && !isNoteWaiting && (before.risks !== handoff.risks || handoff.enteredInError !== before.enteredInError))
    db.update(alert)
      .set({ seenAt: now, seenBy: actor })
      .where(and(eq(alert.handoffId, handoff.id), isNull(alert.seenAt), eq(alert.level, 'date')))
      .run()
}

/** H13: the alerts that an attempt had marked as seen are unseen again once it is taken back. */
function restoreAlerts(db: WritableDb, { id, attempts }: Handoff, attemptNo: number): void {
  const attempt = attempts.find(({ no }) => no === attemptNo)
  if (!attempt) return
  db.update(alert)
    .set({ seenAt: null, seenBy: null })
    .where(and(eq(alert.handoffId, id), eq(alert.seenAt, attempt.writtenAt), eq(alert.seenBy, attempt.by), ne(alert.level, 'date')))
    .run()
}

function saveRisks(db: WritableDb, { id, risks }: Handoff): void {
  db.delete(deadlineRisk).where(eq(deadlineRisk.handoffId, id)).run()
  if (risks.length > 0)
    db.insert(deadlineRisk)
      .values(
        risks.map(({ acknowledged, ...risk }) => ({
          handoffId: id,
          ...risk,
          acknowledgedAt: acknowledged?.at ?? null,
          acknowledgedBy: acknowledged?.by ?? null,
        })),
      )
      .run()
}

function saveTask(db: WritableDb, handoffId: HandoffId, task: Task, before: Task | undefined): void {
  if (before === task) return
  const values = { ...task, handoffId, open: task.doneAt === null ? 1 : 0 }
  if (before)
    db.update(taskTable)
      .set(values)
      .where(and(eq(taskTable.handoffId, handoffId), eq(taskTable.no, task.no)))
      .run()
  else db.insert(taskTable).values(values).run()
}
