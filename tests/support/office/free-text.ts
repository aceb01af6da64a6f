import type { Input } from '#shared/contract/index'
import type { HandoffId, MeetingId, PartnerId, PersonId } from '#shared/domain/core/ids'
import { DAY } from '#shared/domain/core/moment'
import { NO_ANSWERS } from '#shared/domain/person/person-answers'
import { attempt, type createScratchOffice } from './scratch-office'
import type { KnownIds } from './every-answer'

type Office = ReturnType<typeof createScratchOffice>

export interface RecordIds {
  readonly partner: PartnerId
  readonly handoff: HandoffId
  readonly person: PersonId
  readonly meeting: MeetingId
}

/** Types `text` into everything that may be typed about a person, on the record, in a meeting and in a stay; `beforeTexts` runs once the person is in the database. */
export async function fillEveryFreeText(
  office: Office,
  text: string,
  beforeTexts: (personId: PersonId, partner: PartnerId) => Promise<unknown> = () => Promise.resolve(),
): Promise<RecordIds> {
  const { must, director: me, now } = office
  const partner = await office.partner('Northgate Line')
  const handoff = await office.createHandoff(partner, { note: text, mayTellSource: 'and_next_step' })
  const { personId: person } = await must('handoff.read', { id: handoff })
  await beforeTexts(person, partner)
  const act = async (command: Input<'handoff.execute'>['command']) => void (await must('handoff.execute', { id: handoff, command }))
  await act(attempt('reached', { note: text }))
  await act({ kind: 'add_note', note: text, herWords: true })
  await act({
    kind: 'save_confirmation',
    at: null,
    wayVerified: true,
    nextStep: { kind: 'appointment', what: text, date: now + DAY, waitLength: text, herWords: text },
    risks: { answer: 'dates', dates: [{ kind: 'court_date', date: now + 3 * DAY, what: text, routedTo: text }] },
  })
  const answer = { kind: 'told', words: text } as const
  const facts = { ...NO_ANSWERS, pets: answer, accessNeeds: answer, culturalNeeds: answer, groups: answer }
  await must('person.save', { personId: person, alias: '', initials: '', pronoun: '', spellings: [], facts })
  const { id: stay } = await must('stay.begin', { personId: person, intakeAt: null, worker: me })
  await must('goal.save', { stayId: stay, id: null, words: text, help: 'housing', need: text })
  const { id: dropped } = await must('goal.save', { stayId: stay, id: null, words: text, help: 'housing', need: text })
  await must('goal.drop', { id: dropped, why: text })
  const meetingInput = { handoffId: handoff, mode: 'in_person', where: text, withoutHer: null, startedAt: null } as const
  const { id: meeting } = await must('meeting.begin', meetingInput)
  let version = 1
  const doInMeeting = async (command: Input<'meeting.execute'>['command']) =>
    void ({ version } = await must('meeting.execute', { id: meeting, version, command }))
  for (const field of ['situation', 'background', 'questions_1', 'questions_2', 'note'] as const)
    await must('meeting.saveText', { id: meeting, field, text })
  await must('story.approve', { personId: person, meetingId: meeting, situation: text, background: text })
  await doInMeeting({ kind: 'join', who: 'partner', name: text, staffId: null, partnerId: partner, role: 'helps', rule: text })
  await doInMeeting({ kind: 'understood', no: 1, words: text })
  await doInMeeting({ kind: 'set_step', list: 'before', no: 0, state: 'skipped', reason: text })
  await doInMeeting({ kind: 'set_line', no: null, what: text, who: text, owner: me, dueAt: now + DAY, waitsOn: 'nobody' })
  await doInMeeting({ kind: 'set_paper', no: null, name: text, direction: 'ask', state: 'open' })
  await doInMeeting({ kind: 'confidence', score: 2, words: text })
  await doInMeeting({ kind: 'next', next: { at: now + 7 * DAY, lead: me, what: text } })
  await doInMeeting({ kind: 'copy', copy: 'wanted' })
  await doInMeeting({ kind: 'close', how: 'she_ended_it', words: text, at: null })
  return { partner, handoff, person, meeting }
}

export const toKnownIds = ({ director }: Office, { partner, handoff, person, meeting }: RecordIds): KnownIds => ({
  partner,
  handoffs: [handoff],
  people: [person],
  staff: director,
  meetings: [meeting],
  releases: [],
  words: ['Amal', 'Rahimi'],
  phones: ['780 555 0142'],
})
