import { and, count, eq, gte, inArray, isNull, lte, notInArray, sql } from 'drizzle-orm'
import type { PartnerId, PersonId, StaffId } from '#shared/domain/core/ids'
import { getStandardHours, PILOT_DURATION, type SourceRules } from '#shared/domain/policy/policy'
import type { PastHandoff } from '#shared/domain/policy/policy-preview'
import { STATES_BY_QUESTION } from '#shared/domain/handoff/state-questions'
import type { StandardMode } from '#shared/domain/core/vocabulary'
import { HOUR } from '#shared/domain/core/moment'
import type { ReadableDb } from '../core/db-types'
import { bounceReason, contactPlan, handoff, handoffEvent, partnerStandard, person } from '../schema'
import { excludePeople } from '../access/visibility'

/** Which handoffs to read: those of one source, or all but those of the sources with a standard of their own. */
export type SourceFilter = { readonly onlyPartner: PartnerId } | { readonly without: readonly PartnerId[] }

// "Not in" is never true for null: a handoff without a source partner counts for the office.
const matchSources = (sources: SourceFilter) =>
  'onlyPartner' in sources
    ? eq(handoff.sourcePartner, sources.onlyPartner)
    : sources.without.length > 0
      ? notInArray(sql`ifnull(${handoff.sourcePartner}, '')`, [...sources.without])
      : undefined

interface PastHandoffsRequest {
  readonly from: number
  readonly now: number
  /** The number of hours beyond which the cause of a delay is looked up. */
  readonly longerThanHours: number
  readonly sources: SourceFilter
  /** People who do not exist for the reader (I3). */
  readonly hidden: ReadonlySet<PersonId>
}

/** Lists the handoffs received since `from` (UTC ms), for the preview of a policy, without those entered in error. */
export function listPastHandoffs(
  db: ReadableDb,
  { from, now, longerThanHours, sources, hidden }: PastHandoffsRequest,
): readonly PastHandoff[] {
  const isLong = sql`(${handoff.firstContactAt} IS NULL OR ${handoff.firstContactAt} - ${handoff.receivedAt} > ${longerThanHours * HOUR})`
  const bouncedFirst = sql`${handoff.firstBouncedAt} < ifnull(${handoff.firstContactAt}, 9e15)`
  const event = sql`FROM ${handoffEvent} e WHERE e.handoff_id = ${handoff.id}`
  const rows = db
    .select({
      id: handoff.id,
      number: handoff.number,
      receivedAt: handoff.receivedAt,
      firstContactAt: handoff.firstContactAt,
      firstBouncedAt: handoff.firstBouncedAt,
      endedAt: handoff.endedAt,
      tries: handoff.tries,
      stopped: handoff.stopped,
      bounce: sql<
        string | null
      >`CASE WHEN ${bouncedFirst} THEN (SELECT ${bounceReason.label} FROM ${bounceReason} WHERE ${bounceReason.code} =
        (SELECT e.body ->> '$.bounce.reason' ${event} AND e.body ->> '$.kind' = 'bounced' ORDER BY e.no LIMIT 1)) END`,
      interpreterMissing: sql<number>`CASE WHEN ${isLong} THEN
        EXISTS (SELECT 1 ${event} AND e.body ->> '$.attempt.outcome' = 'interpreter_missing') ELSE 0 END`,
      hasFewSafeHours: sql<number>`CASE WHEN ${isLong} THEN EXISTS (SELECT 1 FROM ${contactPlan} p WHERE p.person_id = ${handoff.personId}
        AND p.version = ${person.planVersion} AND p.plan ->> '$.safeHours.kind' = 'times') ELSE 0 END`,
    })
    .from(handoff)
    .innerJoin(person, eq(person.id, handoff.personId))
    .where(
      and(
        gte(handoff.receivedAt, from),
        lte(handoff.receivedAt, now),
        eq(handoff.enteredInError, false),
        matchSources(sources),
        excludePeople(handoff.personId, hidden),
      ),
    )
    .all()
  return rows.map(({ interpreterMissing, hasFewSafeHours, ...row }) => ({
    ...row,
    interpreterMissing: interpreterMissing === 1,
    hasFewSafeHours: hasFewSafeHours === 1,
  }))
}

/** Counts the running contact clocks by their standard in hours. */
export const countRunningByStandard = (
  db: ReadableDb,
  sources: SourceFilter,
  hidden: ReadonlySet<PersonId>,
): readonly { readonly hours: number; readonly count: number }[] =>
  db
    .select({ hours: handoff.standardHours, count: count() })
    .from(handoff)
    .where(
      and(
        isNull(handoff.endedAt),
        inArray(sql`${handoff.state} ->> '$.kind'`, [...STATES_BY_QUESTION.contact_clock_runs]),
        matchSources(sources),
        excludePeople(handoff.personId, hidden),
      ),
    )
    .groupBy(handoff.standardHours)
    .orderBy(handoff.standardHours)
    .all()

/** A source's own standard. */
export interface OwnStandard {
  readonly id: PartnerId
  readonly from: number
  readonly hours: number
  readonly mode: StandardMode
  readonly rules: SourceRules
  readonly setBy: StaffId
  readonly state: 'current' | 'coming'
}

/** Lists the sources' own standards that are in force or still to come (C2). A pilot that is over is neither. */
export function listOwnStandards(db: ReadableDb, now: number): readonly OwnStandard[] {
  const rows = db.select().from(partnerStandard).orderBy(partnerStandard.fromAt, partnerStandard.setAt).all()
  const current = new Map<PartnerId, OwnStandard>()
  const coming: OwnStandard[] = []
  for (const { partnerId: id, fromAt: from, hours, mode, rules, setBy } of rows) {
    const one = { id, from, hours: getStandardHours({ hours, mode }), mode, rules, setBy }
    if (from > now) coming.push({ ...one, state: 'coming' })
    else current.set(id, { ...one, state: 'current' })
  }
  return [...[...current.values()].filter(({ mode, from }) => mode !== 'pilot' || now < from + PILOT_DURATION), ...coming]
}
