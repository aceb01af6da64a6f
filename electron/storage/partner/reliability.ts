import { and, asc, desc, eq, gte, inArray, sql, type SQL } from 'drizzle-orm'
import type { HandoffEvent } from '#shared/domain/handoff/event'
import type { HandoffId, PartnerId, PersonId } from '#shared/domain/core/ids'
import { RELIABILITY_SPAN, type PartnerFacts } from '#shared/domain/partner/reliability'
import type { ReadableDb } from '../core/db-types'
import { auditEntry, bounceReason, contactPlan, handoff, handoffEvent, person } from '../schema'
import { excludePeople } from '../access/visibility'

interface ReliabilityRequest {
  readonly id: PartnerId
  readonly now: number
  /** People who are left out everywhere (I3). */
  readonly hidden: ReadonlySet<PersonId>
}
type Party = typeof handoff.sourcePartner | typeof handoff.receiverPartner

/** Builds the condition for the partner's records that count and were received in the last 90 days; it uses the index of party and time. */
const isRecent = (partyColumn: Party, { id, now, hidden }: ReliabilityRequest): SQL | undefined =>
  and(
    eq(partyColumn, id),
    gte(handoff.receivedAt, now - RELIABILITY_SPAN),
    eq(handoff.enteredInError, false),
    excludePeople(handoff.personId, hidden),
  )

const eventKind = sql<HandoffEvent['kind']>`json_extract(${handoffEvent.body}, '$.kind')`

function listPartnerEvents(db: ReadableDb, partyColumn: Party, asked: ReliabilityRequest, kinds: readonly HandoffEvent['kind'][]) {
  return db
    .select({ handoffId: handoffEvent.handoffId, body: handoffEvent.body })
    .from(handoff)
    .innerJoin(handoffEvent, eq(handoffEvent.handoffId, handoff.id))
    .where(and(isRecent(partyColumn, asked), inArray(eventKind, [...kinds])))
    .orderBy(asc(handoffEvent.handoffId), asc(handoffEvent.no))
    .all()
}

/** Lists each loop-back and the answer to it, if one came (C5). */
function listLoopBacks(db: ReadableDb, asked: ReliabilityRequest): PartnerFacts['asked'] {
  const entries: { id: HandoffId; askedAt: number; answeredAt: number | null }[] = []
  for (const { handoffId, body } of listPartnerEvents(db, handoff.sourcePartner, asked, ['loop_back_asked', 'loop_back_answered'])) {
    const last = entries.at(-1)
    if (body.kind === 'loop_back_asked') entries.push({ id: handoffId, askedAt: body.at, answeredAt: null })
    else if (last?.id === handoffId && last.answeredAt === null) last.answeredAt = body.at
  }
  return entries.map(({ askedAt, answeredAt }) => ({ askedAt, answeredAt }))
}

/** Tells whether the contact plan of the time when the handoff was created had safe hours; "at any time" counts as well. */
const hasSafeHoursOnForm = sql<number>`(
  SELECT json_extract(${contactPlan.plan}, '$.safeHours.kind') <> 'not_known' FROM ${contactPlan}
  WHERE ${contactPlan.personId} = ${handoff.personId} AND ${contactPlan.writtenAt} <= ${handoffEvent.at}
  ORDER BY ${contactPlan.version} DESC LIMIT 1)`

const sent = (db: ReadableDb, asked: ReliabilityRequest): PartnerFacts['sent'] =>
  db
    .select({
      receivedAt: handoff.receivedAt,
      standardHours: handoff.standardHours,
      firstContactAt: handoff.firstContactAt,
      safeHours: hasSafeHoursOnForm,
    })
    .from(handoff)
    .innerJoin(handoffEvent, and(eq(handoffEvent.handoffId, handoff.id), eq(handoffEvent.no, 1)))
    .where(isRecent(handoff.sourcePartner, asked))
    .all()
    .map((row) => ({ ...row, safeHours: row.safeHours === 1 }))

/**
 * Lists the reasons of the partner's bounces in the words of the list of reasons (B1). A reason that was removed from it keeps its code.
 */
function listBounceReasonsOfPartner(db: ReadableDb, asked: ReliabilityRequest): readonly string[] {
  const words = new Map(
    db
      .select({ code: bounceReason.code, label: bounceReason.label })
      .from(bounceReason)
      .all()
      .map(({ code, label }) => [code, label]),
  )
  return listPartnerEvents(db, handoff.sourcePartner, asked, ['bounced']).flatMap(({ body }) =>
    body.kind === 'bounced' ? [words.get(body.bounce.reason) ?? body.bounce.reason] : [],
  )
}

function taken(db: ReadableDb, asked: ReliabilityRequest): PartnerFacts['taken'] {
  const entries = new Map<HandoffId, { askedAt: number; acceptedAt: number | null; full: boolean }>()
  for (const { handoffId, body } of listPartnerEvents(db, handoff.receiverPartner, asked, ['created', 'accepted', 'bounced'])) {
    const before = entries.get(handoffId)
    if (body.kind === 'created') entries.set(handoffId, { askedAt: body.receivedAt, acceptedAt: null, full: false })
    else if (body.kind === 'accepted' && before) before.acceptedAt ??= body.acceptedAt
    else if (body.kind === 'bounced' && before) before.full ||= body.bounce.reason === 'capacity_delay'
  }
  return [...entries.values()]
}

/** Loads the facts of the reliability card. */
export const loadReliabilityFacts = (db: ReadableDb, asked: ReliabilityRequest): PartnerFacts => ({
  asked: listLoopBacks(db, asked),
  sent: sent(db, asked),
  cameBack: listBounceReasonsOfPartner(db, asked),
  taken: taken(db, asked),
})

const MAX_ENTRIES = 8

/** Lists what was told to the partner about whom, newest first, in records of the last 90 days (H6). */
export function listRecentAnswers(db: ReadableDb, asked: ReliabilityRequest) {
  return db
    .select({ handoffId: handoff.id, alias: person.alias, initials: person.initials, body: handoffEvent.body })
    .from(handoff)
    .innerJoin(handoffEvent, eq(handoffEvent.handoffId, handoff.id))
    .innerJoin(person, eq(person.id, handoff.personId))
    .where(and(isRecent(handoff.sourcePartner, asked), eq(eventKind, 'source_told')))
    .orderBy(desc(handoffEvent.at))
    .limit(MAX_ENTRIES)
    .all()
}

/** Lists the callers who turned out not to be the partner, newest first. Only the audit log records them, because nothing was told. */
export const listRefusedCallers = (db: ReadableDb, { id, now }: ReliabilityRequest) =>
  db
    .select({ at: auditEntry.at, by: auditEntry.by })
    .from(auditEntry)
    .where(and(eq(auditEntry.kind, 'caller_refused'), eq(auditEntry.about, id), gte(auditEntry.at, now - RELIABILITY_SPAN)))
    .orderBy(desc(auditEntry.no))
    .limit(MAX_ENTRIES)
    .all()
