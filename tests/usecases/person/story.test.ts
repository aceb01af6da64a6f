import { expect, test } from 'vitest'
import type { PersonId } from '#shared/domain/core/ids'
import { DAY } from '#shared/domain/core/moment'
import { createScratchOffice } from '../../support/office/scratch-office'

async function createMeetingWithStory() {
  const office = createScratchOffice()
  const partner = await office.partner('Northgate Line')
  const handoff = await office.createHandoff(partner)
  const { personId } = await office.must('handoff.read', { id: handoff })
  const begun = { handoffId: handoff, mode: 'in_person', where: '', withoutHer: null, startedAt: null } as const
  const { id: meeting } = await office.must('meeting.begin', begun)
  return { office, partner, personId, meeting }
}

test('she approves her story, and each time it is a new version of it (M5)', async () => {
  const { office, personId, meeting } = await createMeetingWithStory()
  const story = { personId, meetingId: meeting, situation: 'has to move by Friday', background: '' }
  expect((await office.must('story.read', { personId })).story).toBeNull()
  expect(await office.must('story.approve', story)).toEqual({ version: 1 })
  office.after(DAY)
  expect(await office.must('story.approve', { ...story, meetingId: null, background: 'two children' })).toEqual({ version: 2 })
  expect((await office.must('story.read', { personId })).story).toMatchObject({
    version: 2,
    situation: 'has to move by Friday',
    background: 'two children',
    approvedAt: office.now,
    approvedByName: 'Maeve',
  })
})

test('an empty story, or one from somebody else’s meeting, is not approved', async () => {
  const { office, partner, personId, meeting } = await createMeetingWithStory()
  const other = await office.createHandoff(partner, { person: { kind: 'new', name: 'Zoe Wilde', alias: '' } })
  const { personId: zoe } = await office.must('handoff.read', { id: other })
  const refusal = async (of: PersonId, situation: string) =>
    office.call('story.approve', { personId: of, meetingId: meeting, situation, background: '' })
  expect(await refusal(personId, ' ')).toMatchObject({ failure: { reason: 'nothing_written' } })
  expect(await refusal(zoe, 'has to move')).toMatchObject({ failure: { reason: 'no_such_meeting', field: 'meetingId' } })
})

test('what the person withholds is redacted from what lies written in a running meeting, and makes a new version of her story (M5)', async () => {
  const { office, personId, meeting } = await createMeetingWithStory()
  const text = 'worked at the Mill until May'
  await office.must('meeting.saveText', { id: meeting, field: 'note', text })
  await office.must('story.approve', { personId, meetingId: meeting, situation: text, background: '' })
  const { id } = await office.must('withheld.add', { personId, words: 'the mill', partnerId: null })
  const redacted = 'worked at ▬▬▬ until May'
  expect((await office.must('story.read', { personId })).story).toMatchObject({ version: 2, situation: redacted })
  expect((await office.must('meeting.read', { id: meeting })).texts.note).toBe(redacted)
  // The person lifts it: what was redacted from a text stays redacted, and from now on it may be written.
  await office.must('withheld.remove', { personId, id })
  expect((await office.must('meeting.read', { id: meeting })).texts.note).toBe(redacted)
  await office.must('meeting.saveText', { id: meeting, field: 'note', text })
  expect((await office.must('meeting.read', { id: meeting })).texts.note).toBe(text)
})

test('the same words twice are one thing; from one partner they are another; lifted is lifted once', async () => {
  const { office, partner, personId } = await createMeetingWithStory()
  const { id } = await office.must('withheld.add', { personId, words: 'Larch Court', partnerId: null })
  expect(await office.must('withheld.add', { personId, words: 'larch  COURT', partnerId: null })).toEqual({ id })
  const { id: other } = await office.must('withheld.add', { personId, words: 'Larch Court', partnerId: partner })
  expect(other).not.toBe(id)
  expect((await office.must('withheld.list', { personId })).map((one) => [one.words, one.partner, one.byName])).toEqual([
    ['Larch Court', '', 'Maeve'],
    ['Larch Court', 'Northgate Line', 'Maeve'],
  ])
  await office.must('withheld.remove', { personId, id })
  expect(await office.call('withheld.remove', { personId, id })).toMatchObject({ failure: { reason: 'not_kept_back' } })
  expect((await office.must('withheld.list', { personId })).map((one) => one.id)).toEqual([other])
})

test('one letter is too short to be withheld, and nothing of one person is lifted from another', async () => {
  const { office, partner, personId } = await createMeetingWithStory()
  expect(await office.call('withheld.add', { personId, words: 'é !', partnerId: null })).toMatchObject({
    failure: { reason: 'words_too_short', field: 'words' },
  })
  const other = await office.createHandoff(partner, { person: { kind: 'new', name: 'Zoe Wilde', alias: '' } })
  const { personId: zoe } = await office.must('handoff.read', { id: other })
  const { id } = await office.must('withheld.add', { personId, words: 'Larch Court', partnerId: null })
  expect(await office.call('withheld.remove', { personId: zoe, id })).toMatchObject({ failure: { reason: 'not_kept_back' } })
})
