import { expect, test } from 'vitest'
import { HOUR } from '#shared/domain/core/moment'
import { attempt, FRIDAY_NINE, referral, createScratchOffice } from '../../support/office/scratch-office'

test('a referral opens with a number, a due time 24 h later and a next action (C1, H1)', async () => {
  const office = createScratchOffice()
  const partner = await office.partner('Riverside Court Clinic')
  const id = await office.createHandoff(partner)
  const record = await office.must('handoff.read', { id })
  expect(record).toMatchObject({
    number: 1,
    label: 'A. R.',
    from: 'Riverside Court Clinic',
    to: 'us',
    dueAt: FRIDAY_NINE + 24 * HOUR,
    state: { kind: 'contact_due' },
  })
  expect(record.tasks[0]).toMatchObject({ kind: 'reach_her', ownerName: 'Maeve', dueAt: FRIDAY_NINE })
  const board = await office.must('board.read', {})
  expect(board.rows).toHaveLength(1)
  expect(board.rows[0]).toMatchObject({ label: 'A. R.', safe: { kind: 'may_call' }, clockIs: 'contact' })
})

test('no number, name or code word leaves the office with a board or a record (P6, L6)', async () => {
  const office = createScratchOffice()
  const id = await office.createHandoff(await office.partner('Northgate Line'))
  for (const answer of [await office.must('board.read', {}), await office.must('handoff.read', { id })]) {
    expect(JSON.stringify(answer)).not.toMatch(/0142|Amal|Rahimi/)
  }
})

test('the number is shown only after the question, on her channel and inside her hours (P1, P3)', async () => {
  const office = createScratchOffice()
  const id = await office.createHandoff(await office.partner('Northgate Line'), {
    questions: {
      ...referral('' as never).questions,
      safeToCall: 'only_at_times',
      safeTimes: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: 18 * 60, to: 20 * 60 }],
    },
  })
  const show = { id, wayId: 'w1', channel: 'call' as const, safeCheck: 'safe' as const, override: null }
  const refused = await office.call('contact.showNumber', show)
  expect(refused).toMatchObject({ ok: false, failure: { reason: 'outside_safe_times', until: FRIDAY_NINE + 9 * HOUR } })
  expect(await office.call('contact.showNumber', { ...show, channel: 'text' })).toMatchObject({
    ok: false,
    failure: { reason: 'channel_not_allowed' },
  })
  office.after(9 * HOUR)
  expect(await office.must('contact.showNumber', show)).toMatchObject({ value: '780 555 0142', neutralOnly: false })
})

test('three answers are asked while the source is on the line, and "not known" is one (H7)', async () => {
  const office = createScratchOffice()
  const partner = await office.partner('Northgate Line')
  const empty = { number: null, safeToCall: null, safeTimes: [], language: null }
  expect(await office.call('handoff.create', { ...referral(partner), questions: empty })).toMatchObject({
    ok: false,
    failure: { reason: 'unanswered_questions', field: 'questions.number' },
  })
  expect(
    await office.call('handoff.create', {
      ...referral(partner),
      questions: { number: { kind: 'not_known' }, safeToCall: 'not_known', safeTimes: [], language: { kind: 'not_known' } },
    }),
  ).toMatchObject({ ok: true })
})

test('without any safe way nobody is told to call: she calls, or a relay (C7)', async () => {
  const office = createScratchOffice()
  const id = await office.createHandoff(await office.partner('Northgate Line'), {
    questions: { number: { kind: 'not_known' }, safeToCall: 'not_known', safeTimes: [], language: { kind: 'not_known' } },
  })
  const record = await office.must('handoff.read', { id })
  expect(record.state).toMatchObject({ kind: 'waiting_for_her', why: 'no_safe_way' })
  expect(record.tasks.map((one) => one.kind)).toEqual(['check_she_called'])
  expect(record.proposal).toBeNull()
})

test('a safe way that is verified with her ends the waiting (C7, P4)', async () => {
  const office = createScratchOffice()
  const id = await office.createHandoff(await office.partner('Northgate Line'))
  await office.do(id, attempt('not_safe_stopped'))
  const stopped = await office.must('handoff.read', { id })
  expect(stopped.state).toMatchObject({ kind: 'waiting_for_her', why: 'not_safe' })
  const current = await office.must('plan.read', { personId: stopped.personId })
  if (!current) throw new Error('no plan')
  await office.must('plan.save', {
    personId: stopped.personId,
    basedOn: current.version,
    plan: { ...current.plan, language: 'French' },
    verifiedWith: 'source',
  })
  expect((await office.must('handoff.read', { id })).state.kind).toBe('waiting_for_her')
  await office.must('plan.save', { personId: stopped.personId, basedOn: current.version + 1, plan: current.plan, verifiedWith: 'her' })
  expect((await office.must('handoff.read', { id })).state.kind).toBe('contact_due')
  expect(await office.call('plan.save', { personId: stopped.personId, basedOn: 1, plan: current.plan, verifiedWith: null })).toMatchObject({
    ok: false,
    failure: { reason: 'changed_meanwhile' },
  })
})

test('"not safe" is hers: it stops every record of hers, and a new referral does not undo it (P4)', async () => {
  const office = createScratchOffice()
  const partner = await office.partner('Northgate Line')
  const first = await office.createHandoff(partner)
  const { personId } = await office.must('handoff.read', { id: first })
  const again = { person: { kind: 'existing' as const, id: personId } }
  const second = await office.createHandoff(partner, again)
  await office.do(first, attempt('not_safe_stopped'))
  const third = await office.createHandoff(partner, again)
  for (const id of [first, second, third]) {
    const record = await office.must('handoff.read', { id })
    expect(record.state).toMatchObject({ kind: 'waiting_for_her', why: 'not_safe' })
    expect(await office.call('contact.showNumber', { id, wayId: 'w1', channel: 'call', safeCheck: 'safe', override: null })).toMatchObject({
      ok: false,
      failure: { reason: 'stopped_as_unsafe' },
    })
  }
  await office.do(second, { kind: 'close', as: 'other_outcome', reason: 'twice referred' })
  const current = await office.must('plan.read', { personId })
  if (!current) throw new Error('no plan')
  await office.must('plan.save', { personId, basedOn: current.version, plan: current.plan, verifiedWith: 'her' })
  await office.do(second, { kind: 'reopen', reason: 'not the same' })
  for (const id of [first, second, third]) expect((await office.must('handoff.read', { id })).state.kind).toBe('contact_due')
})

test('her "no" stands over a reopening: she is asked again before anything is shared', async () => {
  const office = createScratchOffice()
  const partner = await office.partner('Larkspur Shelter')
  const id = await office.createHandoff(partner, {
    direction: 'outgoing',
    source: { kind: 'staff', id: office.director },
    receiver: { kind: 'partner', id: partner },
  })
  await office.do(id, { kind: 'answer_permission', given: false, words: 'not now' })
  expect(await office.do(id, { kind: 'reopen', reason: 'she rang' })).toMatchObject({
    ok: true,
    value: { state: { kind: 'permission_pending' } },
  })
})

test('confirmed needs all three parts, and closes on time at the 24th hour (C4)', async () => {
  const office = createScratchOffice()
  const id = await office.createHandoff(await office.partner('Northgate Line'))
  office.after(23 * HOUR)
  await office.do(id, attempt('reached'))
  expect(await office.do(id, { kind: 'save_confirmation', at: null, wayVerified: true, nextStep: null, risks: null })).toMatchObject({
    ok: true,
    value: { state: { kind: 'reached_not_confirmed', missing: ['next_step', 'deadline_risks'] } },
  })
  office.after(HOUR)
  expect(
    await office.do(id, {
      kind: 'save_confirmation',
      at: null,
      wayVerified: false,
      nextStep: { kind: 'intake', what: 'Comes on Monday', date: office.now + 48 * HOUR, waitLength: '', herWords: '' },
      risks: { answer: 'none', dates: [] },
    }),
  ).toMatchObject({ ok: true, value: { state: { kind: 'confirmed' } } })
  expect(await office.must('handoff.read', { id })).toMatchObject({ confirmedInTime: true, confirmedAt: FRIDAY_NINE + 24 * HOUR })
})

test('what a second referral changes in her plan holds for her other handoffs too (C7, P1)', async () => {
  const office = createScratchOffice()
  const partner = await office.partner('Northgate Line')
  const first = await office.createHandoff(partner)
  const { personId } = await office.must('handoff.read', { id: first })
  await office.createHandoff(partner, {
    person: { kind: 'existing', id: personId },
    questions: { ...referral(partner).questions, safeToCall: 'no' },
  })
  expect(await office.must('handoff.read', { id: first })).toMatchObject({
    state: { kind: 'waiting_for_her', why: 'no_safe_way' },
    tasks: [{ kind: 'check_she_called' }],
  })
})

test('for somebody new there is no plan to refer to: the question is open (H7)', async () => {
  const office = createScratchOffice()
  const partner = await office.partner('Northgate Line')
  const asked = referral(partner).questions
  for (const [field, questions] of [
    ['number', { ...asked, number: { kind: 'as_in_plan' } }],
    ['safeToCall', { ...asked, safeToCall: 'as_in_plan' }],
    ['language', { ...asked, language: { kind: 'as_in_plan' } }],
  ] as const)
    expect(await office.call('handoff.create', { ...referral(partner), questions })).toMatchObject({
      ok: false,
      failure: { reason: 'unanswered_questions', field: `questions.${field}` },
    })
})

test('search finds a name in another script, part of a name, digits and the record number; labels only (L6)', async () => {
  const office = createScratchOffice()
  const partner = await office.partner('Northgate Line')
  await office.createHandoff(partner, { person: { kind: 'new', name: 'أمل', alias: '' } })
  await office.createHandoff(partner, { person: { kind: 'new', name: 'Zoë Łukasik', alias: '' } })
  const found = async (text: string) => (await office.must('search.find', { text })).people.map(({ number }) => number)
  expect(await found('Amal')).toEqual([1])
  expect(await found('zoe luk')).toEqual([2])
  expect((await found('5550142')).toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual([1, 2])
  expect(await found('2')).toEqual([2])
  expect(JSON.stringify(await office.must('search.find', { text: 'zoe' }))).not.toMatch(/Zo|ukasik/)
})
