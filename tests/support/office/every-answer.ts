import type { Input, ReadingChannel, TransactionChannel } from '#shared/contract/index'
import type { HandoffId, MeetingId, PartnerId, PersonId, ReleaseId, StaffId } from '#shared/domain/core/ids'
import { HOUR } from '#shared/domain/core/moment'
import { signed } from '../domain/releases'
import { attempt, FRIDAY_NINE, referral, createScratchOffice } from './scratch-office'

type Office = ReturnType<typeof createScratchOffice>

export interface KnownIds {
  readonly partner: PartnerId
  readonly handoffs: readonly HandoffId[]
  readonly people: readonly PersonId[]
  readonly staff: StaffId
  readonly meetings: readonly MeetingId[]
  readonly releases: readonly ReleaseId[]
  /** What is typed in searches and new referrals. */
  readonly words: readonly string[]
  readonly phones: readonly string[]
}

/** Reading calls that say of themselves that they know more: the lines for hidden tasks, and the audit log. */
type PrivilegedChannel = 'access.listHiddenTasks' | 'audit.list' | 'audit.listUnread'

/** How each reading channel is asked; a channel without a line here is a type error. */
const INPUTS: {
  readonly [C in Exclude<ReadingChannel & TransactionChannel, PrivilegedChannel>]: (known: KnownIds) => readonly Input<C>[]
} = {
  'board.dates': () => [{}],
  'board.read': () => [{}],
  'handoff.read': ({ handoffs }) => handoffs.map((id) => ({ id })),
  'handoff.findUndo': () => [{}],
  'handoff.similar': ({ words, phones }) => [
    ...words.map((name) => ({ name, alias: '', phone: '' })),
    ...phones.map((phone) => ({ name: '', alias: '', phone })),
  ],
  'meeting.read': ({ meetings }) => meetings.map((id) => ({ id })),
  'meeting.list': () => [{}],
  'accompaniment.read': ({ handoffs }) => handoffs.map((handoffId) => ({ handoffId })),
  'accompaniment.list': () => [{}],
  'feedback.read': () => [{}],
  'success.list': () => [{}],
  'clientSummary.read': ({ meetings }) => meetings.map((id) => ({ id, reach: '' })),
  'story.read': ({ people }) => people.map((personId) => ({ personId })),
  'withheld.list': ({ people }) => people.map((personId) => ({ personId })),
  'release.list': ({ people }) => people.map((personId) => ({ personId })),
  'release.read': ({ releases }) => releases.map((id) => ({ id })),
  'releasePaper.read': ({ releases }) => releases.map((id) => ({ id })),
  'release.listEnding': () => [{}],
  'stay.list': () => [{}],
  'stay.read': ({ people }) => people.map((personId) => ({ personId })),
  'person.name': ({ people }) => people.map((personId) => ({ personId })),
  'person.names': ({ people }) => people.map((personId) => ({ personId })),
  'person.read': ({ people }) => people.map((personId) => ({ personId })),
  'person.merges': ({ people }) => people.map((personId) => ({ personId })),
  'plan.read': ({ people }) => people.map((personId) => ({ personId })),
  'plan.versions': ({ people }) => people.map((personId) => ({ personId })),
  'plan.listBookings': ({ people }) => people.map((personId) => ({ personId })),
  'override.list': () => [{}],
  'override.listOwn': () => [{}],
  'partner.list': () => [{}],
  'partner.read': ({ partner }) => [{ id: partner }],
  'partner.reliability': ({ partner }) => [{ id: partner }],
  'partner.address': ({ partner }) => [{ id: partner }],
  'partner.enquiry': ({ partner }) => [{ id: partner }],
  'savedView.list': () => [{}],
  'absence.read': ({ staff }) => [{ id: staff }],
  'staff.list': () => [{}],
  'staff.overview': () => [{}],
  'staff.readLeaving': ({ staff }) => [{ id: staff }],
  'access.read': ({ people }) => people.map((personId) => ({ personId })),
  'settings.read': () => [{}],
  'policy.read': () => [{}],
  'policy.preview': ({ partner }) => [null, partner].map((one) => ({ partner: one, standardHours: 12, secondWindow: HOUR })),
  'bounceReason.listChoices': () => [{}],
  'bounceReason.list': () => [{}],
  'fields.read': () => [{}],
  'alert.list': () => [{}],
  'draft.read': () => [{ key: 'act:note' }],
  'search.find': ({ words, phones }) =>
    [...words, ...phones, ...phones.map((phone) => phone.slice(-4)), '1', '2', '3', '4'].map((text) => ({ text })),
}

/** Reads every answer of every reading channel as one text, also what a role may not read. */
export async function readEveryAnswer(office: Office, known: KnownIds): Promise<string> {
  const answers: string[] = []
  for (const [channel, inputs] of Object.entries(INPUTS))
    for (const input of inputs(known)) {
      const answer = JSON.stringify(await office.call(channel as 'board.read', input as never))
      // A director who lets a worker leave is told how many hidden records have to be reassigned (H4), and no more.
      answers.push(
        `${channel} ${JSON.stringify(input)} ${channel === 'staff.readLeaving' ? answer.replace(/"restricted":\d+/, '') : answer}`,
      )
    }
  return answers.join('\n')
}

export const AFTER_DUE = FRIDAY_NINE + 25 * HOUR

/** Creates an office of four with three people, on the day after: alerts were raised. `people`, `handoffs`: those that everyone sees. */
export async function createOfficeOfFour() {
  const office = createScratchOffice()
  const ruth = office.worker('Ruth', ['supervisor'])
  const bo = office.worker('Bo')
  const tamsin = office.worker('Tamsin', ['front_desk'])
  const partner = await office.partner('Northgate Line')
  const handoffs: HandoffId[] = []
  for (const name of ['Amal Rahimi', 'Zoe Wilde', 'Amelie Marsh'])
    handoffs.push(await office.createHandoff(partner, { person: { kind: 'new', name, alias: '' }, assignedTo: bo }))
  const people: PersonId[] = []
  for (const id of handoffs) people.push((await office.must('handoff.read', { id })).personId)
  await office.must('handoff.execute', { id: handoffs[1] as HandoffId, command: attempt('no_answer') })
  const begin = { mode: 'in_person', where: '', withoutHer: null, startedAt: null } as const
  const { id: meeting } = await office.must('meeting.begin', { ...begin, handoffId: handoffs[2] as HandoffId })
  const { id: release } = await office.must('release.write', signed(people[2] as PersonId, FRIDAY_NINE))
  office.at(AFTER_DUE)
  office.tick()
  const as = {
    maeve: () => office.signIn(office.director, 'Maeve', ['director', 'workflow_owner', 'data_owner']),
    ruth: () => office.signIn(ruth, 'Ruth', ['supervisor']),
    bo: () => office.signIn(bo, 'Bo'),
    tamsin: () => office.signIn(tamsin, 'Tamsin', ['front_desk']),
  }
  const known: KnownIds = {
    partner,
    handoffs,
    people,
    staff: bo,
    meetings: [meeting],
    releases: [release],
    words: ['Amal', 'Amal Rahimi', 'Am', 'A. R.', 'Rahimi', 'امل رحیمی', 'Marsh', 'North'],
    phones: ['780 555 0142', '780 555 0199'],
  }
  return { office, as, partner, bo, ruth, tamsin, known }
}

type OfficeOfFour = Awaited<ReturnType<typeof createOfficeOfFour>>

/** Adds a fourth person, whom only Ruth, the supervisor, and Tamsin may see: overdue since yesterday, alerted, with attempts and a note. */
export async function addRestrictedPerson(
  { office, as, partner, tamsin }: OfficeOfFour,
  name = 'Amal Rahimi',
): Promise<{ id: HandoffId; personId: PersonId }> {
  as.ruth()
  const id = await office.createHandoff(partner, {
    person: { kind: 'new', name, alias: '' },
    assignedTo: tamsin,
    receivedAt: AFTER_DUE - 26 * HOUR,
    earlierBecause: 'the line was down',
    questions: { ...referral(partner).questions, number: { kind: 'known', value: '780 555 0199', readBack: true } },
  })
  const { personId } = await office.must('handoff.read', { id })
  await office.must('access.restrict', { personId, named: [tamsin] })
  await office.must('handoff.execute', { id, command: attempt('no_answer') })
  await office.must('handoff.execute', { id, command: { kind: 'add_note', note: 'says she is well', herWords: false } })
  const begin = { handoffId: id, mode: 'conference_call', where: '', withoutHer: null, startedAt: null } as const
  const { id: meeting } = await office.must('meeting.begin', begin)
  // It ends within three days, so it would be on the board.
  const soon = signed(personId, office.now, { expiresAt: office.now + 20 * HOUR })
  await office.must('release.write', soon)
  const ended = { kind: 'close', how: 'she_ended_it', words: '', at: null } as const
  await office.must('meeting.execute', { id: meeting, version: 1, command: ended })
  office.tick()
  return { id, personId }
}
