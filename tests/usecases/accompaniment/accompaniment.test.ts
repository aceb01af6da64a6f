import { expect, test } from 'vitest'
import type { Input } from '#shared/contract/index'
import type { HandoffId, MeetingId } from '#shared/domain/core/ids'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { auditEntry, feedback, success } from '../../../electron/storage/schema'
import { attempt, FRIDAY_NINE, createScratchOffice } from '../../support/office/scratch-office'

/** Reads the audit entries of a command. */
const readEvents = ({ database }: ReturnType<typeof createScratchOffice>, command: string) =>
  database.read((db) => db.select().from(auditEntry).all()).filter(({ facts }) => facts['command'] === command)

type BeginFacts = Partial<Input<'meeting.begin'>>

/** Creates a handoff from Ruth to Noor inside the shelter; Noor accepts. */
async function accompanied() {
  const office = createScratchOffice()
  const ruth = office.worker('Ruth')
  const noor = office.worker('Noor')
  const tess = office.worker('Tess', ['supervisor'])
  const partner = await office.partner('Harbour Housing')
  office.signIn(ruth, 'Ruth')
  const id = await office.createHandoff(partner, {
    direction: 'internal',
    source: { kind: 'staff', id: ruth },
    receiver: { kind: 'staff', id: noor },
    assignedTo: ruth,
    person: { kind: 'new', name: 'Celia Parr', alias: '' },
    permissionGiven: true,
  })
  /** Holds a meeting that the worker ends, with what was asked before. */
  const meet = async (
    score: 1 | 2 | 3 | 4 | 5 | null,
    words = '',
    begin: BeginFacts = {},
    next: number | null = null,
  ): Promise<MeetingId> => {
    const { id: meeting } = await office.must('meeting.begin', {
      handoffId: id,
      mode: 'in_person',
      where: '',
      withoutHer: null,
      startedAt: null,
      ...begin,
    })
    let version = 1
    const act = async (command: Input<'meeting.execute'>['command']) =>
      (version = (await office.must('meeting.execute', { id: meeting, version, command })).version)
    if (score !== null) await act({ kind: 'confidence', score, words })
    if (next !== null) await act({ kind: 'next', next: { at: next, lead: noor, what: 'Rent office' } })
    await act({ kind: 'close', how: begin.withoutHer ? 'complete' : 'she_ended_it', words: '', at: null })
    return meeting
  }
  const read = () => office.must('accompaniment.read', { handoffId: id })
  return { office, ruth, noor, tess, id, meet, read }
}

test('it begins by itself with the first meeting held with her, and belongs to the first worker (A1)', async () => {
  const { office, id, meet, read, ruth } = await accompanied()
  expect(await read()).toBeNull()
  await meet(null, '', { mode: 'agency_call' })
  expect(await read()).toBeNull()
  office.after(HOUR)
  const first = await meet(2, 'I did not sleep before it', {}, FRIDAY_NINE + 7 * DAY)
  expect(await read()).toMatchObject({
    worker: 'Ruth',
    to: 'Noor',
    label: 'C. P.',
    held: 1,
    stage: 'leads',
    entries: [{ meetingId: first, stage: 'leads', confidence: { score: 2, words: 'I did not sleep before it' }, decided: null }],
    next: { at: FRIDAY_NINE + 7 * DAY, what: 'Rent office' },
    ask: { proposed: 'leads', because: { why: 'low', to: 2 }, decided: false, confident: true },
    ended: null,
  })
  expect(await office.must('accompaniment.list', {})).toMatchObject([
    { handoffId: id, worker: { id: ruth, name: 'Ruth' }, held: 1, stage: 'leads', confidence: 2, toAsk: true },
  ])
})

test('four meetings, a step back, one up again, ended by her word; all of it is read as a staircase (A1, A2)', async () => {
  const { office, id, meet, read } = await accompanied()
  const decide = (meetingId: MeetingId, stage: 'leads' | 'shares_the_lead' | 'present' | 'on_call') =>
    office.must('accompaniment.decide', { handoffId: id, meetingId, stage, words: '' })
  await decide(await meet(3, '', {}, FRIDAY_NINE + 2 * DAY), 'shares_the_lead')
  office.after(2 * DAY)
  await decide(await meet(4), 'present')
  office.after(HOUR)
  await office.must('accompaniment.increase', { handoffId: id, stage: 'shares_the_lead', words: 'stay a little longer' })
  office.after(DAY)
  await decide(await meet(4), 'present')
  office.after(DAY)
  await meet(5)
  await office.must('accompaniment.end', { handoffId: id, as: 'she_goes_on', words: 'I can do this' })
  const view = await read()
  expect(view?.entries.map(({ stage, what, meetingId }) => [stage, what, meetingId !== null])).toEqual([
    ['leads', '', true],
    ['shares_the_lead', 'Rent office', true],
    ['shares_the_lead', '', false],
    ['shares_the_lead', '', true],
    ['present', '', true],
  ])
  expect(view).toMatchObject({ held: 4, stage: 'stepped_back', ask: null, ended: { as: 'she_goes_on', words: 'I can do this' } })
  expect(await office.must('accompaniment.list', {})).toEqual([])
})

test('what the person withholds is in none of its words, whenever she said so (M5)', async () => {
  const { office, id, meet, read } = await accompanied()
  await meet(2, 'I was afraid of Larch Court', {}, FRIDAY_NINE + DAY)
  const { personId } = await office.must('handoff.read', { id })
  await office.must('withheld.add', { personId, words: 'Larch Court', partnerId: null })
  await office.must('accompaniment.end', { handoffId: id, as: 'ended_early', words: 'she moved to larch court' })
  expect(JSON.stringify(await read())).not.toMatch(/larch/i)
})

test('a closed record decides nothing more, and is not among those that go on', async () => {
  const { office, id, meet } = await accompanied()
  await meet(4)
  await office.must('handoff.execute', { id, command: { kind: 'close', as: 'she_withdrew', reason: 'she said so' } })
  expect(await office.call('accompaniment.increase', { handoffId: id, stage: 'leads', words: '' })).toMatchObject({
    failure: { reason: 'already_closed' },
  })
  expect(await office.must('accompaniment.list', {})).toEqual([])
})

const answers = { heard: 'yes', inControl: 'partly', repeated: 'not_said' } as const

test('how it was for her is asked by nobody who works with her, and kept without a name, a worker or an hour (A6)', async () => {
  const { office, ruth, noor, tess, id, meet } = await accompanied()
  await meet(3)
  await office.must('handoff.execute', { id, command: { kind: 'record_acceptance', acceptedBy: 'Noor', worker: noor, at: null } })
  const send = (anything: string) => office.call('feedback.add', { of: id, ...answers, anything })
  for (const [who, name] of [
    [ruth, 'Ruth'],
    [noor, 'Noor'],
  ] as const) {
    office.signIn(who, name)
    expect(await send('all well')).toMatchObject({ failure: { reason: 'ask_a_colleague' } })
  }
  office.signIn(tess, 'Tess', ['supervisor'])
  expect(
    await office.call('feedback.add', { of: id, heard: 'not_said', inControl: 'not_said', repeated: 'not_said', anything: '' }),
  ).toMatchObject({ failure: { reason: 'no_answer_given' } })
  expect(await send('Ruth believed me. C. P.')).toMatchObject({ ok: true })
  const [row, ...others] = office.database.read((db) => db.select().from(feedback).all())
  expect(others).toEqual([])
  expect(row).toMatchObject({ ...answers, anything: '▬▬▬ believed me. ▬▬▬' })
  // A version 4 id: a version 7 one would reveal the minute.
  expect(row?.id[14]).toBe('4')
  expect(readEvents(office, 'feedback')).toMatchObject([{ about: null, by: tess }])
  expect(await office.must('feedback.read', {})).toEqual([])
  office.after(7 * DAY)
  expect(await office.must('feedback.read', {})).toMatchObject([
    { count: 1, heard: { yes: 1, partly: 0, no: 0, not_said: 0 }, words: ['▬▬▬ believed me. ▬▬▬'] },
  ])
})

test('what went well is read by the team without her name, and nothing says whose it is (A3)', async () => {
  const { office, id } = await accompanied()
  const { personId } = await office.must('handoff.read', { id })
  await office.must('withheld.add', { personId, words: 'Larch Court', partnerId: null })
  const { reads } = await office.must('success.add', { of: id, words: 'Celia signed the lease at Larch Court' })
  expect(reads).toBe('▬▬▬ signed the lease at ▬▬▬')
  await office.must('handoff.execute', { id, command: attempt('no_answer') })
  office.after(DAY)
  await office.must('success.add', { of: id, words: 'First day at school' })
  const list = await office.must('success.list', {})
  expect(list.map(({ words }) => words)).toEqual(['First day at school', reads])
  expect(JSON.stringify(office.database.read((db) => db.select().from(success).all()))).not.toMatch(new RegExp(`${id}|${personId}|Celia`))
  expect(readEvents(office, 'success')).toMatchObject([{ about: null }, { about: null }])
  await office.must('success.remove', { key: list[0]?.key ?? '' })
  expect(await office.must('success.list', {})).toHaveLength(1)
  expect(await office.call('success.remove', { key: list[0]?.key ?? '' })).toMatchObject({ failure: { reason: 'no_such_success' } })
})

test('of whoever is hidden nothing is listed, and her series answers like one that nobody has (I3)', async () => {
  const { office, id, meet, noor } = await accompanied()
  await meet(4)
  const { personId } = await office.must('handoff.read', { id })
  office.signIn(office.director, 'Maeve', ['director', 'workflow_owner', 'data_owner'])
  await office.must('access.setConflict', { personId, staffId: office.director, on: true })
  office.signIn(noor, 'Noor')
  expect(await office.must('accompaniment.list', {})).toHaveLength(1)
  const unknownHandoff = { handoffId: '01936a00-0000-7000-8000-000000000099' as HandoffId }
  const nobody = await office.call('accompaniment.read', unknownHandoff)
  office.signIn(office.director, 'Maeve', ['director'])
  expect(await office.must('accompaniment.list', {})).toEqual([])
  expect(await office.call('accompaniment.read', { handoffId: id })).toEqual(nobody)
})

test('how many meetings are aimed at is the policy in force (A7): with two the second proposes one step back', async () => {
  const { office, meet, read } = await accompanied()
  const saveTarget = async (targetMeetings: number) => {
    office.signIn(office.director, 'Maeve', ['director', 'workflow_owner'])
    const [current] = (await office.must('policy.read', {})).versions
    if (!current) throw new Error('no policy')
    const policy = { ...current.policy, targetMeetings }
    return office.call('policy.save', { basedOn: current.version, from: office.now, policy })
  }
  await meet(3)
  office.after(HOUR)
  await meet(3)
  expect((await read())?.ask).toMatchObject({ because: { why: 'steady', to: 3 } })
  expect(await saveTarget(0)).toMatchObject({ ok: false, failure: { kind: 'invalid' } })
  expect(await saveTarget(2)).toMatchObject({ ok: true })
  expect((await read())?.ask).toMatchObject({ proposed: 'shares_the_lead', because: { why: 'target', held: 2 } })
})
