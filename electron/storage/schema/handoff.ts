import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { AlertLevel } from '#shared/domain/handoff/alerts'
import type { HandoffState } from '#shared/domain/handoff/handoff'
import type { HandoffEvent } from '#shared/domain/handoff/event'
import type { SourceRules } from '#shared/domain/policy/policy'
import type { ClosedAs, Direction, KindOfHelp, Prompt, RiskKind, StandardMode, TaskKind, WaitsOn } from '#shared/domain/core/vocabulary'
import { handoffId, partnerId, staffId } from './id-columns'
import { staffReference, staff } from './office'
import { personReference, partner } from './person'

/** The current row of a handoff, computed from its events by `toHandoffRow`. `next_task_no` is checked at COMMIT (H1). */
export const handoff = sqliteTable(
  'handoff',
  {
    id: handoffId().primaryKey(),
    number: integer().notNull().unique(),
    version: integer().notNull(),
    direction: text().$type<Direction>().notNull(),
    personId: personReference(),
    sourcePartner: partnerId().references(() => partner.id),
    sourceStaff: staffId().references(() => staff.id),
    receiverPartner: partnerId().references(() => partner.id),
    receiverStaff: staffId().references(() => staff.id),
    helps: text({ mode: 'json' }).$type<readonly KindOfHelp[]>().notNull(),
    prompt: text().$type<Prompt>().notNull(),
    receivedAt: integer().notNull(),
    standardHours: integer().notNull(),
    standardMode: text().$type<StandardMode>().notNull(),
    policyVersion: integer().notNull(),
    /** What its source had agreed on besides the hours, fixed at receipt (C2). */
    standardRules: text({ mode: 'json' }).$type<SourceRules>().notNull().default({}),
    assignedTo: staffReference(),
    state: text({ mode: 'json' }).$type<HandoffState>().notNull(),
    clockFrom: integer().notNull(),
    /** The instant that the board counts down to; null when closed. */
    clockAt: integer(),
    attemptsAt: text({ mode: 'json' }).$type<readonly number[]>().notNull(),
    tries: integer().notNull(),
    stopped: integer({ mode: 'boolean' }).notNull(),
    contactMade: integer({ mode: 'boolean' }).notNull(),
    riskKind: text().$type<RiskKind>(),
    riskDate: integer(),
    firstContactAt: integer(),
    firstConfirmedAt: integer(),
    firstBouncedAt: integer(),
    endedAt: integer(),
    closedAs: text().$type<ClosedAs>(),
    enteredInError: integer({ mode: 'boolean' }).notNull(),
    nextTaskNo: integer(),
    /** Always 1 beside `next_task_no`: the part of the foreign key that an open task has and a completed one does not. */
    nextTaskOpen: integer(),
    /** When the handoff alerted last, when a worker last acted on it, and when the timer must examine it again (C3). */
    alertedAt: integer().notNull(),
    actedAt: integer().notNull(),
    /** When a deadline risk alerted last, or the record was created. */
    riskAlertedAt: integer().notNull().default(0),
    wakeAt: integer(),
  },
  (table) => [
    index('handoff_open').on(table.endedAt, table.clockAt),
    index('handoff_wake').on(table.wakeAt),
    index('handoff_person').on(table.personId, table.receivedAt),
    index('handoff_received').on(table.receivedAt),
    index('handoff_source').on(table.sourcePartner, table.receivedAt),
    index('handoff_receiver').on(table.receiverPartner, table.receivedAt),
  ],
)

/** References the handoff that a row belongs to. */
export const handoffReference = () =>
  handoffId()
    .notNull()
    .references(() => handoff.id)

/** The events of a handoff, append-only (trigger). They are the source of truth; `handoff` is the row computed from them. */
export const handoffEvent = sqliteTable(
  'handoff_event',
  {
    handoffId: handoffId().notNull(),
    no: integer().notNull(),
    at: integer().notNull(),
    by: staffId().references(() => staff.id),
    body: text({ mode: 'json' }).$type<HandoffEvent>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.handoffId, table.no] })],
)

/** Numbers shown against the rules (P1), so that those without a reason are found. The reasons are in the events. */
export const override = sqliteTable(
  'override',
  {
    handoffId: handoffReference(),
    /** The number of the event that showed it. */
    no: integer().notNull(),
    at: integer().notNull(),
    by: staffReference(),
    /** The number of the event that explains it; null while it is unexplained. */
    explainedIn: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.handoffId, table.no] }),
    index('override_by').on(table.by, table.explainedIn),
    index('override_at').on(table.at),
  ],
)

/** The tasks of a handoff with their owners and due times. */
export const task = sqliteTable(
  'task',
  {
    handoffId: handoffId().notNull(),
    no: integer().notNull(),
    kind: text().$type<TaskKind>().notNull(),
    owner: staffReference(),
    dueAt: integer().notNull(),
    until: integer(),
    waitsOn: text().$type<WaitsOn>().notNull(),
    what: text().notNull(),
    byHand: integer({ mode: 'boolean' }).notNull(),
    doneAt: integer(),
    open: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.handoffId, table.no] }),
    uniqueIndex('task_open').on(table.handoffId, table.no, table.open),
    index('task_owner').on(table.owner, table.open),
  ],
)

/** The current deadline risks of open and closed records. They follow from the events and are written with them. */
export const deadlineRisk = sqliteTable(
  'deadline_risk',
  {
    handoffId: handoffReference(),
    no: integer().notNull(),
    kind: text().$type<RiskKind>().notNull(),
    date: integer().notNull(),
    what: text().notNull(),
    routedTo: text().notNull(),
    since: integer().notNull(),
    acknowledgedAt: integer(),
    acknowledgedBy: staffId().references(() => staff.id),
  },
  (table) => [primaryKey({ columns: [table.handoffId, table.no] }), index('deadline_risk_date').on(table.date)],
)

/** The alerts that were raised. */
export const alert = sqliteTable(
  'alert',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    handoffId: handoffReference(),
    level: text().$type<AlertLevel>().notNull(),
    at: integer().notNull(),
    dueAt: integer().notNull(),
    seenAt: integer(),
    seenBy: staffId().references(() => staff.id),
  },
  (table) => [index('alert_unseen').on(table.seenAt, table.handoffId)],
)
