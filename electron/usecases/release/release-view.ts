import { and, desc, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { releases } from '#shared/contract/person/release'
import { isInterpreterNeeded } from '#shared/domain/contact/contact-plan'
import type { PersonId } from '#shared/domain/core/ids'
import { HOUR } from '#shared/domain/core/moment'
import type { AgeBand } from '#shared/domain/person/person-answers'
import { getReleaseEnd, getReleaseState } from '#shared/domain/release/release'
import { proposeEnd } from '#shared/domain/release/release-terms'
import type { ReadableDb } from '../../storage/core/db-types'
import { resolveMergedId } from '../../storage/person/merges'
import { loadNames } from '../../storage/office/names'
import { readPersonFacts, loadCurrentPlan, toPersonLabel, type PersonRow } from '../../storage/person/people'
import { loadPolicyAt } from '../../storage/policy/policies'
import { listDisclosures, listReleases, type DisclosureRow, type ReleaseRow } from '../../storage/release/releases'
import { handoff } from '../../storage/schema'
import { listDisclosuresWithoutConsent } from '../../storage/release/disclosures-without-consent'
import type { Context } from '../../session/call-context'

type ReleaseAnswer<C extends keyof typeof releases> = z.input<(typeof releases)[C]['output']>
type ReleaseContext = Pick<Context, 'db' | 'now' | 'zone'>

/** How long before its end a release counts as ending soon (section 11). */
export const ENDS_SOON_MS = 72 * HOUR

const MINOR_AGE_BANDS: readonly (AgeBand | 'not_known' | null)[] = ['0_5', '6_12', '13_17']
/** Section 8: true for an age band under 18. Unknown is no minor, and nobody is asked for a birth date (section 14). */
export const isMinor = ({ facts }: Pick<PersonRow, 'facts'>): boolean => MINOR_AGE_BANDS.includes(readPersonFacts({ facts }).ageBand)

function toReleaseSummary({ db, now }: Pick<ReleaseContext, 'db' | 'now'>, row: ReleaseRow, told: readonly DisclosureRow[]) {
  const { id, organisation, recipient, startsAt, expiresAt, revokedAt, revokedHow, revokedWords, revokedBy } = row
  const state = getReleaseState(row, now)
  return {
    id,
    organisation,
    recipient,
    state,
    startsAt,
    expiresAt,
    ending: state === 'active' && expiresAt <= now + ENDS_SOON_MS,
    revoked:
      revokedAt === null || revokedHow === null
        ? null
        : { at: revokedAt, how: revokedHow, words: revokedWords, byName: revokedBy === null ? '' : loadNames(db).worker(revokedBy) },
    disclosureCount: told.length,
    lastToldAt: told[0]?.at ?? null,
  }
}

export function toReleaseView(at: ReleaseContext, row: ReleaseRow, person: PersonRow): ReleaseAnswer<'release.read'> {
  const { db } = at
  const names = loadNames(db)
  const told = listDisclosures(db, row.id)
  const number =
    row.handoffId === null
      ? null
      : (db.select({ number: handoff.number }).from(handoff).where(eq(handoff.id, row.handoffId)).get()?.number ?? null)
  const { partnerId, purpose, may, mayNot, ways, risksTold, otherWays, rightsTold, copy, language, interpreter, minor } = row
  return {
    ...toReleaseSummary(at, row, told),
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
    personId: person.id,
    label: toPersonLabel(person),
    number,
    handoffId: number === null ? null : row.handoffId,
    signed: row.signedAt === null ? null : { at: row.signedAt, witness: row.witness === null ? '' : names.worker(row.witness) },
    written: { at: row.writtenAt, byName: names.worker(row.writtenBy) },
    renews: row.renews,
    disclosures: told.map((one) => ({
      id: one.id,
      at: one.at,
      what: one.what,
      toWhom: one.toWhom,
      how: one.how,
      byName: names.worker(one.by),
      late: one.at < one.writtenAt,
    })),
  }
}

const STATE_RANK = { active: 0, coming: 1, unsigned: 2, expired: 3, revoked: 3 } as const

/** Sorts releases: active first, the soonest end first; ended ones last, the newest end first. */
function sortReleases(rows: readonly ReleaseRow[], now: number): readonly ReleaseRow[] {
  const findRank = (row: ReleaseRow) => STATE_RANK[getReleaseState(row, now)]
  return rows.toSorted(
    (a, b) => findRank(a) - findRank(b) || (findRank(a) === 3 ? getReleaseEnd(b) - getReleaseEnd(a) : getReleaseEnd(a) - getReleaseEnd(b)),
  )
}

const findNewestHandoff = (db: ReadableDb, personId: PersonId): { handoffId: typeof handoff.$inferSelect.id; number: number } | null =>
  db
    .select({ handoffId: handoff.id, number: handoff.number })
    .from(handoff)
    .where(and(eq(handoff.personId, personId), eq(handoff.enteredInError, false)))
    .orderBy(desc(handoff.number))
    .limit(1)
    .get() ?? null

export function loadReleaseList(at: ReleaseContext, person: PersonRow): ReleaseAnswer<'release.list'> {
  const { db, now, zone } = at
  const names = loadNames(db)
  const plan = loadCurrentPlan(db, person.id)?.plan
  const policy = loadPolicyAt(db, now).release
  return {
    label: toPersonLabel(person),
    record: findNewestHandoff(db, resolveMergedId(db, person.id)),
    releases: sortReleases(listReleases(db, person.id), now).map((row) => toReleaseSummary(at, row, listDisclosures(db, row.id))),
    withoutConsent: listDisclosuresWithoutConsent(db, person.id).map((one) => ({
      id: one.id,
      at: one.at,
      what: one.what,
      toWhom: one.toWhom,
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
      interpreter: plan !== undefined && isInterpreterNeeded(plan),
      days: policy.days,
      expiresAt: proposeEnd(now, { zone, policy }),
      minor: isMinor(person),
    },
  }
}
