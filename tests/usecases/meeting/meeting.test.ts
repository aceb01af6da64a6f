import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Input } from '#shared/contract/index'
import type { HandoffId, MeetingId, StaffId } from '#shared/domain/core/ids'
import { DAY, HOUR, MINUTE } from '#shared/domain/core/moment'
import { loadMeeting } from '../../../electron/storage/meeting/meetings'
import { meeting as meetingTable, meetingText, task } from '../../../electron/storage/schema'
import { attempt, FRIDAY_NINE, createScratchOffice } from '../../support/office/scratch-office'

type Command = Input<'meeting.execute'>['command']
type Office = ReturnType<typeof createScratchOffice>

const refused = (reason: string, field?: string) => ({
  ok: false,
  failure: { kind: 'refused', reason, ...(field === undefined ? {} : { field }) },
})
const beginInput = (handoffId: HandoffId, facts: Partial<Input<'meeting.begin'>> = {}): Input<'meeting.begin'> => ({
  handoffId,
  mode: 'conference_call',
  where: '',
  withoutHer: null,
  startedAt: null,
  ...facts,
})

/** Starts a conference call of an incoming referral as the director; Tamsin works here too. */
async function startMeeting(facts: Partial<Input<'meeting.begin'>> = {}) {
  const office = createScratchOffice()
  const tamsin = office.worker('Tamsin')
  const partner = await office.partner('Northgate Clinic')
  const handoffId = await office.createHandoff(partner, { receivedAt: FRIDAY_NINE - 2 * HOUR, earlierBecause: 'the line was down' })
  const { id } = await office.must('meeting.begin', beginInput(handoffId, facts))
  const read = () => office.must('meeting.read', { id })
  const tryCommand = async (command: Command) => office.call('meeting.execute', { id, version: (await read()).version, command })
  const runCommands = async (...commands: readonly Command[]) => {
    for (const command of commands) expect(await tryCommand(command)).toMatchObject({ ok: true })
  }
  const line = (no: number | null, more: Partial<Extract<Command, { kind: 'set_line' }>> = {}): Command => ({
    kind: 'set_line',
    no,
    what: 'Send the form',
    who: '',
    owner: office.director,
    dueAt: office.now + DAY,
    waitsOn: 'nobody',
    ...more,
  })
  const record = () => office.must('handoff.read', { id: handoffId })
  return { office, tamsin, partner, handoffId, id, read, asks: tryCommand, does: runCommands, line, record }
}

const end: Command = { kind: 'close', how: 'she_ended_it', words: '', at: null }
/** Finishes everything that M3 requires, except for the lines. */
async function finishEveryStep({ read, does: runCommands }: Awaited<ReturnType<typeof startMeeting>>) {
  await runCommands(
    { kind: 'confidence', score: 3, words: 'a little' },
    { kind: 'retold', times: 2 },
    { kind: 'next', next: 'none' },
    { kind: 'risks', answer: 'none' },
  )
  const { steps, participants } = await read()
  // Nothing is ticked empty: what was not written in this meeting is skipped with a reason.
  const unwritten: readonly string[] = ['situation', 'background', 'plan']
  for (const { list, no, does } of steps)
    await runCommands(
      unwritten.includes(does)
        ? { kind: 'set_step', list, no, state: 'skipped', reason: 'said before' }
        : { kind: 'set_step', list, no, state: 'done', reason: '' },
    )
  for (const { no } of participants) await runCommands({ kind: 'understood', no, words: 'I ring on Monday' })
}

const readRow = (office: Office, id: MeetingId) =>
  office.database.read((db) => db.select().from(meetingTable).where(eq(meetingTable.id, id)).get())

describe('a meeting in the office', () => {
  test('begins on an open handoff, one at a time, and not on one that is not there', async () => {
    const { office, handoffId, read } = await startMeeting()
    expect(await read()).toMatchObject({
      version: 1,
      label: 'A. R.',
      fromTo: { from: 'Northgate Clinic' },
      lead: { name: 'Maeve' },
      ran: 0,
    })
    expect(await office.call('meeting.begin', beginInput(handoffId))).toMatchObject(refused('meeting_open'))
    expect(await office.call('meeting.begin', beginInput('01936a00-0000-7000-8000-000000000099' as HandoffId))).toMatchObject(
      refused('no_such_handoff'),
    )
  })

  test('two workers in the same one: whoever saw less looks again first, and whoever has not got the call takes it first (M4)', async () => {
    const { office, tamsin, id, does: runCommands, read } = await startMeeting()
    await runCommands({ kind: 'retold', times: 1 })
    expect(await office.call('meeting.execute', { id, version: 1, command: { kind: 'pause' } })).toMatchObject(refused('changed_meanwhile'))
    office.signIn(tamsin, 'Tamsin')
    const { version } = await read()
    const write = () => office.call('meeting.saveText', { id, field: 'note', text: 'says she is well' })
    expect(await write()).toMatchObject(refused('somebody_has_the_call'))
    expect(await office.call('meeting.execute', { id, version, command: { kind: 'retold', times: 3 } })).toMatchObject(
      refused('somebody_has_the_call'),
    )
    await office.must('meeting.execute', { id, version, command: { kind: 'hand_to', to: tamsin } })
    expect(await write()).toMatchObject({ ok: true })
    expect((await read()).lead.name).toBe('Tamsin')
  })

  test('the call is handed to nobody who is away, has left, or may not see her', async () => {
    const { office, tamsin, asks: tryCommand, does: runCommands, record } = await startMeeting()
    const ruth = office.worker('Ruth', ['supervisor'])
    await office.must('access.setConflict', { personId: (await record()).personId, staffId: ruth, on: true })
    expect(await tryCommand({ kind: 'hand_to', to: ruth })).toMatchObject(refused('owner_in_conflict', 'to'))
    expect(await tryCommand({ kind: 'set_line', no: null, what: 'x', who: '', owner: ruth, dueAt: null, waitsOn: 'nobody' })).toMatchObject(
      refused('owner_in_conflict', 'owner'),
    )
    await office.must('absence.save', { id: tamsin, from: null, until: null, to: null, exceptions: [] })
    expect(await tryCommand({ kind: 'hand_to', to: tamsin })).toMatchObject(refused('is_away', 'to'))
    expect(await tryCommand({ kind: 'hand_to', to: '01936a00-0000-7000-8000-000000000099' as StaffId })).toMatchObject(
      refused('has_left', 'to'),
    )
    await runCommands({ kind: 'pause' })
  })

  test('its row is what its events make of it, at each step', async () => {
    const call = await startMeeting()
    const same = () => {
      const row = readRow(call.office, call.id)
      expect(row?.body).toStrictEqual(call.office.database.read((db) => loadMeeting(db, call.id)))
      expect(row).toMatchObject({ runningSince: row?.body.runningSince, lead: row?.body.lead, endedAt: row?.body.closed?.at ?? null })
    }
    same()
    await call.does({ kind: 'pause' })
    same()
    call.office.after(10 * HOUR)
    await call.does({ kind: 'resume' }, call.line(null))
    same()
    await finishEveryStep(call)
    await call.does({ kind: 'close', how: 'complete', words: '', at: null })
    same()
  })
})

describe('when it is closed', () => {
  test('it says what is missing first, and its lines become tasks that are done or dropped (M3, H1)', async () => {
    const call = await startMeeting()
    await call.does(call.line(null), call.line(null, { what: 'Ask for the lease', dueAt: null }), call.line(null, { owner: call.tamsin }))
    expect(await call.asks({ kind: 'close', how: 'complete', words: '', at: null })).toMatchObject(refused('steps_open', 'before'))
    await finishEveryStep(call)
    expect((await call.read()).missing).toEqual([{ what: 'line', no: 2 }])
    await call.does(call.line(2, { what: 'Ask for the lease' }), { kind: 'close', how: 'complete', words: '', at: null })
    const tasks = (await call.record()).tasks.filter(({ kind }) => kind === 'plan_line')
    expect(tasks.map(({ ownerName, what }) => `${ownerName}: ${what}`)).toEqual([
      'Maeve: Send the form',
      'Maeve: Ask for the lease',
      'Tamsin: Send the form',
    ])
    const [first, second] = tasks
    await call.office.must('handoff.execute', { id: call.handoffId, command: { kind: 'do_task', no: first?.no ?? 0, words: 'sent' } })
    await call.office.must('handoff.execute', {
      id: call.handoffId,
      command: { kind: 'drop_task', no: second?.no ?? 0, reason: 'she has it' },
    })
    expect((await call.read()).lines.map(({ task }) => task)).toEqual(['done', 'dropped', 'open'])
    const { timeline } = await call.record()
    expect(timeline.slice(0, 2).map(({ kind, facts }) => [kind, facts])).toEqual([
      ['plan_line_dropped', { what: 'Ask for the lease', reason: 'she has it' }],
      ['plan_line_done', { what: 'Send the form', words: 'sent' }],
    ])
    expect(timeline.find(({ kind }) => kind === 'meeting_closed')?.facts).toMatchObject({ lines: 3, how: 'complete', withHer: true })
  })

  test('nothing more is written in it, not even behind the office’s back', async () => {
    const { office, id, does: runCommands, asks: tryCommand } = await startMeeting()
    await office.must('meeting.saveText', { id, field: 'situation', text: 'she has to leave by Friday' })
    await runCommands(end)
    expect(await tryCommand({ kind: 'retold', times: 1 })).toMatchObject(refused('meeting_closed'))
    expect(await office.call('meeting.saveText', { id, field: 'situation', text: 'no' })).toMatchObject(refused('meeting_closed'))
    const raw = () => office.database.write((db) => db.update(meetingText).set({ text: 'no' }).run())
    expect(raw).toThrow()
    expect(() => office.database.write((db) => db.run(sql`UPDATE meeting SET ended_at = NULL`))).toThrow()
    expect(() => office.database.write((db) => db.run(sql`DELETE FROM meeting_event`))).toThrow()
  })

  test('its handoff is not closed before it', async () => {
    const { office, handoffId, does: runCommands, record } = await startMeeting()
    const close = () => office.do(handoffId, { kind: 'close', as: 'she_withdrew', reason: 'she said so' })
    expect(await close()).toMatchObject(refused('meeting_open'))
    expect((await record()).closed).toBeNull()
    await runCommands(end)
    expect(await close()).toMatchObject({ ok: true })
    expect(await office.call('meeting.begin', beginInput(handoffId))).toMatchObject(refused('already_closed'))
  })

  test('one that was held before is written down later, and marked (C8)', async () => {
    const { read, does: runCommands } = await startMeeting({ startedAt: FRIDAY_NINE - HOUR })
    expect(await read()).toMatchObject({ late: true, runningSince: null })
    await runCommands({ ...end, at: FRIDAY_NINE - 20 * MINUTE })
    expect(await read()).toMatchObject({ ran: 40 * MINUTE, closed: { at: FRIDAY_NINE - 20 * MINUTE } })
  })

  test('a plan line is the next action of its record on the board once it is due first', async () => {
    const { office, handoffId, does: runCommands, line } = await startMeeting()
    await office.must('handoff.execute', { id: handoffId, command: attempt('no_answer') })
    await runCommands(line(null, { what: 'Ring the landlord', dueAt: office.now + 30 * MINUTE }), end)
    const [row] = (await office.must('board.read', {})).rows
    expect(row?.next).toMatchObject({ kind: 'plan_line', what: 'Ring the landlord', byHand: true })
  })
})

describe('what the person withholds and who may be told', () => {
  test('is redacted when it is written, and when it is read where she said so later (M5)', async () => {
    const { office, id, does: runCommands, line, read, record } = await startMeeting()
    const { personId } = await record()
    await runCommands(line(null, { what: 'Ring Harold about the flat' }), { kind: 'understood', no: 1, words: 'I ring Harold' })
    await office.must('withheld.add', { personId, words: 'Harold', partnerId: null })
    await office.must('meeting.saveText', { id, field: 'background', text: 'HAROLD has the keys' })
    await runCommands(line(null, { what: 'Tell harold nothing' }), { kind: 'confidence', score: 2, words: 'afraid of Harold' })
    const view = await read()
    expect(view.withheldCount).toBe(1)
    expect(view.lines.map(({ what }) => what)).toEqual(['Ring ▬▬▬ about the flat', 'Tell ▬▬▬ nothing'])
    expect(JSON.stringify(view)).not.toMatch(/harold/i)
    // Only what was written before the person withheld it still has it, and no screen shows it unredacted.
    expect(JSON.stringify(readRow(office, id)?.body).match(/harold/gi)).toHaveLength(2)
    expect(JSON.stringify(readRow(office, id)?.body)).toContain('Ring Harold about the flat')
    await runCommands(end)
    expect((await record()).tasks.map(({ what }) => what)).toContain('Ring ▬▬▬ about the flat')
    expect(JSON.stringify(office.database.read((db) => db.select().from(task).all()))).not.toMatch(/harold/i)
  })

  test('her approved words come along into the next meeting, and it is seen whether they still stand (M5)', async () => {
    const { office, id, does: runCommands, handoffId, record, read } = await startMeeting()
    const { personId } = await record()
    const told = { situation: 'has to leave by Friday', background: 'two children' }
    await office.must('story.approve', { personId, meetingId: id, ...told })
    await runCommands(end)
    const { id: next } = await office.must('meeting.begin', beginInput(handoffId))
    const view = await office.must('meeting.read', { id: next })
    expect(view).toMatchObject({ texts: told, story: { version: 1, current: true } })
    await office.must('meeting.saveText', { id: next, field: 'situation', text: 'may stay' })
    expect((await office.must('meeting.read', { id: next })).story?.current).toBe(false)
    expect((await read()).texts.situation).toBe('')
  })

  test('a partner without a release is told nothing while they are on the line; on hold they hear nothing (R1)', async () => {
    const { partner, does: runCommands, read } = await startMeeting()
    await runCommands({ kind: 'join', who: 'partner', name: '', staffId: null, partnerId: partner, role: 'helps', rule: '' })
    await runCommands({ kind: 'join', who: 'interpreter', name: 'Lys', staffId: null, partnerId: null, role: 'interprets', rule: '' })
    const view = await read()
    expect(view.participants.map(({ name, share }) => `${name} ${share}`)).toEqual([
      ' in_house',
      'Maeve in_house',
      'Northgate Clinic none',
      'Lys in_house',
    ])
    expect(view.noRelease).toEqual([{ no: 3, share: 'none' }])
    await runCommands({ kind: 'presence', no: 3, presence: 'hold' })
    expect((await read()).noRelease).toEqual([])
  })
})

describe('the list, and who leaves', () => {
  test('shows what is open, booked and lately held, without people who do not exist for whoever asks (I3)', async () => {
    const { office, tamsin, id, does: runCommands, record } = await startMeeting()
    const { personId } = await record()
    const list = () => office.must('meeting.list', {})
    expect(await list()).toMatchObject({ open: [{ id, runningSince: FRIDAY_NINE, lead: { name: 'Maeve' } }], booked: [], closed: [] })
    office.after(MINUTE)
    await runCommands(end)
    expect(await list()).toMatchObject({ open: [], closed: [{ id, endedAt: FRIDAY_NINE + MINUTE, withHer: true }] })
    await office.must('access.setConflict', { personId, staffId: tamsin, on: true })
    office.signIn(tamsin, 'Tamsin')
    expect(await list()).toEqual({ open: [], booked: [], closed: [] })
    expect(await office.call('meeting.read', { id })).toMatchObject(refused('no_such_meeting'))
    office.signIn(office.director, 'Maeve', ['director'])
    office.after(15 * DAY)
    expect((await list()).closed).toEqual([])
  })

  test('a booked one is on it, with who leads it', async () => {
    const { office, handoffId, does: runCommands } = await startMeeting()
    await runCommands(end)
    await office.must('handoff.execute', { id: handoffId, command: attempt('reached') })
    await office.must('handoff.execute', {
      id: handoffId,
      command: {
        kind: 'save_confirmation',
        at: null,
        wayVerified: true,
        nextStep: { kind: 'appointment', what: 'Intake talk', date: null, waitLength: '', herWords: '' },
        risks: { answer: 'none', dates: [] },
      },
    })
    await office.must('handoff.execute', { id: handoffId, command: { kind: 'book_meeting', at: office.now + DAY, what: '' } })
    expect((await office.must('meeting.list', {})).booked).toMatchObject([{ handoffId, at: office.now + DAY, owner: { name: 'Maeve' } }])
  })

  test('whoever goes away leaves neither a call nor a line of a plan behind (H4)', async () => {
    const { office, tamsin, does: runCommands, line, read } = await startMeeting()
    const ruth = office.worker('Ruth', ['supervisor'])
    await runCommands(line(null, { owner: tamsin }), line(null), { kind: 'next', next: { at: office.now + DAY, lead: tamsin, what: '' } })
    await runCommands({ kind: 'hand_to', to: tamsin })
    await office.must('absence.save', { id: tamsin, from: null, until: null, to: ruth, exceptions: [] })
    const view = await read()
    expect(view.lead.name).toBe('Ruth')
    expect(view.lines.map(({ owner }) => owner?.name)).toEqual(['Ruth', 'Maeve'])
    expect(view.next).toMatchObject({ lead: { name: 'Ruth' } })
  })
})
