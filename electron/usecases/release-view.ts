import { and, desc, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { releases } from '#shared/contract/release'
import { needsInterpreter } from '#shared/domain/contact-plan'
import type { PersonId } from '#shared/domain/ids'
import { HOUR } from '#shared/domain/moment'
import type { AgeBand } from '#shared/domain/person-facts'
import { endOf, releaseStanding } from '#shared/domain/release'
import { proposedEnd } from '#shared/domain/release-terms'
import type { ReadableDb } from '../storage/database'
import { livingId } from '../storage/merges'
import { namesIn } from '../storage/names'
import { factsOfHer, currentPlan, labelOf, type PersonRow } from '../storage/people'
import { policyAt } from '../storage/policies'
import { disclosuresOf, releasesOf, type DisclosureRow, type ReleaseRow } from '../storage/releases'
import { handoff } from '../storage/schema'
import { strikerFor } from '../storage/story'
import { toldWithoutOf } from '../storage/told-without'
import type { Context } from './context'

type Answer<C extends keyof typeof releases> = z.input<(typeof releases)[C]['output']>
type At = Pick<Context, 'db' | 'now' | 'zone'>

/** Section 11. */
export const ENDS_SOON = 72 * HOUR

const YOUNG: readonly (AgeBand | 'not_known' | null)[] = ['0_5', '6_12', '13_17']
/** Section 8: by her age band; unknown is no minor, and nobody is asked for a birth date (section 14). */
export const isMinor = ({ facts }: Pick<PersonRow, 'facts'>): boolean => YOUNG.includes(factsOfHer({ facts }).ageBand)

function summaryOf({ db, now }: Pick<At, 'db' | 'now'>, row: ReleaseRow, told: readonly DisclosureRow[]) {
  const { id, organisation, recipient, startsAt, expiresAt, revokedAt, revokedHow, revokedWords, revokedBy } = row
  const standing = releaseStanding(row, now)
  return {
    id,
    organisation,
    recipient,
    standing,
    startsAt,
    expiresAt,
    ending: standing === 'active' && expiresAt <= now + ENDS_SOON,
    revoked:
      revokedAt === null || revokedHow === null
        ? null
        : { at: revokedAt, how: revokedHow, words: revokedWords, byName: revokedBy === null ? '' : namesIn(db).worker(revokedBy) },
    told: told.length,
    lastToldAt: told[0]?.at ?? null,
  }
}

export function releaseViewOf(at: At, row: ReleaseRow, her: PersonRow): Answer<'release.read'> {
  const { db } = at
  const names = namesIn(db)
  const told = disclosuresOf(db, row.id)
  const strike = strikerFor(db, her.id, null)
  const number =
    row.handoffId === null
      ? null
      : (db.select({ number: handoff.number }).from(handoff).where(eq(handoff.id, row.handoffId)).get()?.number ?? null)
  const { partnerId, purpose, may, mayNot, ways, risksTold, otherWays, rightsTold, copy, language, interpreter, minor } = row
  return {
    ...summaryOf(at, row, told),
    partnerId,
    purpose,
    may,
    mayNot,
    ways: [...ways],
    risksTold,
    otherWays,
    rightsTold,
    copy,
    language,
    interpreter,
    minor: minor && { ...minor },
    personId: her.id,
    label: labelOf(her),
    number,
    handoffId: number === null ? null : row.handoffId,
    signed: row.signedAt === null ? null : { at: row.signedAt, witness: row.witness === null ? '' : names.worker(row.witness) },
    written: { at: row.writtenAt, byName: names.worker(row.writtenBy) },
    renews: row.renews,
    disclosures: told.map((one) => ({
      id: one.id,
      at: one.at,
      what: strike(one.what),
      toWhom: strike(one.toWhom),
      how: one.how,
      byName: names.worker(one.by),
      late: one.at < one.writtenAt,
    })),
  }
}

const RANK = { active: 0, coming: 1, unsigned: 2, expired: 3, revoked: 3 } as const

/** Active first, the soonest end first; what has ended last, the newest end first. */
function inOrder(rows: readonly ReleaseRow[], now: number): readonly ReleaseRow[] {
  const rank = (row: ReleaseRow) => RANK[releaseStanding(row, now)]
  return rows.toSorted((a, b) => rank(a) - rank(b) || (rank(a) === 3 ? endOf(b) - endOf(a) : endOf(a) - endOf(b)))
}

const newestRecord = (db: ReadableDb, personId: PersonId): { handoffId: typeof handoff.$inferSelect.id; number: number } | null =>
  db
    .select({ handoffId: handoff.id, number: handoff.number })
    .from(handoff)
    .where(and(eq(handoff.personId, personId), eq(handoff.enteredInError, false)))
    .orderBy(desc(handoff.number))
    .limit(1)
    .get() ?? null

export function releaseListOf(at: At, her: PersonRow): Answer<'release.list'> {
  const { db, now, zone } = at
  const names = namesIn(db)
  const strike = strikerFor(db, her.id, null)
  const plan = currentPlan(db, her.id)?.plan
  const policy = policyAt(db, now).release
  return {
    label: labelOf(her),
    record: newestRecord(db, livingId(db, her.id)),
    releases: inOrder(releasesOf(db, her.id), now).map((row) => summaryOf(at, row, disclosuresOf(db, row.id))),
    withoutConsent: toldWithoutOf(db, her.id).map((one) => ({
      id: one.id,
      at: one.at,
      what: strike(one.what),
      toWhom: strike(one.toWhom),
      why: one.why,
      basis: one.basis,
      byName: names.worker(one.by),
      late: one.at < one.writtenAt,
      authorised: one.authorisedAt === null ? null : { by: one.authorisedBy, at: one.authorisedAt },
      toldHer: one.toldHer,
      toldHerAt: one.toldHerAt,
    })),
    proposed: {
      language: plan?.language ?? '',
      interpreter: plan !== undefined && needsInterpreter(plan),
      days: policy.days,
      expiresAt: proposedEnd(now, { zone, policy }),
      minor: isMinor(her),
    },
  }
}
