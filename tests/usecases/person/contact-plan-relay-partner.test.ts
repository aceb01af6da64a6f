import { expect, test } from 'vitest'
import { EMPTY_PLAN, type ContactPlan } from '#shared/domain/contact/contact-plan'
import type { PartnerId } from '#shared/domain/core/ids'
import { createScratchOffice } from '../../support/office/scratch-office'

const through = (partnerId: PartnerId): ContactPlan => ({
  ...EMPTY_PLAN,
  mayContact: 'through_partner',
  language: 'English',
  safeHours: { kind: 'any' },
  relay: { who: 'the clinic', partnerId, agreed: true },
})

async function createRelayedRecord() {
  const office = createScratchOffice()
  const line = await office.partner('Northgate Line', false)
  const agreement = { name: 'Southgate Clinic', kind: 'health', phone: '', note: '', helpsToReach: false } as const
  const words = {
    relay: 'a note at the desk',
    helpsUntil: null,
    languages: '',
    areas: '',
    hours: '',
    eligibility: '',
    doNotRefer: '',
    contacts: [],
  }
  const clinic = (await office.must('partner.save', { id: null, ...agreement, more: { ...words, address: null } })).id
  const id = await office.createHandoff(line)
  const { personId } = await office.must('handoff.read', { id })
  const save = async (plan: ContactPlan) => {
    const basedOn = (await office.must('plan.read', { personId }))?.version ?? 0
    return office.call('plan.save', { personId, basedOn, plan: structuredClone(plan) as never, verifiedWith: 'her' })
  }
  const read = () => office.must('handoff.read', { id })
  return { office, line, clinic, save, read }
}

test('a partner whom a plan names for carrying messages is retired, never deleted, so that the plan stays readable', async () => {
  const { office, clinic, save, read } = await createRelayedRecord()
  expect(await save(through(clinic))).toMatchObject({ ok: true })
  expect((await read()).tasks.map(({ kind }) => kind)).toContain('relay')
  expect(await office.must('partner.remove', { id: clinic })).toEqual({ gone: 'retired' })
})

test('once a partner is retired nobody is asked to carry a message by it: the records that did are planned anew (C7)', async () => {
  const { office, line, clinic, save, read } = await createRelayedRecord()
  await save(through(clinic))
  await office.createHandoff(line, { receiver: { kind: 'us' }, person: { kind: 'new', name: 'Wren Castellan', alias: '' } })
  await office.must('partner.remove', { id: clinic })
  expect((await read()).tasks.map(({ kind }) => kind)).not.toContain('relay')
  expect((await read()).state).toMatchObject({ kind: 'waiting_for_her', why: 'no_safe_way' })
  await office.must('partner.restore', { id: clinic })
  expect((await read()).tasks.map(({ kind }) => kind)).toContain('relay')
})

test('a partner that was retired while the form lay open is not chosen anew; a plan that named it before can still be saved', async () => {
  const { office, clinic, save } = await createRelayedRecord()
  await save(through(clinic))
  await office.must('partner.remove', { id: clinic })
  expect(await save({ ...through(clinic), nameToUse: 'A.' })).toMatchObject({ ok: true })
  expect(await save({ ...through(clinic), relay: null, mayContact: 'she_calls' })).toMatchObject({ ok: true })
  expect(await save(through(clinic))).toMatchObject({ ok: false, failure: { reason: 'partner_retired', field: 'plan.relay' } })
})
