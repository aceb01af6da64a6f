import type { z } from 'zod'
import type { releases } from '#shared/contract/release'
import type { PersonId, ReleaseId } from '#shared/domain/ids'
import { ok, refuse, type Outcome, type Refusal } from '#shared/domain/outcome'
import type { ReleaseTerms } from '#shared/domain/release'
import { proposedEnd, revokeRefusal, signRefusal, tellRefusal, termsRefusal } from '#shared/domain/release-terms'
import { loadHandoff, openHandoffsOf } from '../storage/handoffs'
import { idsOf, livingId } from '../storage/merges'
import { loadMeeting } from '../storage/meetings'
import { namesIn } from '../storage/names'
import { partnerRow } from '../storage/partners'
import { labelOf, personRow } from '../storage/people'
import { policyAt } from '../storage/policies'
import {
  addDisclosure,
  addRelease,
  releaseRow,
  releasesEnding,
  releasesOf,
  revokeRelease,
  rewriteRelease,
  signRelease,
  type ReleaseRow,
} from '../storage/releases'
import { staffRow } from '../storage/staff'
import { strikerFor } from '../storage/story'
import type { Context, UseCases, Writing } from './context'
import { carryOut } from './handoff'
import { ENDS_SOON, isMinor, releaseListOf, releaseViewOf } from './release-view'
import { withoutConsentCalls } from './without-consent'

type Calls = typeof releases
type Write = z.output<Calls['release.write']['input']>

const refused = (failure: Refusal): { readonly ok: false; readonly failure: Refusal } => ({ ok: false, failure })
const policyNow = ({ db, now, zone }: Context) => ({ now, zone, policy: policyAt(db, now).release })

/** R2, C5: what was planned for her rests on what may be told: it is planned anew. */
function planAnew(context: Writing, personId: PersonId): void {
  for (const id of openHandoffsOf(context.db, livingId(context.db, personId))) carryOut(context, id, { kind: 'look_again' })
}

/** I3: found under whichever of her records; hers as she is met today. */
function found(context: Context, id: ReleaseId): Outcome<{ row: ReleaseRow; personId: PersonId }> {
  const row = releaseRow(context.db, id)
  return row === null ? refuse('no_such_release') : ok({ row, personId: livingId(context.db, row.personId) })
}

/** R3: the name that the directory has for a partner, so that she signs what everybody calls it. */
function named(context: Context, terms: Write['terms']): Outcome<ReleaseTerms> {
  if (terms.partnerId === null)
    return terms.organisation === '' ? refuse('name_needed', { field: 'organisation' }) : ok({ ...terms, ways: [...new Set(terms.ways)] })
  const partner = partnerRow(context.db, terms.partnerId)
  return partner === null
    ? refuse('no_such_partner', { field: 'organisation' })
    : ok({ ...terms, organisation: partner.name, ways: [...new Set(terms.ways)] })
}

function write(context: Writing, { id, personId, handoffId, terms: typed, signed }: Write): Outcome<{ id: ReleaseId }> {
  const { db, now, me, ids, keep } = context
  const her = personRow(db, personId)
  if (!her) return refuse('no_such_person')
  const terms = named(context, typed)
  if (!terms.ok) return terms
  if (typed.purpose === '') return refuse('answer_needed', { field: 'purpose' })
  if (typed.may === '') return refuse('answer_needed', { field: 'may' })
  const refusal = termsRefusal(terms.value, policyNow(context), isMinor(her))
  if (refusal) return refused(refusal)
  if (handoffId !== null && !idsOf(db, personId).includes(loadHandoff(db, handoffId)?.personId as PersonId))
    return refuse('no_such_handoff', { field: 'handoffId' })
  keep({ about: personId, facts: { what: signed === null ? 'written' : 'signed' } })
  const row = id === null ? null : releaseRow(db, id)
  if (id !== null && (row === null || !idsOf(db, personId).includes(row.personId))) return refuse('no_such_release')
  if (row !== null && row.signedAt !== null) return refuse('release_signed')
  if (row !== null && row.revokedAt !== null) return refuse('already_revoked')
  const written = row?.id ?? (ids.uuid() as ReleaseId)
  if (row) rewriteRelease(db, row.id, terms.value)
  else addRelease(db, { id: written, personId, handoffId, renews: null, writtenAt: now, writtenBy: me.id }, terms.value)
  return signed === null ? ok({ id: written }) : sign(context, written, signed)
}

/** Refused, nothing of it is written: the router takes the words back as well, and the leaf still has them. */
function sign(context: Writing, id: ReleaseId, { at, witness }: NonNullable<Write['signed']>): Outcome<{ id: ReleaseId }> {
  const { db, now, me } = context
  const of = found(context, id)
  if (!of.ok) return of
  const refusal = signRefusal(of.value.row, at ?? now, now)
  if (refusal) return refused(refusal)
  if (witness !== null && staffRow(db, witness) === null) return refuse('no_such_staff', { field: 'witness' })
  signRelease(db, id, at ?? now, witness ?? me.id)
  planAnew(context, of.value.personId)
  return ok({ id })
}

/** Her words once more; what she is told each time is told again before she signs. */
function renew(context: Writing, id: ReleaseId): Outcome<{ id: ReleaseId }> {
  const { db, now, me, ids, keep } = context
  const of = found(context, id)
  if (!of.ok) return of
  const { row, personId } = of.value
  keep({ about: personId, facts: { what: 'renewed' } })
  const there = releasesOf(db, personId).find(
    (one) => one.renews === id && one.signedAt === null && one.revokedAt === null && one.expiresAt > now,
  )
  if (there) return ok({ id: there.id })
  const fresh = ids.uuid() as ReleaseId
  const { partnerId, organisation, recipient, purpose, may, mayNot, ways, otherWays, copy, language, interpreter, minor } = row
  const terms = { partnerId, organisation, recipient, purpose, may, mayNot, ways, otherWays, copy, language, interpreter }
  addRelease(
    db,
    { id: fresh, personId, handoffId: row.handoffId, renews: id, writtenAt: now, writtenBy: me.id },
    {
      ...terms,
      minor: minor && { ...minor, minorSigned: false },
      risksTold: false,
      rightsTold: false,
      startsAt: now,
      expiresAt: proposedEnd(now, policyNow(context)),
    },
  )
  return ok({ id: fresh })
}

export const releaseCalls: UseCases<Calls> = {
  ...withoutConsentCalls,
  'release.list': (context, { personId }) => {
    const her = personRow(context.db, personId)
    return her ? ok(releaseListOf(context, her)) : refuse('no_such_person')
  },
  'release.read': (context, { id }) => {
    const of = found(context, id)
    if (!of.ok) return of
    const her = personRow(context.db, of.value.personId)
    context.keep({ about: of.value.personId })
    return her ? ok(releaseViewOf(context, of.value.row, her)) : refuse('no_such_release')
  },
  'release.write': write,
  'release.renew': (context, { id }) => renew(context, id),
  'release.revoke': (context, { id, how, words, at }) => {
    const { db, now, me, keep } = context
    const of = found(context, id)
    if (!of.ok) return of
    const refusal = revokeRefusal(of.value.row, at ?? now, now)
    if (refusal) return refused(refusal)
    keep({ about: of.value.personId, facts: { how } })
    revokeRelease(db, id, { at: at ?? now, how, words: strikerFor(db, of.value.personId, null)(words), by: me.id })
    planAnew(context, of.value.personId)
    return ok({ done: true })
  },
  'release.told': (context, { id, what, toWhom, how, at, meetingId }) => {
    const { db, now, me, ids, keep } = context
    const of = found(context, id)
    if (!of.ok) return of
    const { row, personId } = of.value
    const refusal = tellRefusal(row, at ?? now, now)
    if (refusal) return refused(refusal)
    if (!row.ways.includes(how)) return refuse('way_not_agreed', { field: 'how' })
    const meeting = meetingId === null ? null : loadMeeting(db, meetingId)
    if (meetingId !== null && (meeting === null || !idsOf(db, personId).includes(meeting.personId)))
      return refuse('no_such_meeting', { field: 'meetingId' })
    keep({ about: personId, facts: { how } })
    const strike = strikerFor(db, personId, null)
    const entry = ids.uuid()
    addDisclosure(db, {
      id: entry,
      releaseId: id,
      meetingId,
      at: at ?? now,
      what: strike(what),
      toWhom: strike(toWhom || row.recipient),
      how,
      by: me.id,
      writtenAt: now,
    })
    return ok({ id: entry })
  },
  'release.ending': ({ db, now, hidden }) => {
    const names = namesIn(db)
    return ok(
      releasesEnding(db, now, now + ENDS_SOON)
        .filter(({ release }) => !hidden.has(release.personId) && release.startsAt <= now)
        .map(({ release, ...her }) => ({
          id: release.id,
          personId: livingId(db, release.personId),
          label: labelOf(her),
          organisation: release.partnerId === null ? release.organisation : names.partner(release.partnerId),
          expiresAt: release.expiresAt,
        })),
    )
  },
}
