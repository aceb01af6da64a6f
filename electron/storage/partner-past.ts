import { and, asc, desc, eq, gte, inArray, sql, type SQL } from 'drizzle-orm'
import type { HandoffEvent } from '#shared/domain/handoff-event'
import type { HandoffId, PartnerId, PersonId } from '#shared/domain/ids'
import { RELIABILITY_SPAN, type PartnerFacts } from '#shared/domain/reliability'
import type { ReadableDb } from './database'
import { audit, bounceReason, contactPlan, handoff, handoffEvent, person } from './schema'
import { without } from './sight'

interface Asked {
  readonly id: PartnerId
  readonly now: number
  /** I3: left out everywhere. */
  readonly hidden: ReadonlySet<PersonId>
}
type Party = typeof handoff.sourcePartner | typeof handoff.receiverPartner

/** Records of theirs that count, received in the last 90 days; by an index of the party and the time. */
const lately = (party: Party, { id, now, hidden }: Asked): SQL | undefined =>
  and(eq(party, id), gte(handoff.receivedAt, now - RELIABILITY_SPAN), eq(handoff.enteredInError, false), without(handoff.personId, hidden))

const kindOf = sql<HandoffEvent['kind']>`json_extract(${handoffEvent.body}, '$.kind')`

function eventsOfTheirs(db: ReadableDb, party: Party, asked: Asked, kinds: readonly HandoffEvent['kind'][]) {
  return db
    .select({ handoffId: handoffEvent.handoffId, body: handoffEvent.body })
    .from(handoff)
    .innerJoin(handoffEvent, eq(handoffEvent.handoffId, handoff.id))
    .where(and(lately(party, asked), inArray(kindOf, [...kinds])))
    .orderBy(asc(handoffEvent.handoffId), asc(handoffEvent.no))
    .all()
}

/** C5: each loop-back and the answer to it, if one came. */
function loopBacks(db: ReadableDb, asked: Asked): PartnerFacts['asked'] {
  const found: { id: HandoffId; askedAt: number; answeredAt: number | null }[] = []
  for (const { handoffId, body } of eventsOfTheirs(db, handoff.sourcePartner, asked, ['loop_back_asked', 'loop_back_answered'])) {
    const last = found.at(-1)
    if (body.kind === 'loop_back_asked') found.push({ id: handoffId, askedAt: body.at, answeredAt: null })
    else if (last?.id === handoffId && last.answeredAt === null) last.answeredAt = body.at
  }
  return found.map(({ askedAt, answeredAt }) => ({ askedAt, answeredAt }))
}

/** The plan that she had when it was written down: an answer "at any time" or "at these times" is one. */
const hoursOnTheForm = sql<number>`(
  SELECT json_extract(${contactPlan.plan}, '$.safeHours.kind') <> 'not_known' FROM ${contactPlan}
  WHERE ${contactPlan.personId} = ${handoff.personId} AND ${contactPlan.writtenAt} <= ${handoffEvent.at}
  ORDER BY ${contactPlan.version} DESC LIMIT 1)`

const sent = (db: ReadableDb, asked: Asked): PartnerFacts['sent'] =>
  db
    .select({
      receivedAt: handoff.receivedAt,
      standardHours: handoff.standardHours,
      firstContactAt: handoff.firstContactAt,
      safeHours: hoursOnTheForm,
    })
    .from(handoff)
    .innerJoin(handoffEvent, and(eq(handoffEvent.handoffId, handoff.id), eq(handoffEvent.no, 1)))
    .where(lately(handoff.sourcePartner, asked))
    .all()
    .map((row) => ({ ...row, safeHours: row.safeHours === 1 }))

/** In the words of the list of reasons (B1); a reason that is gone from it keeps its code. */
function cameBack(db: ReadableDb, asked: Asked): readonly string[] {
  const words = new Map(
    db
      .select({ code: bounceReason.code, label: bounceReason.label })
      .from(bounceReason)
      .all()
      .map(({ code, label }) => [code, label]),
  )
  return eventsOfTheirs(db, handoff.sourcePartner, asked, ['bounced']).flatMap(({ body }) =>
    body.kind === 'bounced' ? [words.get(body.bounce.reason) ?? body.bounce.reason] : [],
  )
}

function taken(db: ReadableDb, asked: Asked): PartnerFacts['taken'] {
  const found = new Map<HandoffId, { askedAt: number; acceptedAt: number | null; full: boolean }>()
  for (const { handoffId, body } of eventsOfTheirs(db, handoff.receiverPartner, asked, ['created', 'accepted', 'bounced'])) {
    const before = found.get(handoffId)
    if (body.kind === 'created') found.set(handoffId, { askedAt: body.receivedAt, acceptedAt: null, full: false })
    else if (body.kind === 'accepted' && before) before.acceptedAt ??= body.acceptedAt
    else if (body.kind === 'bounced' && before) before.full ||= body.bounce.reason === 'capacity_delay'
  }
  return [...found.values()]
}

/** What the reliability card is made of. */
export const factsOf = (db: ReadableDb, asked: Asked): PartnerFacts => ({
  asked: loopBacks(db, asked),
  sent: sent(db, asked),
  cameBack: cameBack(db, asked),
  taken: taken(db, asked),
})

const MOST = 8

/** H6: what was told to them about whom, newest first, in records of the last 90 days. */
export function toldLately(db: ReadableDb, asked: Asked) {
  return db
    .select({ handoffId: handoff.id, alias: person.alias, initials: person.initials, body: handoffEvent.body })
    .from(handoff)
    .innerJoin(handoffEvent, eq(handoffEvent.handoffId, handoff.id))
    .innerJoin(person, eq(person.id, handoff.personId))
    .where(and(lately(handoff.sourcePartner, asked), eq(kindOf, 'source_told')))
    .orderBy(desc(handoffEvent.at))
    .limit(MOST)
    .all()
}

/** Callers who were not them, newest first; kept by the trail alone, because nothing was told. */
export const turnedAway = (db: ReadableDb, { id, now }: Asked) =>
  db
    .select({ at: audit.at, by: audit.by })
    .from(audit)
    .where(and(eq(audit.kind, 'caller_refused'), eq(audit.about, id), gte(audit.at, now - RELIABILITY_SPAN)))
    .orderBy(desc(audit.no))
    .limit(MOST)
    .all()
