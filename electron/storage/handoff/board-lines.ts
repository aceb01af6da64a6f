import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { PlanVersion } from '#shared/domain/contact/contact-plan'
import type { HandoffState } from '#shared/domain/handoff/handoff'
import type { HandoffId, PartnerId, PersonId, StaffId } from '#shared/domain/core/ids'
import type { Direction, RiskKind, StandardMode, TaskKind, WaitsOn } from '#shared/domain/core/vocabulary'
import type { ReadableDb } from '../core/db-types'
import { oncePerDatabase } from '../core/once-per-database'
import { contactPlan, handoff, person, task } from '../schema'

/** An open handoff with its next action and the person's current contact plan, as the board needs it. */
export interface BoardLine {
  readonly id: HandoffId
  readonly number: number
  readonly personId: PersonId
  readonly direction: Direction
  readonly sourcePartner: PartnerId | null
  readonly sourceStaff: StaffId | null
  readonly receiverPartner: PartnerId | null
  readonly receiverStaff: StaffId | null
  readonly assignedTo: StaffId
  readonly state: HandoffState
  readonly clockAt: number | null
  readonly clockFrom: number
  readonly standardMode: StandardMode
  readonly attemptsAt: readonly number[]
  readonly tries: number
  readonly stopped: boolean
  readonly contactMade: boolean
  readonly riskKind: RiskKind | null
  readonly riskDate: number | null
  readonly alias: string
  readonly initials: string
  readonly plan: PlanVersion | null
  readonly next: {
    readonly no: number
    readonly kind: TaskKind
    readonly owner: StaffId
    readonly dueAt: number
    readonly until: number | null
    readonly waitsOn: WaitsOn
    readonly what: string
    readonly byHand: boolean
  }
}

const boardQuery = oncePerDatabase((db) =>
  db
    .select({
      id: handoff.id,
      number: handoff.number,
      direction: handoff.direction,
      sourcePartner: handoff.sourcePartner,
      sourceStaff: handoff.sourceStaff,
      receiverPartner: handoff.receiverPartner,
      receiverStaff: handoff.receiverStaff,
      assignedTo: handoff.assignedTo,
      state: handoff.state,
      clockAt: handoff.clockAt,
      clockFrom: handoff.clockFrom,
      standardMode: handoff.standardMode,
      attemptsAt: handoff.attemptsAt,
      tries: handoff.tries,
      stopped: handoff.stopped,
      contactMade: handoff.contactMade,
      riskKind: handoff.riskKind,
      riskDate: handoff.riskDate,
      alias: person.alias,
      initials: person.initials,
      personId: person.id,
      planVersion: person.planVersion,
      no: task.no,
      kind: task.kind,
      owner: task.owner,
      dueAt: task.dueAt,
      until: task.until,
      waitsOn: task.waitsOn,
      what: task.what,
      byHand: task.byHand,
    })
    .from(handoff)
    .innerJoin(task, and(eq(task.handoffId, handoff.id), eq(task.no, handoff.nextTaskNo)))
    .innerJoin(person, eq(person.id, handoff.personId))
    .where(isNull(handoff.endedAt))
    .orderBy(asc(handoff.clockAt))
    .prepare(),
)

/** A row as SQLite returns it, in the order of the columns above. Mapping it here costs a tenth of Drizzle's mapping. */
// prettier-ignore
type HandoffColumns = [
  id: HandoffId, number: number, direction: Direction, sourcePartner: PartnerId | null, sourceStaff: StaffId | null, receiverPartner: PartnerId | null,
  receiverStaff: StaffId | null, assignedTo: StaffId, state: string, clockAt: number | null, clockFrom: number, standardMode: StandardMode,
]
// prettier-ignore
type StateColumns = [
  attemptsAt: string, tries: number, stopped: number, contactMade: number, riskKind: RiskKind | null, riskDate: number | null,
  alias: string, initials: string, personId: PersonId, planVersion: number,
]
// prettier-ignore
type TaskColumns = [no: number, kind: TaskKind, owner: StaffId, dueAt: number, until: number | null, waitsOn: WaitsOn, what: string, byHand: number]
type RawBoardLine = [...HandoffColumns, ...StateColumns, ...TaskColumns]
const PERSON_COLUMN = 20

const planQuery = oncePerDatabase((db) =>
  db
    .select({
      version: contactPlan.version,
      plan: contactPlan.plan,
      verified: contactPlan.verified,
      writtenAt: contactPlan.writtenAt,
      writtenBy: contactPlan.writtenBy,
    })
    .from(contactPlan)
    .where(and(eq(contactPlan.personId, sql.placeholder('personId')), eq(contactPlan.version, sql.placeholder('version'))))
    .prepare(),
)
// A version of a plan never changes, so a cached one stays valid (P5). Only those of the last board are kept.
const planCache = oncePerDatabase(() => ({ read: new Map<string, PlanVersion>() }))

/** Lists every open handoff, soonest clock first, without people who do not exist for the reader (I3). */
export function listBoardLines(db: ReadableDb, hidden: ReadonlySet<PersonId>): readonly BoardLine[] {
  const before = planCache(db).read
  const read = new Map<string, PlanVersion>()
  const findPlan = (personId: PersonId, version: number): PlanVersion | null => {
    const key = `${personId} ${version}`
    const plan = before.get(key) ?? planQuery(db).get({ personId, version }) ?? null
    if (plan) read.set(key, plan)
    return plan
  }
  const allRows = boardQuery(db).values() as RawBoardLine[]
  const visibleRows = hidden.size === 0 ? allRows : allRows.filter((raw) => !hidden.has(raw[PERSON_COLUMN] as PersonId))
  const lines = visibleRows.map((raw): BoardLine => {
    const [
      id,
      number,
      direction,
      sourcePartner,
      sourceStaff,
      receiverPartner,
      receiverStaff,
      assignedTo,
      state,
      clockAt,
      clockFrom,
      standardMode,
    ] = raw
    const [attemptsAt, tries, stopped, contactMade, riskKind, riskDate, alias, initials, personId, planVersion] = raw.slice(
      12,
      22,
    ) as StateColumns
    const [no, kind, owner, dueAt, until, waitsOn, what, byHand] = raw.slice(22) as TaskColumns
    return {
      id,
      number,
      personId,
      direction,
      sourcePartner,
      sourceStaff,
      receiverPartner,
      receiverStaff,
      assignedTo,
      state: JSON.parse(state) as HandoffState,
      clockAt,
      clockFrom,
      standardMode,
      attemptsAt: JSON.parse(attemptsAt) as number[],
      tries,
      stopped: stopped === 1,
      contactMade: contactMade === 1,
      riskKind,
      riskDate,
      alias,
      initials,
      plan: findPlan(personId, planVersion),
      next: { no, kind, owner, dueAt, until, waitsOn, what, byHand: byHand === 1 },
    }
  })
  planCache(db).read = read
  return lines
}
