import { describe, expect, test } from 'vitest'
import type { Input } from '#shared/contract/index'
import type { PartnerId } from '#shared/domain/core/ids'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { listAuditEntries } from '../../../electron/storage/audit/audit-rows'
import { referral, createScratchOffice } from '../../support/office/scratch-office'

type Save = Input<'partner.save'>
const MORE: NonNullable<Save['more']> = {
  helpsUntil: null,
  relay: 'by their duty worker, in person',
  languages: 'French and English',
  areas: 'the north side',
  hours: 'Weekdays 8:30 to 16:30',
  eligibility: 'Women with a hearing within 30 days.',
  doNotRefer: '',
  address: '12 Alder Lane',
  contacts: [{ name: 'Sol', does: 'duty worker', phone: '780 555 0171', note: '' }],
}
const clinic = (more: Partial<typeof MORE> = {}, change: Partial<Save> = {}): Save => ({
  id: null,
  name: 'Riverside Court Clinic',
  kind: 'court_clinic',
  phone: '780 555 0170',
  note: '',
  helpsToReach: true,
  more: { ...MORE, ...more },
  ...change,
})
const toReason = (answer: { readonly ok: boolean; readonly failure?: unknown }) =>
  answer.ok ? null : (answer.failure as { readonly reason?: string }).reason

describe('the directory', () => {
  test('has a partner in full, but never the address: that is a call of its own, and the audit log keeps it', async () => {
    const office = createScratchOffice()
    const { id } = await office.must('partner.save', clinic())
    const page = await office.must('partner.read', { id })
    const { address: _address, ...shown } = MORE
    expect(page).toMatchObject({ ...shown, hasAddress: true, verified: null, retired: false, addedAt: office.now, changed: [] })
    for (const told of [page, await office.must('partner.list', {}), await office.must('partner.enquiry', { id })])
      expect(JSON.stringify(told)).not.toContain('Alder')
    expect(await office.must('partner.address', { id })).toEqual({ address: '12 Alder Lane' })
    const kept = office.database.read((db) => listAuditEntries(db, null, null)).filter(({ kind }) => kind === 'address_shown')
    expect(kept).toMatchObject([{ about: id, facts: {} }])
  })
  test('what is left out of a save stays as it is, the address above all', async () => {
    const office = createScratchOffice()
    const { id } = await office.must('partner.save', clinic())
    const { more: _more, ...short } = clinic({}, { id, note: 'Ring after 11:30.' })
    await office.must('partner.save', short)
    expect(await office.must('partner.read', { id })).toMatchObject({ languages: 'French and English', note: 'Ring after 11:30.' })
    await office.must('partner.save', clinic({ address: null, languages: 'French' }, { id }))
    expect((await office.must('partner.address', { id })).address).toBe('12 Alder Lane')
    expect(await office.must('partner.read', { id })).toMatchObject({ languages: 'French', note: '', contacts: MORE.contacts })
  })
  test('marks for each worker what changed since she last looked, field by field', async () => {
    const office = createScratchOffice()
    const bo = office.worker('Bo')
    const { id } = await office.must('partner.save', clinic())
    const changed = async () => (await office.must('partner.read', { id })).changed
    await office.must('partner.markSeen', { id })
    office.after(HOUR)
    office.signIn(bo, 'Bo')
    await office.must('partner.save', clinic({ eligibility: 'Women with a hearing within 60 days.', address: '14 Alder Lane' }, { id }))
    expect(await changed()).toEqual([])
    office.signIn(office.director, 'Maeve', ['director'])
    expect(await changed()).toEqual(['eligibility', 'address'])
    office.after(HOUR)
    await office.must('partner.markSeen', { id })
    expect(await changed()).toEqual([])
  })
  test('a draft that was begun before somebody else’s change overwrites nothing', async () => {
    const office = createScratchOffice()
    const { id } = await office.must('partner.save', clinic())
    const { changedAt } = await office.must('partner.read', { id })
    office.after(HOUR)
    await office.must('partner.save', clinic({ hours: 'always' }, { id, basedOn: changedAt }))
    const late = await office.call('partner.save', clinic({ hours: 'never' }, { id, basedOn: changedAt }))
    expect(toReason(late)).toBe('changed_meanwhile')
    expect((await office.must('partner.read', { id })).hours).toBe('always')
  })
  test('says who verified it last, and when', async () => {
    const office = createScratchOffice()
    const bo = office.worker('Bo')
    const { id } = await office.must('partner.save', clinic())
    office.signIn(bo, 'Bo')
    office.after(DAY)
    await office.must('partner.verify', { id })
    expect((await office.must('partner.read', { id })).verified).toEqual({ at: office.now, by: 'Bo' })
  })
})

test('when an agreement to help runs out the clock itself plans anew, and nobody is left to ask them (C5)', async () => {
  const office = createScratchOffice()
  const until = office.now + 30 * HOUR
  const { id: source } = await office.must('partner.save', clinic({ helpsUntil: until }))
  const id = await office.createHandoff(source)
  const tasks = async () => (await office.must('handoff.read', { id })).tasks.map(({ kind }) => kind)
  office.after(24 * HOUR + 1)
  office.tick()
  expect(await tasks()).toContain('ask_source')
  for (let at = office.nextAlertAt(); at !== null && at < until; at = office.nextAlertAt()) {
    office.at(at)
    office.tick()
  }
  expect(office.nextAlertAt()).toBe(until)
  office.at(until)
  office.tick()
  expect(await tasks()).not.toContain('ask_source')
})

describe('in use it is retired instead of deleted', () => {
  test('nobody is referred from or to them any more; what is written stays readable, and they can come back', async () => {
    const office = createScratchOffice()
    const { id } = await office.must('partner.save', clinic())
    const handoff = await office.createHandoff(id)
    expect(await office.must('partner.remove', { id })).toEqual({ gone: 'retired' })
    expect((await office.must('handoff.read', { id: handoff })).from).toBe('Riverside Court Clinic')
    expect(await office.must('partner.read', { id })).toMatchObject({ retired: true, contacts: MORE.contacts })
    const again = { ...referral(id), person: { kind: 'new', name: 'Zoe Wilde', alias: '' } } as const
    expect(await office.call('handoff.create', again)).toMatchObject({ failure: { reason: 'partner_retired', field: 'source' } })
    expect(await office.call('handoff.create', { ...again, ...outgoing(office.director, id) })).toMatchObject({
      failure: { reason: 'partner_retired', field: 'receiver' },
    })
    const later = await office.partner('Riverside Women')
    expect((await office.must('search.find', { text: 'riverside' })).partners).toEqual([
      { id: later, name: 'Riverside Women', openHandoffs: 0, retired: false },
      { id, name: 'Riverside Court Clinic', openHandoffs: 1, retired: true },
    ])
    await office.must('partner.restore', { id })
    expect((await office.call('handoff.create', again)).ok).toBe(true)
  })
  test('whom nothing names is gone, with contacts and who had looked', async () => {
    const office = createScratchOffice()
    const { id } = await office.must('partner.save', clinic())
    await office.must('partner.markSeen', { id })
    expect(await office.must('partner.remove', { id })).toEqual({ gone: 'deleted' })
    expect(toReason(await office.call('partner.read', { id }))).toBe('no_such_partner')
    expect(toReason(await office.call('partner.remove', { id }))).toBe('no_such_partner')
  })
  test('an agreed standard is use too', async () => {
    const office = createScratchOffice()
    const { id } = await office.must('partner.save', clinic())
    await office.must('partner.saveStandard', { id, standard: { from: office.now, hours: 48, mode: 'committed' } })
    expect(await office.must('partner.remove', { id })).toEqual({ gone: 'retired' })
  })
})

const outgoing = (worker: string, partner: PartnerId) =>
  ({
    direction: 'outgoing',
    source: { kind: 'staff', id: worker as never },
    receiver: { kind: 'partner', id: partner },
    permissionGiven: true,
  }) as const

describe('"do not refer"', () => {
  test('refuses without words why all the same, and keeps them on the record', async () => {
    const office = createScratchOffice()
    const { id } = await office.must('partner.save', clinic({ doNotRefer: 'A breach in May.' }))
    const sending = { ...referral(id), ...outgoing(office.director, id) }
    expect(await office.call('handoff.create', sending)).toMatchObject({ failure: { reason: 'do_not_refer', field: 'despite' } })
    expect(toReason(await office.call('handoff.create', { ...sending, despite: '  ' }))).toBe('do_not_refer')
    const made = await office.must('handoff.create', { ...sending, despite: 'She asked for this one lawyer.' })
    const { timeline } = await office.must('handoff.read', { id: made.id })
    expect(timeline.at(-1)).toMatchObject({ kind: 'created', facts: { despite: 'She asked for this one lawyer.' } })
  })
  test('stands against nobody whom they send, and leaves no words where nothing stood against it', async () => {
    const office = createScratchOffice()
    const { id } = await office.must('partner.save', clinic({ doNotRefer: 'A breach in May.' }))
    expect((await office.call('handoff.create', referral(id))).ok).toBe(true)
    const other = await office.partner('Northgate Line')
    const made = await office.must('handoff.create', { ...referral(other), ...outgoing(office.director, other), despite: 'for no reason' })
    expect((await office.must('handoff.read', { id: made.id })).timeline.at(-1)?.facts['despite']).toBe('')
  })
})

test('the loop-back agreement ends with its day: nobody is asked afterwards (C5)', async () => {
  const office = createScratchOffice()
  const until = office.now + DAY
  const { id } = await office.must('partner.save', clinic({ helpsUntil: until }))
  const handoff = await office.createHandoff(id)
  const allowed = async () => (await office.must('handoff.read', { id: handoff })).loopBackAllowed
  office.at(until - 1)
  expect([await allowed(), (await office.must('partner.read', { id })).helpsNow]).toEqual([true, true])
  office.at(until)
  expect([await allowed(), (await office.must('partner.read', { id })).helpsNow]).toEqual([false, false])
  expect(toReason(await office.do(handoff, { kind: 'ask_source' }))).toBe('loop_back_not_allowed')
})
