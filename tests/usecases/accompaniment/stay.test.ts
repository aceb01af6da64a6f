import { describe, expect, test } from 'vitest'
import { DAY } from '#shared/domain/core/moment'
import type { HandoffId, PersonId, StaffId } from '#shared/domain/core/ids'
import { createScratchOffice } from '../../support/office/scratch-office'

type Office = ReturnType<typeof createScratchOffice>
const refused = (reason: string, field?: string) => ({
  ok: false,
  failure: { kind: 'refused', reason, ...(field === undefined ? {} : { field }) },
})
const readPersonId = async (office: Office, id: HandoffId): Promise<PersonId> => (await office.must('handoff.read', { id })).personId
const beginStay = async (office: Office, worker: StaffId = office.director) => {
  const handoff = await office.refer(await office.partner('Northgate Line'))
  const personId = await readPersonId(office, handoff)
  const { id } = await office.must('stay.begin', { personId, intakeAt: null, worker })
  return { personId, id, handoff }
}
const addGoal = async (office: Office, stayId: Awaited<ReturnType<typeof beginStay>>['id'], words = 'a flat near the school') =>
  (await office.must('goal.save', { stayId, id: null, words, help: 'housing', need: 'three rooms' })).id

describe('a stay (A4)', () => {
  test('its goals are due on day 3 and overdue after day 4; the talk settles it', async () => {
    const office = createScratchOffice()
    const { id } = await beginStay(office)
    const readGoalsState = async () => (await office.must('stay.list', {})).here[0]?.goals.state
    expect(await readGoalsState()).toBe('later')
    office.after(2 * DAY)
    expect(await readGoalsState()).toBe('due')
    office.after(2 * DAY)
    expect(await readGoalsState()).toBe('overdue')
    await office.must('stay.recordGoalsTalk', { id })
    expect((await office.must('stay.list', {})).here[0]).toMatchObject({ day: 5, goals: { state: 'asked', askedAt: office.now } })
    expect(office.topics).toContain('stays')
  })

  test('nobody stays twice at once, and an intake is never in the future', async () => {
    const office = createScratchOffice()
    const { personId } = await beginStay(office)
    const again = { personId, intakeAt: null, worker: office.director }
    expect(await office.call('stay.begin', again)).toMatchObject(refused('stays_already'))
    expect(await office.call('stay.begin', { ...again, intakeAt: office.now + 1 })).toMatchObject(refused('stays_already'))
  })

  test('who has left no longer stays; contact goes on if she wants it, and then it has a day (A3)', async () => {
    const office = createScratchOffice()
    const { personId, id } = await beginStay(office)
    const wish = { id, wants: true, words: 'a text, never a call', nextContactAt: office.now + 9 * DAY }
    expect(await office.call('stay.saveLaterContact', wish)).toMatchObject(refused('still_staying'))
    office.after(5 * DAY)
    await office.must('stay.end', { id, at: null })
    expect(await office.call('stay.saveLaterContact', { ...wish, nextContactAt: null })).toMatchObject(
      refused('no_such_time', 'nextContactAt'),
    )
    await office.must('stay.saveLaterContact', wish)
    expect(await office.must('stay.list', {})).toMatchObject({
      here: [],
      after: [{ personId, words: 'a text, never a call', nextAt: wish.nextContactAt }],
    })
    expect((await office.must('stay.begin', { personId, intakeAt: null, worker: office.director })).id).not.toBe(id)
  })
})

describe('a goal (A4)', () => {
  test('one step hands it on, with what she approved in it and nothing that she keeps back (M5)', async () => {
    const office = createScratchOffice()
    const kim = office.worker('Kim')
    const { personId, id, handoff } = await beginStay(office)
    await office.must('story.approve', {
      personId,
      meetingId: null,
      situation: 'She left Elm Street at night.',
      background: 'Two children.',
    })
    await office.must('withheld.add', { personId, words: 'Elm Street', partnerId: null })
    const goal = await addGoal(office, id, 'a flat far from Elm Street')
    const made = await office.must('goal.createHandoff', { id: goal, to: kim, agreed: true })
    const record = await office.must('handoff.read', { id: made.handoffId })
    expect(record).toMatchObject({ direction: 'internal', personId, helps: ['housing'], assignedTo: { id: office.director } })
    expect(made.handoffId).not.toBe(handoff)
    expect(record.note).toContain('a flat far from ▬▬▬')
    expect(record.note).toContain('Two children.')
    expect(JSON.stringify(record)).not.toContain('Elm')
    expect((await office.must('stay.read', { personId }))[0]?.list[0]).toMatchObject({ handoff: { number: made.number } })
    expect(await office.call('goal.createHandoff', { id: goal, to: kim, agreed: true })).toMatchObject(refused('handed_on_already'))
  })

  test('is reached, or let go with her words; after that it stays as it is', async () => {
    const office = createScratchOffice()
    const { personId, id } = await beginStay(office)
    const [first, second] = [await addGoal(office, id), await addGoal(office, id, 'evening classes')]
    await office.must('goal.reached', { id: first })
    await office.must('goal.drop', { id: second, why: 'not now' })
    const list = (await office.must('stay.read', { personId }))[0]?.list
    expect(list).toMatchObject([
      { doneAt: office.now, letGo: null },
      { doneAt: null, letGo: 'not now' },
    ])
    expect(await office.call('goal.reached', { id: second })).toMatchObject(refused('already_closed'))
    expect(await office.call('goal.createHandoff', { id: first, to: office.worker('Kim'), agreed: true })).toMatchObject(
      refused('already_closed'),
    )
  })
})

describe('who sees to it, and who sees her', () => {
  test('what somebody who goes away sees to is given with the rest (H4)', async () => {
    const office = createScratchOffice()
    const [kim, ruth] = [office.worker('Kim'), office.worker('Ruth')]
    const { personId } = await beginStay(office, kim)
    office.signIn(kim, 'Kim')
    await office.must('absence.save', { id: kim, from: null, until: office.now + 3 * DAY, to: ruth, exceptions: [] })
    expect((await office.must('stay.read', { personId }))[0]?.worker).toMatchObject({ id: ruth })
  })

  test('a restricted person stays nowhere for those who are not named; her stay and goals are as nobody’s (I3)', async () => {
    const office = createScratchOffice()
    const [kim, ruth] = [office.worker('Kim'), office.worker('Ruth')]
    const { personId, id } = await beginStay(office)
    const goal = await addGoal(office, id)
    await office.must('access.restrict', { personId, named: [office.director, kim] })
    office.signIn(ruth, 'Ruth')
    expect(await office.must('stay.list', {})).toMatchObject({ here: [], after: [] })
    expect(await office.call('stay.read', { personId })).toMatchObject(refused('no_such_person'))
    expect(await office.call('stay.recordGoalsTalk', { id })).toMatchObject(refused('no_such_stay'))
    expect(await office.call('goal.reached', { id: goal })).toMatchObject(refused('no_such_goal'))
  })

  test('a stay stands on the page of the record that she was joined to, and goes back when it is undone', async () => {
    const office = createScratchOffice()
    const { personId: gone } = await beginStay(office)
    const other = await office.refer(await office.partner('Southgate Line'))
    const stays = await readPersonId(office, other)
    const { mergeId } = await office.must('person.merge', { gone, stays, reason: 'the same number' })
    expect(await office.must('stay.read', { personId: stays })).toHaveLength(1)
    expect((await office.must('stay.list', {})).here[0]).toMatchObject({ personId: stays })
    await office.must('person.unmerge', { mergeId })
    expect(await office.must('stay.read', { personId: stays })).toHaveLength(0)
    expect(await office.must('stay.read', { personId: gone })).toHaveLength(1)
  })
})
