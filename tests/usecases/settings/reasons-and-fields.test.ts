import { describe, expect, test } from 'vitest'
import { FIELD_NAMES, getFieldRule } from '#shared/domain/policy/form-fields'
import { HOUR } from '#shared/domain/core/moment'
import { createScratchOffice } from '../../support/office/scratch-office'

const refused = (reason: string, field?: string) => ({
  ok: false,
  failure: { kind: 'refused', reason, ...(field === undefined ? {} : { field }) },
})
type Office = ReturnType<typeof createScratchOffice>

const own = { code: null, side: 'system', label: 'The bus did not run', seen: 'no bus', change: 'a ride' } as const
const codes = async (office: Office) => (await office.must('bounceReason.listChoices', {})).map(({ code }) => code)
const bounce = (office: Office, reason: string) =>
  ({
    kind: 'record_bounce',
    reason,
    seen: 'it did not work out',
    change: '',
    action: 'other_resource',
    what: '',
    owner: office.director,
    dueAt: office.now + 24 * HOUR,
  }) as const

describe('the reasons for a bounce (B1)', () => {
  test('the data owner adds, rewords and orders; the codes of what was there stay', async () => {
    const office = createScratchOffice()
    const before = await codes(office)
    const { code } = await office.must('bounceReason.save', own)
    expect(code).toBe('own_1')
    await office.must('bounceReason.save', { ...own, code: 'did_not_come', side: 'her_choice', label: 'She did not come' })
    const after = await office.must('bounceReason.listChoices', {})
    expect(after.map((one) => one.code)).toEqual([...before, 'own_1'])
    expect(after.find((one) => one.code === 'did_not_come')).toMatchObject({ label: 'She did not come', change: 'a ride' })
    const turned = [...before, 'own_1'].toReversed()
    await office.must('bounceReason.reorder', { codes: turned })
    expect(await codes(office)).toEqual(turned)
    expect(office.topics).toContain('office')
  })

  test('a retired one cannot be chosen, stays in the list for old records, and comes back', async () => {
    const office = createScratchOffice()
    const partner = await office.partner('Northgate Line')
    const [id, other] = [await office.createHandoff(partner), await office.createHandoff(partner)]
    await office.must('handoff.execute', { id, command: bounce(office, 'capacity_delay') })
    await office.must('bounceReason.retire', { code: 'capacity_delay' })
    expect(await codes(office)).not.toContain('capacity_delay')
    expect((await office.must('bounceReason.list', {})).at(-1)).toMatchObject({
      code: 'capacity_delay',
      retired: true,
      label: 'Wait too long',
    })
    expect((await office.must('handoff.read', { id })).state).toMatchObject({ kind: 'bounced', reason: 'capacity_delay' })
    expect(await office.do(other, bounce(office, 'capacity_delay'))).toMatchObject(refused('retired_reason', 'reason'))
    await office.must('bounceReason.restore', { code: 'capacity_delay' })
    expect((await office.do(other, bounce(office, 'capacity_delay'))).ok).toBe(true)
  })

  test('the side stays once a bounce was recorded with it, and what the office works with is never retired', async () => {
    const office = createScratchOffice()
    const { code } = await office.must('bounceReason.save', own)
    await office.must('bounceReason.save', { ...own, code, side: 'provider' })
    const id = await office.createHandoff(await office.partner('Northgate Line'))
    await office.must('handoff.execute', { id, command: bounce(office, code) })
    expect(await office.call('bounceReason.save', { ...own, code, side: 'contact' })).toMatchObject(refused('side_is_settled', 'side'))
    expect((await office.call('bounceReason.save', { ...own, code, side: 'provider', label: 'No bus' })).ok).toBe(true)
    for (const needed of ['possible_danger', 'unsafe_to_contact']) {
      expect(await office.call('bounceReason.retire', { code: needed })).toMatchObject(refused('reason_is_needed'))
      expect(await office.call('bounceReason.save', { ...own, code: needed, label: needed })).toMatchObject(refused('side_is_settled'))
    }
  })

  test('no two say the same, retired ones included; an unknown one and half an order are refused', async () => {
    const office = createScratchOffice()
    const all = await codes(office)
    await office.must('bounceReason.retire', { code: 'moved_away' })
    expect(await office.call('bounceReason.save', { ...own, label: 'moved AWAY' })).toMatchObject(refused('name_taken', 'label'))
    expect(await office.call('bounceReason.save', { ...own, label: '  ' })).toMatchObject({ failure: { kind: 'invalid' } })
    expect(await office.call('bounceReason.save', { ...own, code: 'nothing_such' })).toMatchObject(refused('unknown_reason'))
    expect(await office.call('bounceReason.retire', { code: 'nothing_such' })).toMatchObject(refused('unknown_reason'))
    expect(await office.call('bounceReason.reorder', { codes: all })).toMatchObject(refused('changed_meanwhile'))
    const inUse = await codes(office)
    expect(await office.call('bounceReason.reorder', { codes: inUse.map(() => inUse[0] ?? '') })).toMatchObject(
      refused('changed_meanwhile'),
    )
    expect(await codes(office)).toEqual(inUse)
  })
})

describe('what the forms ask (sections 5 and 14)', () => {
  const said = { hidden: false, required: false, label: '' } as const

  test('is kept with who settled it, and changed again', async () => {
    const office = createScratchOffice()
    expect(await office.must('fields.read', {})).toEqual([])
    await office.must('fields.save', { ...said, field: 'signal', label: 'Where her phone works' })
    await office.must('fields.save', { ...said, field: 'signal', hidden: true })
    expect(await office.must('fields.read', {})).toEqual([
      { field: 'signal', hidden: true, required: false, label: '', setAt: office.now, setByName: 'Maeve' },
    ])
  })

  test('what carries a rule is only reworded; what is not asked cannot be required', async () => {
    const office = createScratchOffice()
    for (const field of FIELD_NAMES) {
      const { mayHide, mayRequire } = getFieldRule(field)
      expect((await office.call('fields.save', { ...said, field, hidden: true })).ok).toBe(mayHide)
      expect((await office.call('fields.save', { ...said, field, required: true })).ok).toBe(mayRequire)
      expect((await office.call('fields.save', { ...said, field, label: 'Other words' })).ok).toBe(true)
      expect((await office.call('fields.save', { field, hidden: true, required: true, label: '' })).ok).toBe(false)
    }
    expect(await office.call('fields.save', { ...said, field: 'mayContact', hidden: true })).toMatchObject(
      refused('cannot_be_hidden', 'hidden'),
    )
    expect(await office.call('fields.save', { ...said, field: 'verified', hidden: true })).toMatchObject(refused('cannot_be_hidden'))
    expect(await office.call('fields.save', { ...said, field: 'codeWords', required: true })).toMatchObject(
      refused('cannot_be_required', 'required'),
    )
    expect(await office.call('fields.save', { field: 'signal', hidden: true, required: true, label: '' })).toMatchObject(
      refused('hidden_and_required'),
    )
    expect(await office.call('fields.save', { ...said, field: 'note', label: 'x'.repeat(61) })).toMatchObject({
      failure: { kind: 'invalid' },
    })
  })

  test('a referral without what is required is refused; "not known" is an answer (H7)', async () => {
    const office = createScratchOffice()
    const partner = await office.partner('Northgate Line')
    await office.must('fields.save', { ...said, field: 'note', required: true })
    await expect(office.createHandoff(partner, { note: '' })).rejects.toThrow('field_required')
    await expect(office.createHandoff(partner, { note: ' \n ' })).rejects.toThrow('field_required')
    await office.createHandoff(partner, { note: 'Not known' })
    await office.must('fields.save', { ...said, field: 'note', hidden: true })
    await office.createHandoff(partner, { note: '' })
  })

  test('so is a plan; a referral, which does not ask for it, goes on', async () => {
    const office = createScratchOffice()
    const partner = await office.partner('Northgate Line')
    await office.must('fields.save', { ...said, field: 'whoMayAnswer', required: true })
    const id = await office.createHandoff(partner)
    const { personId } = await office.must('handoff.read', { id })
    const read = await office.must('plan.read', { personId })
    if (!read) throw new Error('she has a plan')
    const save = (whoMayAnswer: string) =>
      office.call('plan.save', { personId, basedOn: read.version, plan: { ...read.plan, whoMayAnswer } as never, verifiedWith: null })
    expect(await save('')).toMatchObject(refused('field_required', 'plan.whoMayAnswer'))
    expect(await save('Not known')).toMatchObject({ ok: true })
  })

  test('is for the data owner alone, and read by everybody', async () => {
    const office = createScratchOffice()
    office.signIn(office.worker('Ruth', ['supervisor']), 'Ruth', ['supervisor', 'workflow_owner'])
    for (const answer of [
      await office.call('fields.save', { ...said, field: 'note' }),
      await office.call('bounceReason.save', own),
      await office.call('bounceReason.retire', { code: 'moved_away' }),
      await office.call('bounceReason.restore', { code: 'moved_away' }),
      await office.call('bounceReason.reorder', { codes: [] }),
    ])
      expect(answer).toMatchObject({ failure: { kind: 'closed_to_you' } })
    expect(await office.must('fields.read', {})).toEqual([])
    expect(await office.must('bounceReason.list', {})).toHaveLength(15)
  })
})
