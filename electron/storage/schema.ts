import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { AlertLevel } from '#shared/domain/alerts'
import type { ContactPlan, Verification } from '#shared/domain/contact-plan'
import type { State } from '#shared/domain/handoff'
import type { HandoffEvent } from '#shared/domain/handoff-event'
import type { HandoffId, PartnerId, PersonId, StaffId } from '#shared/domain/ids'
import type { Policy } from '#shared/domain/policy'
import type {
  ClosedAs,
  Direction,
  KindOfHelp,
  PartnerKind,
  Prompt,
  RiskKind,
  Role,
  Side,
  StandardMode,
  TaskKind,
  WaitsOn,
} from '#shared/domain/vocabulary'

/**
 * The book's tables. Instants are UTC milliseconds. What SQLite itself must refuse (H1's deferred key, append-only
 * triggers, checks) stands in the migration's SQL, because drizzle-kit cannot write it.
 */

const staffId = () => text().$type<StaffId>()
const personId = () => text().$type<PersonId>()
const partnerId = () => text().$type<PartnerId>()
const handoffId = () => text().$type<HandoffId>()

/** One row: the office. */
export const office = sqliteTable('office', {
  id: integer().primaryKey(),
  shelter: text().notNull(),
  zone: text().notNull(),
  policy: text({ mode: 'json' }).$type<Policy>().notNull(),
  policeNumber: text().notNull(),
  supervisorName: text().notNull(),
  supervisorPhone: text().notNull(),
  foundedAt: integer().notNull(),
})

/** One row: the high-water mark of the clock (T3). */
export const clockMark = sqliteTable('clock_mark', {
  id: integer().primaryKey(),
  lastSeen: integer().notNull(),
  driftFlagged: integer({ mode: 'boolean' }).notNull().default(false),
})

export const staff = sqliteTable('staff', {
  id: staffId().primaryKey(),
  name: text().notNull(),
  roles: text({ mode: 'json' }).$type<readonly Role[]>().notNull(),
  /** The keyring's opaque slot that her passphrase opens (K1); null for an invented worker of the sample office. */
  slotId: text().unique(),
  addedAt: integer().notNull(),
})

/** Nothing more than section 3 and 14 allow. */
export const person = sqliteTable('person', {
  id: personId().primaryKey(),
  name: text().notNull(),
  alias: text().notNull(),
  initials: text().notNull(),
  /** The current version of her contact plan. */
  planVersion: integer().notNull(),
  /** P4: her "not safe" that stands, on whichever record it was logged. */
  stoppedAt: integer(),
  addedAt: integer().notNull(),
  addedBy: staffId()
    .notNull()
    .references(() => staff.id),
})

/** H3: folded words, consonant skeletons, initials and last digits, each once a person. */
export const personKey = sqliteTable(
  'person_key',
  {
    kind: text({ enum: ['word', 'bones', 'initials', 'digits'] }).notNull(),
    key: text().notNull(),
    personId: personId()
      .notNull()
      .references(() => person.id),
  },
  (table) => [primaryKey({ columns: [table.kind, table.key, table.personId] }), index('person_key_person').on(table.personId)],
)

/** P5: every version is kept, none is changed (trigger). */
export const contactPlan = sqliteTable(
  'contact_plan',
  {
    personId: personId()
      .notNull()
      .references(() => person.id),
    version: integer().notNull(),
    plan: text({ mode: 'json' }).$type<ContactPlan>().notNull(),
    verified: text({ mode: 'json' }).$type<Verification>(),
    writtenAt: integer().notNull(),
    writtenBy: staffId()
      .notNull()
      .references(() => staff.id),
  },
  (table) => [primaryKey({ columns: [table.personId, table.version] })],
)

export const partner = sqliteTable('partner', {
  id: partnerId().primaryKey(),
  name: text().notNull(),
  /** Folded, for finding it and for refusing the same name twice. */
  nameKey: text().notNull().unique(),
  kind: text().$type<PartnerKind>().notNull(),
  phone: text().notNull(),
  note: text().notNull(),
  helpsToReach: integer({ mode: 'boolean' }).notNull(),
})

/** C2: a standard is never changed, a later one is added. */
export const partnerStandard = sqliteTable(
  'partner_standard',
  {
    partnerId: partnerId()
      .notNull()
      .references(() => partner.id),
    fromAt: integer().notNull(),
    hours: integer().notNull(),
    mode: text().$type<StandardMode>().notNull(),
    setAt: integer().notNull(),
    setBy: staffId()
      .notNull()
      .references(() => staff.id),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.fromAt, table.setAt] })],
)

/** The current row of a handoff, made of its events by `rowOf`; `next_task_no` is checked at COMMIT (H1). */
export const handoff = sqliteTable(
  'handoff',
  {
    id: handoffId().primaryKey(),
    number: integer().notNull().unique(),
    version: integer().notNull(),
    direction: text().$type<Direction>().notNull(),
    personId: personId()
      .notNull()
      .references(() => person.id),
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
    assignedTo: staffId()
      .notNull()
      .references(() => staff.id),
    state: text({ mode: 'json' }).$type<State>().notNull(),
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
    wakeAt: integer(),
  },
  (table) => [
    index('handoff_open').on(table.endedAt, table.clockAt),
    index('handoff_wake').on(table.wakeAt),
    index('handoff_person').on(table.personId, table.receivedAt),
    index('handoff_source').on(table.sourcePartner, table.receivedAt),
  ],
)

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

export const task = sqliteTable(
  'task',
  {
    handoffId: handoffId().notNull(),
    no: integer().notNull(),
    kind: text().$type<TaskKind>().notNull(),
    owner: staffId()
      .notNull()
      .references(() => staff.id),
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

/** B1: seeded with stable codes; part 3 lets the data owner edit it. */
export const bounceReason = sqliteTable('bounce_reason', {
  code: text().primaryKey(),
  side: text().$type<Side>().notNull(),
  label: text().notNull(),
  seen: text().notNull(),
  change: text().notNull(),
  position: integer().notNull(),
  retired: integer({ mode: 'boolean' }).notNull().default(false),
})

export const alert = sqliteTable(
  'alert',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    handoffId: handoffId()
      .notNull()
      .references(() => handoff.id),
    level: text().$type<AlertLevel>().notNull(),
    at: integer().notNull(),
    dueAt: integer().notNull(),
    seenAt: integer(),
    seenBy: staffId().references(() => staff.id),
  },
  (table) => [index('alert_unseen').on(table.seenAt, table.handoffId)],
)

/** S3: the drafts of a worker are hers. */
export const draft = sqliteTable(
  'draft',
  {
    staffId: staffId()
      .notNull()
      .references(() => staff.id),
    key: text().notNull(),
    body: text().notNull(),
    savedAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.staffId, table.key] })],
)
