import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { AlertLevel } from '#shared/domain/handoff/alerts'
import type { HandoffState } from '#shared/domain/handoff/handoff'
import type { HandoffEvent } from '#shared/domain/handoff/event'
import type { SourceRules } from '#shared/domain/policy/policy'
import type { ClosedAs, Direction, KindOfHelp, Prompt, RiskKind, StandardMode, TaskKind, WaitsOn } from '#shared/domain/core/vocabulary'
import { handoffId, partnerId, staffId } from './id-columns'
import { staffReference, staff } from './office'
import { personReference, partner } from './person'

/** The current row of a handoff, made of its events by `rowOf`; `next_task_no` is checked at COMMIT (H1). */
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
    /** C2: what its source had agreed on besides the hours, fixed at receipt. */
    standardRules: text({ mode: 'json' }).$type<SourceRules>().notNull().default({}),
    assignedTo: staffReference(),
    state: text({ mode: 'json' }).$type<HandoffState>().notNull(),
    clockFrom: integer().notNull(),
    /** What the board counts down to; null when closed. */
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
    /** Always 1 beside `next_task_no`: the half of the key that an open task has and a done one has not. */
    nextTaskOpen: integer(),
    /** C3: when it alerted last, when a worker last did something about it, and when the timer must look at it again. */
    alertedAt: integer().notNull(),
    actedAt: integer().notNull(),
    /** When a date outside our control alerted last, or the record was written down. */
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

/** The record a row is part of. */
export const handoffReference = () =>
  handoffId()
    .notNull()
    .references(() => handoff.id)

/** What happened, append-only (trigger): the truth of which `handoff` is the current row. */
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

/** P1: numbers shown past the rules, so that those without a reason are found; the words stand in the events. */
export const override = sqliteTable(
  'override',
  {
    handoffId: handoffReference(),
    /** The number of the event that showed it. */
    no: integer().notNull(),
    at: integer().notNull(),
    by: staffReference(),
    /** The number of the event that says why; null while nobody has. */
    explainedIn: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.handoffId, table.no] }),
    index('override_by').on(table.by, table.explainedIn),
    index('override_at').on(table.at),
  ],
)

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

/** The dates outside our control as they stand, open record or closed; written with it, a function of its events. */
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
