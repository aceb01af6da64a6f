import { describe, expect, test } from 'vitest'
import type { Input } from '#shared/contract/index'
import type { HandoffId } from '#shared/domain/core/ids'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { createScratchOffice } from '../../support/office/scratch-office'

type Command = Input<'meeting.execute'>['command']
const close: Command = { kind: 'close', how: 'she_ended_it', words: '', at: null }

async function startMeeting(direction: 'incoming' | 'outgoing') {
  const office = createScratchOffice()
  const clinic = await office.partner('Northgate Clinic')
  const handoffId: HandoffId =
    direction === 'incoming'
      ? await office.createHandoff(clinic)
      : await office.createHandoff(clinic, {
          direction,
          source: { kind: 'staff', id: office.director },
          receiver: { kind: 'partner', id: clinic },
          permissionGiven: true,
        })
  office.after(HOUR)
  const { id } = await office.must('meeting.begin', { handoffId, mode: 'conference_call', where: '', withoutHer: null, startedAt: null })
  const read = () => office.must('meeting.read', { id })
  const run = async (...commands: readonly Command[]) => {
    for (const command of commands)
      expect(await office.call('meeting.execute', { id, version: (await read()).version, command })).toMatchObject({ ok: true })
  }
  const join: Command = { kind: 'join', who: 'partner', name: '', staffId: null, partnerId: clinic, role: 'helps', rule: '' }
  const answers: readonly Command[] = [
    { kind: 'check_plan', verified: true },
    { kind: 'risks', answer: 'none' },
    { kind: 'understood', no: 1, words: 'I go there on Monday' },
    { kind: 'next', next: { at: office.now + 3 * DAY, lead: office.director, what: 'at the clinic' } },
  ]
  return { office, id, handoffId, read, run, join, answers, record: () => office.must('handoff.read', { id: handoffId }) }
}

describe('a meeting is contact (H10)', () => {
  test('it says before the end what will be missing, and nothing is typed a second time', async () => {
    const call = await startMeeting('incoming')
    expect((await call.read()).contact).toEqual({ missing: ['way', 'next_step', 'deadline_risks'] })
    await call.run({ kind: 'risks', answer: 'none' })
    expect((await call.read()).contact).toEqual({ missing: ['way', 'next_step'] })
    expect((await call.read()).offers).toEqual([])
    const began = call.office.now
    call.office.after(HOUR)
    await call.run(...call.answers.filter(({ kind }) => kind !== 'check_plan'), close)
    const { state, timeline } = await call.record()
    expect(state).toEqual({ kind: 'reached_not_confirmed', missing: ['way'] })
    expect(timeline.find(({ kind }) => kind === 'met')).toMatchObject({ happenedAt: began })
    expect(await call.read()).toMatchObject({ contact: { missing: ['way'] }, offers: [] })
  })

  test('a plan that the person finds right is verified with the person, now; one with gaps says what it lacks (P2)', async () => {
    const call = await startMeeting('incoming')
    const readPlan = async () => {
      const { personId } = await call.record()
      return call.office.must('plan.read', { personId })
    }
    expect((await readPlan())?.verified?.with).not.toBe('her')
    expect((await call.read()).planMissing).toEqual([])
    await call.run({ kind: 'check_plan', verified: false })
    expect((await readPlan())?.verified?.with).not.toBe('her')
    await call.run({ kind: 'check_plan', verified: true })
    expect(await readPlan()).toMatchObject({ version: 2, verified: { with: 'her', at: call.office.now } })

    const { personId } = await call.record()
    const { plan } = (await readPlan())!
    await call.office.must('plan.save', { personId, basedOn: 2, plan: { ...plan, language: '' }, verifiedWith: null })
    expect((await call.read()).planMissing).toEqual(['language'])
    await call.run({ kind: 'check_plan', verified: true })
    expect(await readPlan()).toMatchObject({ version: 3, verified: null })
    await call.run(...call.answers.filter(({ kind }) => kind !== 'check_plan'), close)
    expect((await call.record()).state).toEqual({ kind: 'reached_not_confirmed', missing: ['way'] })
  })

  test('of an outgoing one with the receiver on the line, "accepted, confirmed, close" is one step (H9)', async () => {
    const call = await startMeeting('outgoing')
    expect((await call.read()).contact).toBeNull()
    await call.run(call.join, ...call.answers)
    expect((await call.read()).contact).toEqual({ missing: [] })
    expect(await call.office.call('meeting.finish', { id: call.id, accept: true, close: true })).toMatchObject({
      failure: { reason: 'no_such_meeting' },
    })
    await call.run(close)
    expect(await call.record()).toMatchObject({ state: { kind: 'accompanying', held: 1 }, acceptance: null })
    expect((await call.read()).offers).toEqual(['accept', 'close'])
    await call.office.must('meeting.finish', { id: call.id, accept: true, close: true })
    expect(await call.record()).toMatchObject({ state: { kind: 'closed', as: 'help_scheduled' }, acceptance: { by: 'Northgate Clinic' } })
    expect((await call.read()).offers).toEqual([])
    expect(await call.office.call('meeting.finish', { id: call.id, accept: true, close: false })).toMatchObject({
      failure: { reason: 'wrong_state' },
    })
  })

  test('acceptance alone leaves the handoff open', async () => {
    const call = await startMeeting('outgoing')
    await call.run(call.join, close)
    expect((await call.read()).offers).toEqual(['accept'])
    await call.office.must('meeting.finish', { id: call.id, accept: true, close: false })
    expect(await call.record()).toMatchObject({ closed: null, acceptance: { by: 'Northgate Clinic' } })
  })
})
