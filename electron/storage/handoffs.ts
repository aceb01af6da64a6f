import { and, asc, eq, isNull, max, sql } from 'drizzle-orm'
import { escalationAt, nextAlert } from '#shared/domain/alerts'
import { replay } from '#shared/domain/apply'
import type { Handoff } from '#shared/domain/handoff'
import type { EventKind, HandoffEvent } from '#shared/domain/handoff-event'
import type { HandoffId } from '#shared/domain/ids'
import { lapsesAt } from '#shared/domain/lapse'
import type { Task } from '#shared/domain/task'
import type { Situation } from '#shared/domain/situation'
import type { ReadableDb, WritableDb } from './database'
import { rowOf } from './handoff-row'
import { oncePerBook } from './once'
import { alert, handoff as handoffTable, handoffEvent, task as taskTable } from './schema'

const bodies = oncePerBook((db) =>
  db
    .select({ body: handoffEvent.body })
    .from(handoffEvent)
    .where(eq(handoffEvent.handoffId, sql.placeholder('id')))
    .orderBy(asc(handoffEvent.no))
    .prepare(),
)
/** What happened to a handoff, oldest first; empty for an unknown id. */
export const eventsOf = (db: ReadableDb, id: HandoffId): readonly HandoffEvent[] =>
  bodies(db)
    .all({ id })
    .map((row) => row.body)

export const loadHandoff = (db: ReadableDb, id: HandoffId): Handoff | null => replay(eventsOf(db, id))

/** The next record number: 1, 2, … never used twice. */
export const nextNumber = (db: ReadableDb): number =>
  (db
    .select({ last: max(handoffTable.number) })
    .from(handoffTable)
    .get()?.last ?? 0) + 1

/** Events that are not somebody doing something about it (C3: "until someone acts"). */
const NOT_ACTING: readonly EventKind[] = ['due_passed', 'number_shown', 'note_added', 'source_told', 'may_tell_changed']

const waking = oncePerBook((db) =>
  db
    .select({ alertedAt: handoffTable.alertedAt, actedAt: handoffTable.actedAt })
    .from(handoffTable)
    .where(eq(handoffTable.id, sql.placeholder('id')))
    .prepare(),
)

interface Change {
  /** Null when it is new. */
  readonly before: Handoff | null
  readonly handoff: Handoff
  readonly events: readonly HandoffEvent[]
  readonly situation: Pick<Situation, 'now' | 'zone' | 'plan' | 'policy'>
  /** Given when it has just alerted. */
  readonly alerted?: boolean
  /** False when a worker is named and yet nobody has done anything about her: what was alerted stays unseen (C3). */
  readonly acted?: boolean
}

/** Events, tasks and the current row, in the caller's transaction; the row names its open next action, which SQLite checks at COMMIT (H1). */
export function saveHandoff(db: WritableDb, { before, handoff, events, situation, alerted = false, acted: counts = true }: Change): void {
  const { now, policy, zone, plan } = situation
  const first = before?.version ?? 0
  if (events.length > 0) {
    db.insert(handoffEvent)
      .values(events.map((body, index) => ({ handoffId: handoff.id, no: first + index + 1, at: body.at, by: body.by, body })))
      .run()
  }
  for (const task of handoff.tasks) saveTask(db, handoff.id, task, before?.tasks[task.no - 1])

  const kept = before && waking(db).get({ id: handoff.id })
  const acted = counts && events.some((event) => event.by !== null && !NOT_ACTING.includes(event.kind))
  const alertedAt = alerted || !kept ? now : kept.alertedAt
  const actedAt = acted || !kept ? now : kept.actedAt
  const moments = [
    nextAlert({ handoff, plan: plan?.plan ?? null, policy, zone, now, alertedAt, actedAt })?.at,
    escalationAt(handoff),
    lapsesAt(handoff, situation),
  ].filter((at) => at !== undefined && at !== null)
  const row = rowOf(handoff, policy.gap, { alertedAt, actedAt, wakeAt: moments.length > 0 ? Math.min(...moments) : null })
  if (before) db.update(handoffTable).set(row).where(eq(handoffTable.id, handoff.id)).run()
  else db.insert(handoffTable).values(row).run()
  // Whoever acts on it has seen its alerts.
  const actor = events.find((event) => event.by !== null)?.by ?? null
  if (acted && before)
    db.update(alert)
      .set({ seenAt: now, seenBy: actor })
      .where(and(eq(alert.handoffId, handoff.id), isNull(alert.seenAt)))
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
