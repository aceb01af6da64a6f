import type { Input } from '#shared/contract/index'
import type { HandoffId, MeetingId, PartnerId, PersonId } from '#shared/domain/ids'
import { DAY } from '#shared/domain/moment'
import { attempt, type scratchOffice } from './scratch-office'
import type { Known } from './whole-office'

type Office = ReturnType<typeof scratchOffice>

export interface Hers {
  readonly partner: PartnerId
  readonly handoff: HandoffId
  readonly person: PersonId
  readonly meeting: MeetingId
}

/** Everything that somebody may type of her, on her record and in a meeting, with `text` in it. `early`: once she is in the book. */
export async function toldOfHer(
  office: Office,
  text: string,
  early: (personId: PersonId, partner: PartnerId) => Promise<unknown> = () => Promise.resolve(),
): Promise<Hers> {
  const { must, director: me, now } = office
  const partner = await office.partner('Northgate Line')
  const handoff = await office.refer(partner, { note: text, mayTellSource: 'and_next_step' })
  const { personId: person } = await must('handoff.read', { id: handoff })
  await early(person, partner)
  const act = async (command: Input<'handoff.do'>['command']) => void (await must('handoff.do', { id: handoff, command }))
  await act(attempt('reached', { note: text }))
  await act({ kind: 'add_note', note: text, herWords: true })
  await act({
    kind: 'save_confirmation',
    at: null,
    wayVerified: true,
    nextStep: { kind: 'appointment', what: text, date: now + DAY, waitLength: text, herWords: text },
    risks: { answer: 'dates', dates: [{ kind: 'court_date', date: now + 3 * DAY, what: text, routedTo: text }] },
  })
  const begun = { handoffId: handoff, mode: 'in_person', where: text, withoutHer: null, startedAt: null } as const
  const { id: meeting } = await must('meeting.begin', begun)
  let version = 1
  const does = async (command: Input<'meeting.do'>['command']) =>
    void ({ version } = await must('meeting.do', { id: meeting, version, command }))
  for (const field of ['situation', 'background', 'questions_1', 'questions_2', 'note'] as const)
    await must('meeting.write', { id: meeting, field, text })
  await must('story.approve', { personId: person, meetingId: meeting, situation: text, background: text })
  await does({ kind: 'join', who: 'partner', name: text, staffId: null, partnerId: partner, role: 'helps', rule: text })
  await does({ kind: 'understood', no: 1, words: text })
  await does({ kind: 'set_step', list: 'before', no: 0, state: 'skipped', reason: text })
  await does({ kind: 'set_line', no: null, what: text, who: text, owner: me, dueAt: now + DAY, waitsOn: 'nobody' })
  await does({ kind: 'set_paper', no: null, name: text, direction: 'ask', state: 'open' })
  await does({ kind: 'confidence', score: 2, words: text })
  await does({ kind: 'next', next: { at: now + 7 * DAY, lead: me, what: text } })
  await does({ kind: 'copy', copy: 'wanted' })
  await does({ kind: 'close', how: 'she_ended_it', words: text, at: null })
  return { partner, handoff, person, meeting }
}

export const knownOf = ({ director }: Office, { partner, handoff, person, meeting }: Hers): Known => ({
  partner,
  handoffs: [handoff],
  people: [person],
  staff: director,
  meetings: [meeting],
  releases: [],
  words: ['Amal', 'Rahimi'],
  phones: ['780 555 0142'],
})
