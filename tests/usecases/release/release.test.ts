import { describe, expect, test } from 'vitest'
import type { HandoffId, PartnerId, PersonId, ReleaseId } from '#shared/domain/core/ids'
import { DAY, HOUR, MINUTE } from '#shared/domain/core/moment'
import { listAuditEntries } from '../../../electron/storage/audit/audit-rows'
import { loadPolicyAt } from '../../../electron/storage/policy/policies'
import { loadShareState } from '../../../electron/storage/release/releases'
import { partner as partnerTable, release as releaseTable } from '../../../electron/storage/schema'
import { eq } from 'drizzle-orm'
import { released, signed, type Terms } from '../../support/domain/releases'
import { attempt, createScratchOffice } from '../../support/office/scratch-office'
import { createOfficeOfFour, addRestrictedPerson } from '../../support/office/every-answer'

/** An office with one person whom a partner sent, and which helps to reach her. */
async function createOfficeWithPerson() {
  const office = createScratchOffice()
  const partner = await office.partner('Northgate Clinic')
  const handoff = await office.refer(partner)
  const { personId } = await office.must('handoff.read', { id: handoff })
  const sign = async (facts: Partial<Terms> = {}): Promise<ReleaseId> => {
    const { id } = await office.must('release.write', signed(personId, office.now, facts))
    return id
  }
  const share = (to: PartnerId | null = partner, name = '') =>
    office.book.read((db) => loadShareState(db, personId, to, office.now, loadPolicyAt(db, office.now), name))
  const toReason = (answer: { readonly ok: boolean; readonly failure?: unknown }) =>
    answer.ok ? null : (answer.failure as { readonly reason?: string }).reason
  return { office, partner, handoff, personId, sign, share, reasonOf: toReason }
}
const tellInput = (id: ReleaseId, more: Partial<{ at: number; how: 'phone' | 'email' }> = {}) => ({
  id,
  what: 'has two children, 6 and 9',
  toWhom: '',
  how: 'phone' as const,
  at: null,
  meetingId: null,
  ...more,
})

describe('a release', () => {
  test('is written, signed, told under, and taken back; all of it stands in the trail without a word of hers (T1)', async () => {
    const { office, personId, partner, sign, share, reasonOf: toReason } = await createOfficeWithPerson()
    expect(share()).toBe('none')
    const { id } = await office.must('release.write', released(personId, office.now, { partnerId: partner }))
    expect(share()).toBe('unsigned')
    expect(toReason(await office.call('release.recordDisclosure', tellInput(id)))).toBe('release_not_signed')
    await office.must('release.write', { ...signed(personId, office.now, { partnerId: partner }), id })
    expect(share()).toBe('active')
    await office.must('release.recordDisclosure', tellInput(id))
    const read = await office.must('release.read', { id })
    expect(read).toMatchObject({ organisation: 'Northgate Clinic', state: 'active', signed: { witness: 'Maeve' }, disclosureCount: 1 })
    expect(read.disclosures).toMatchObject([{ what: 'has two children, 6 and 9', toWhom: 'Intake worker on duty', late: false }])
    office.after(HOUR)
    await office.must('release.revoke', { id, how: 'spoken', words: 'not them any more', at: null })
    expect(share()).toBe('revoked')
    expect(toReason(await office.call('release.recordDisclosure', tellInput(id)))).toBe('release_ended')
    expect(toReason(await office.call('release.revoke', { id, how: 'written', words: '', at: null }))).toBe('already_revoked')
    // Late: it was told while it was active.
    await office.must('release.recordDisclosure', tellInput(id, { at: office.now - 30 * MINUTE }))
    const lines = office.book.read((db) => listAuditEntries(db, null, null))
    expect(lines.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['release_changed', 'disclosed', 'revoked']))
    expect(JSON.stringify(lines)).not.toMatch(/children|Intake|not them/)
    await sign()
  })
  test('never lets its words be changed once she signed it, by no way into the book', async () => {
    const { office, personId, sign, reasonOf: toReason } = await createOfficeWithPerson()
    const id = await sign()
    const again = { ...released(personId, office.now), id }
    expect(toReason(await office.call('release.write', again))).toBe('release_signed')
    for (const change of [{ may: 'everything' }, { expiresAt: office.now + 900 * DAY }, { signedAt: null }, { copy: 'given' as const }])
      expect(() => office.book.write((db) => db.update(releaseTable).set(change).where(eq(releaseTable.id, id)).run())).toThrow(/signed/)
    await office.must('release.revoke', { id, how: 'spoken', words: '', at: null })
    expect(() => office.book.write((db) => db.update(releaseTable).set({ revokedAt: null }).where(eq(releaseTable.id, id)).run())).toThrow(
      /back/,
    )
  })
  test('may be corrected until she signs it', async () => {
    const { office, personId } = await createOfficeWithPerson()
    const { id } = await office.must('release.write', released(personId, office.now))
    await office.must('release.write', { ...released(personId, office.now, { may: 'her age' }), id })
    expect((await office.must('release.list', { personId })).releases).toHaveLength(1)
    expect((await office.must('release.read', { id })).may).toBe('her age')
  })
  test('refuses two recipients, an end in the past, a parent who may not sign, and what is missing', async () => {
    const { office, personId, reasonOf: toReason } = await createOfficeWithPerson()
    const write = async (facts: Partial<Terms>) => toReason(await office.call('release.write', released(personId, office.now, facts)))
    expect(await write({ organisation: 'Harbour Housing and Birch Street Legal' })).toBe('one_recipient')
    expect(await write({ expiresAt: office.now - MINUTE })).toBe('release_would_be_over')
    expect(await write({ expiresAt: office.now + 60 * DAY })).toBe('release_too_long')
    expect(await write({ organisation: '' })).toBe('name_needed')
    expect(await write({ purpose: '' })).toBe('answer_needed')
    expect(await write({ minor: { minorSigned: true, parent: 'her father', parentIsNotAbusive: false } })).toBe('parent_may_not_sign')
    expect(await write({ partnerId: personId as unknown as PartnerId })).toBe('no_such_partner')
    expect((await office.must('release.list', { personId })).releases).toEqual([])
  })
  test('is written and signed in one step, or not at all', async () => {
    const { office, personId, reasonOf: toReason } = await createOfficeWithPerson()
    const untold = signed(personId, office.now, { risksTold: false })
    expect(toReason(await office.call('release.write', untold))).toBe('tell_her_first')
    expect((await office.must('release.list', { personId })).releases).toEqual([])
    const late = { ...signed(personId, office.now), signed: { at: office.now + 1, witness: null } }
    expect(toReason(await office.call('release.write', late))).toBe('in_the_future')
  })
  test('is told under only by a way she agreed to', async () => {
    const { office, sign, reasonOf: toReason } = await createOfficeWithPerson()
    expect(toReason(await office.call('release.recordDisclosure', tellInput(await sign(), { how: 'email' })))).toBe('way_not_agreed')
  })
  test('is renewed as one of its own, unsigned, once; what she is told is told again', async () => {
    const { office, personId, sign, partner, share } = await createOfficeWithPerson()
    const id = await sign({ partnerId: partner })
    office.after(14 * DAY)
    expect(share()).toBe('expired')
    const { id: next } = await office.must('release.renew', { id })
    expect(await office.must('release.renew', { id })).toEqual({ id: next })
    expect(await office.must('release.read', { id: next })).toMatchObject({
      state: 'unsigned',
      renews: id,
      risksTold: false,
      rightsTold: false,
    })
    expect(share()).toBe('expired')
    await office.must('release.write', { ...signed(personId, office.now, { partnerId: partner }), id: next })
    expect(share()).toBe('active')
  })
  test('whoever is not in the directory is known by name, however typed', async () => {
    const { sign, share } = await createOfficeWithPerson()
    await sign({ organisation: 'Défense Légale' })
    expect(share(null, 'defense  legale')).toBe('active')
    expect(share(null, 'intake worker on duty')).toBe('active')
    expect(share(null, 'somebody else')).toBe('none')
    expect(share(null)).toBe('none')
  })
  test('keeps a partner that it names in the directory', async () => {
    const { office, sign } = await createOfficeWithPerson()
    const id = await office.partner('Birch Street Legal')
    await sign({ partnerId: id })
    await office.call('partner.remove', { id })
    expect(office.book.read((db) => db.select().from(partnerTable).where(eq(partnerTable.id, id)).all())).toHaveLength(1)
  })
})

describe('before it ends', () => {
  test('it stands on the board within 72 hours, soonest first, and no longer once it is over or taken back (section 11)', async () => {
    const { office, sign } = await createOfficeWithPerson()
    const ending = async () => (await office.must('release.listEnding', {})).map(({ id }) => id)
    const late = await sign({ expiresAt: office.now + 80 * HOUR })
    const soon = await sign({ organisation: 'Birch Street Legal', expiresAt: office.now + 20 * HOUR })
    expect(await ending()).toEqual([soon])
    office.after(8 * HOUR)
    expect(await ending()).toEqual([soon, late])
    office.after(12 * HOUR)
    expect(await ending()).toEqual([late])
    await office.must('release.revoke', { id: late, how: 'written', words: '', at: null })
    expect(await ending()).toEqual([])
  })
  test('on day 1 the source may be asked; on day 2 it has ended and blocks the loop-back, until she renews it (R1, C5)', async () => {
    const { office, partner, handoff, personId, sign, reasonOf: toReason } = await createOfficeWithPerson()
    const id = await sign({ partnerId: partner, expiresAt: office.now + 20 * HOUR })
    await office.must('handoff.execute', { id: handoff, command: attempt('no_answer') })
    office.after(3 * HOUR)
    await office.must('handoff.execute', { id: handoff, command: attempt('no_answer') })
    expect(await office.must('handoff.read', { id: handoff })).toMatchObject({ loopBackAllowed: true, sourceStop: null })
    office.after(22 * HOUR)
    office.tick()
    expect(toReason(await office.do(handoff, { kind: 'ask_source' }))).toBe('release_ended')
    const blocked = await office.must('handoff.read', { id: handoff })
    expect(blocked).toMatchObject({ loopBackAllowed: false, sourceStop: 'release_ended' })
    expect(blocked.tasks.length).toBeGreaterThan(0)
    const { id: next } = await office.must('release.renew', { id })
    await office.must('release.write', { ...signed(personId, office.now, { partnerId: partner }), id: next, handoffId: handoff })
    expect((await office.must('handoff.read', { id: handoff })).tasks.map(({ kind }) => kind)).toContain('ask_source')
    expect((await office.do(handoff, { kind: 'ask_source' })).ok).toBe(true)
  })
  test('taken back, nothing is planned that would tell them, and what they may hear is the receipt alone', async () => {
    const { office, partner, handoff, sign } = await createOfficeWithPerson()
    const id = await sign({ partnerId: partner })
    await office.must('handoff.execute', { id: handoff, command: { kind: 'set_may_tell', mayTellSource: 'and_next_step' } })
    await office.must('handoff.execute', { id: handoff, command: attempt('reached') })
    const said = async () => (await office.must('partner.enquiry', { id: partner })).rows[0]?.sentence
    expect(await said()).toBe('reached')
    await office.must('release.revoke', { id, how: 'spoken', words: '', at: null })
    expect(await said()).toBe('received')
  })
})

describe('told without her leave (R4)', () => {
  const entry = (personId: PersonId) =>
    ({
      personId,
      at: null,
      what: 'that a child was hurt',
      toWhom: 'Child services',
      why: 'child_protection',
      basis: 'the act on children',
      authorisedBy: '',
      toldHer: 'not_yet',
    }) as const
  test('is written first, authorised once and later, and she is told later; the words stay', async () => {
    const { office, personId, reasonOf: toReason } = await createOfficeWithPerson()
    const { id } = await office.must('withoutConsent.write', entry(personId))
    const line = async () => (await office.must('release.list', { personId })).withoutConsent[0]
    expect(await line()).toMatchObject({ authorised: null, toldHer: 'not_yet', byName: 'Maeve' })
    office.after(HOUR)
    await office.must('withoutConsent.authorise', { id, by: 'Ruth' })
    await office.must('withoutConsent.recordToldPerson', { id, at: null })
    expect(await line()).toMatchObject({ authorised: { by: 'Ruth', at: office.now }, toldHer: 'yes', toldHerAt: office.now })
    expect(toReason(await office.call('withoutConsent.authorise', { id, by: 'Bo' }))).toBe('already_authorised')
    expect(toReason(await office.call('withoutConsent.recordToldPerson', { id, at: null }))).toBe('she_knows_already')
    expect(toReason(await office.call('withoutConsent.write', { ...entry(personId), at: office.now + 1 }))).toBe('in_the_future')
  })
  test('a line about somebody who does not exist for me is not there (I3)', async () => {
    const four = await createOfficeOfFour()
    const { personId } = await addRestrictedPerson(four)
    const { id } = await four.office.must('withoutConsent.write', entry(personId))
    four.as.bo()
    const unknown = '01890a5d-ac96-774b-bcce-b302099a8057'
    for (const one of [id, unknown])
      expect(await four.office.call('withoutConsent.authorise', { id: one, by: 'Bo' })).toMatchObject({
        ok: false,
        failure: { reason: 'no_such_entry' },
      })
    expect(await four.office.must('release.listEnding', {})).toEqual([])
    four.as.ruth()
    expect(await four.office.must('release.listEnding', {})).toHaveLength(1)
  })
})

test('of two records joined her releases are read together, and parted again as they were', async () => {
  const { office, partner, handoff, personId, share } = await createOfficeWithPerson()
  const other: HandoffId = await office.refer(partner, { person: { kind: 'new', name: 'Amal R.', alias: '' } })
  const { personId: gone } = await office.must('handoff.read', { id: other })
  const { id } = await office.must('release.write', signed(gone, office.now, { partnerId: partner }))
  expect(share()).toBe('none')
  const { mergeId } = await office.must('person.merge', { gone, stays: personId, reason: 'the same number' })
  expect(share()).toBe('active')
  expect((await office.must('release.list', { personId })).releases.map((one) => one.id)).toEqual([id])
  expect((await office.must('release.read', { id })).personId).toBe(personId)
  await office.must('person.unmerge', { mergeId })
  expect(share()).toBe('none')
  expect((await office.must('handoff.read', { id: handoff })).personId).toBe(personId)
})
