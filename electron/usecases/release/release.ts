import type { z } from 'zod'
import type { releases } from '#shared/contract/person/release'
import type { PersonId, ReleaseId } from '#shared/domain/core/ids'
import { ok, refuse, type Outcome, type Refusal } from '#shared/domain/core/outcome'
import type { ReleaseTerms } from '#shared/domain/release/release'
import { proposeEnd, revokeRefusal, signRefusal, disclosureRefusal, termsRefusal } from '#shared/domain/release/release-terms'
import { loadHandoff, listOpenHandoffs } from '../../storage/handoff/handoffs'
import { listPersonIds, resolveMergedId } from '../../storage/person/merges'
import { loadMeeting } from '../../storage/meeting/meetings'
import { loadNames } from '../../storage/office/names'
import { findPartner } from '../../storage/partner/partners'
import { toPersonLabel, findPerson } from '../../storage/person/people'
import { loadPolicyAt } from '../../storage/policy/policies'
import {
  addDisclosure,
  addRelease,
  findRelease,
  listReleasesEnding,
  listReleases,
  revokeRelease,
  updateReleaseDraft,
  signRelease,
  type ReleaseRow,
} from '../../storage/release/releases'
import { findStaff } from '../../storage/staff/staff'
import type { Context, UseCases, WriteContext } from '../../session/call-context'
import { executeCommand } from '../handoff/handoff'
import { ENDS_SOON_MS, isMinor, loadReleaseList, toReleaseView } from './release-view'
import { withoutConsentCalls } from './without-consent'

type ReleaseCalls = typeof releases
type WriteInput = z.output<ReleaseCalls['release.write']['input']>

const toRefused = (failure: Refusal): { readonly ok: false; readonly failure: Refusal } => ({ ok: false, failure })
const loadReleasePolicy = ({ db, now, zone }: Context) => ({ now, zone, policy: loadPolicyAt(db, now).release })

/** R2, C5: what was planned for the person rests on what may be told, so it is planned anew. */
function replanForRelease(context: WriteContext, personId: PersonId): void {
  for (const id of listOpenHandoffs(context.db, resolveMergedId(context.db, personId))) executeCommand(context, id, { kind: 'look_again' })
}

/** I3: finds a release under whichever of the person's records it was written. */
function requireRelease(context: Context, id: ReleaseId): Outcome<{ row: ReleaseRow; personId: PersonId }> {
  const row = findRelease(context.db, id)
  return row === null ? refuse('no_such_release') : ok({ row, personId: resolveMergedId(context.db, row.personId) })
}

/** R3: finds the directory's name of a partner, so that the person signs the name that everybody uses. */
function nameOrganisation(context: Context, terms: WriteInput['terms']): Outcome<ReleaseTerms> {
  if (terms.partnerId === null)
    return terms.organisation === '' ? refuse('name_needed', { field: 'organisation' }) : ok({ ...terms, ways: [...new Set(terms.ways)] })
  const partner = findPartner(context.db, terms.partnerId)
  return partner === null
    ? refuse('no_such_partner', { field: 'organisation' })
    : ok({ ...terms, organisation: partner.name, ways: [...new Set(terms.ways)] })
}

function writeRelease(
  context: WriteContext,
  { id, personId, handoffId, terms: typedTerms, signed }: WriteInput,
): Outcome<{ id: ReleaseId }> {
  const { db, now, me, ids, audit } = context
  const person = findPerson(db, personId)
  if (!person) return refuse('no_such_person')
  const terms = nameOrganisation(context, typedTerms)
  if (!terms.ok) return terms
  if (typedTerms.purpose === '') return refuse('answer_needed', { field: 'purpose' })
  if (typedTerms.may === '') return refuse('answer_needed', { field: 'may' })
  const refusal = termsRefusal(terms.value, loadReleasePolicy(context), isMinor(person))
  if (refusal) return toRefused(refusal)
  if (handoffId !== null && !listPersonIds(db, personId).includes(loadHandoff(db, handoffId)?.personId as PersonId))
    return refuse('no_such_handoff', { field: 'handoffId' })
  audit({ about: personId, facts: { what: signed === null ? 'written' : 'signed' } })
  const row = id === null ? null : findRelease(db, id)
  if (id !== null && (row === null || !listPersonIds(db, personId).includes(row.personId))) return refuse('no_such_release')
  if (row !== null && row.signedAt !== null) return refuse('release_signed')
  if (row !== null && row.revokedAt !== null) return refuse('already_revoked')
  const writtenId = row?.id ?? (ids.uuid() as ReleaseId)
  if (row) updateReleaseDraft(db, row.id, terms.value)
  else addRelease(db, { id: writtenId, personId, handoffId, renews: null, writtenAt: now, writtenBy: me.id }, terms.value)
  return signed === null ? ok({ id: writtenId }) : recordSignature(context, writtenId, signed)
}

/** Records a signature. If it is refused, nothing is written: the router rolls the terms back as well, and the form still has them. */
function recordSignature(
  context: WriteContext,
  id: ReleaseId,
  { at, witness }: NonNullable<WriteInput['signed']>,
): Outcome<{ id: ReleaseId }> {
  const { db, now, me } = context
  const found = requireRelease(context, id)
  if (!found.ok) return found
  const refusal = signRefusal(found.value.row, at ?? now, now)
  if (refusal) return toRefused(refusal)
  if (witness !== null && findStaff(db, witness) === null) return refuse('no_such_staff', { field: 'witness' })
  signRelease(db, id, at ?? now, witness ?? me.id)
  replanForRelease(context, found.value.personId)
  return ok({ id })
}

/** Copies the person's words; what the person is told each time is told again before signing. */
function renewRelease(context: WriteContext, id: ReleaseId): Outcome<{ id: ReleaseId }> {
  const { db, now, me, ids, audit } = context
  const found = requireRelease(context, id)
  if (!found.ok) return found
  const { row, personId } = found.value
  audit({ about: personId, facts: { what: 'renewed' } })
  const unsignedRenewal = listReleases(db, personId).find(
    (one) => one.renews === id && one.signedAt === null && one.revokedAt === null && one.expiresAt > now,
  )
  if (unsignedRenewal) return ok({ id: unsignedRenewal.id })
  const newId = ids.uuid() as ReleaseId
  const { partnerId, organisation, recipient, purpose, may, mayNot, ways, otherWays, copy, language, interpreter, minor } = row
  const terms = { partnerId, organisation, recipient, purpose, may, mayNot, ways, otherWays, copy, language, interpreter }
  addRelease(
    db,
    { id: newId, personId, handoffId: row.handoffId, renews: id, writtenAt: now, writtenBy: me.id },
    {
      ...terms,
      minor: minor && { ...minor, minorSigned: false },
      risksTold: false,
      rightsTold: false,
      startsAt: now,
      expiresAt: proposeEnd(now, loadReleasePolicy(context)),
    },
  )
  return ok({ id: newId })
}

export const releaseCalls: UseCases<ReleaseCalls> = {
  ...withoutConsentCalls,
  'release.list': (context, { personId }) => {
    const person = findPerson(context.db, personId)
    return person ? ok(loadReleaseList(context, person)) : refuse('no_such_person')
  },
  'release.read': (context, { id }) => {
    const found = requireRelease(context, id)
    if (!found.ok) return found
    const person = findPerson(context.db, found.value.personId)
    context.audit({ about: found.value.personId })
    return person ? ok(toReleaseView(context, found.value.row, person)) : refuse('no_such_release')
  },
  'release.write': writeRelease,
  'release.renew': (context, { id }) => renewRelease(context, id),
  'release.revoke': (context, { id, how, words, at }) => {
    const { db, now, me, audit } = context
    const found = requireRelease(context, id)
    if (!found.ok) return found
    const refusal = revokeRefusal(found.value.row, at ?? now, now)
    if (refusal) return toRefused(refusal)
    audit({ about: found.value.personId, facts: { how } })
    revokeRelease(db, id, { at: at ?? now, how, words, by: me.id })
    replanForRelease(context, found.value.personId)
    return ok({ done: true })
  },
  'release.recordDisclosure': (context, { id, what, toWhom, how, at, meetingId }) => {
    const { db, now, me, ids, audit } = context
    const found = requireRelease(context, id)
    if (!found.ok) return found
    const { row, personId } = found.value
    const refusal = disclosureRefusal(row, at ?? now, now)
    if (refusal) return toRefused(refusal)
    if (!row.ways.includes(how)) return refuse('way_not_agreed', { field: 'how' })
    const meeting = meetingId === null ? null : loadMeeting(db, meetingId)
    if (meetingId !== null && (meeting === null || !listPersonIds(db, personId).includes(meeting.personId)))
      return refuse('no_such_meeting', { field: 'meetingId' })
    audit({ about: personId, facts: { how } })
    const disclosureId = ids.uuid()
    addDisclosure(db, {
      id: disclosureId,
      releaseId: id,
      meetingId,
      at: at ?? now,
      what,
      toWhom: toWhom || row.recipient,
      how,
      by: me.id,
      writtenAt: now,
    })
    return ok({ id: disclosureId })
  },
  'release.listEnding': ({ db, now, hidden }) => {
    const names = loadNames(db)
    return ok(
      listReleasesEnding(db, now, now + ENDS_SOON_MS)
        .filter(({ release }) => !hidden.has(release.personId) && release.startsAt <= now)
        .map(({ release, ...person }) => ({
          id: release.id,
          personId: resolveMergedId(db, release.personId),
          label: toPersonLabel(person),
          organisation: release.partnerId === null ? release.organisation : names.partner(release.partnerId),
          expiresAt: release.expiresAt,
        })),
    )
  },
}
