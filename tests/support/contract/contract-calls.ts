import { STAGES, type Stage } from '#shared/contract/call'
import { NO_ANSWERS } from '#shared/domain/person/person-answers'
import { createFirstPolicy } from '#shared/domain/policy/policy'
import type { Role } from '#shared/domain/core/vocabulary'
import type { Channel, Input } from '#shared/contract/index'
import type { HandoffId, PersonId } from '#shared/domain/core/ids'
import { PASSPHRASE } from '../office/set-up-office'
import { plan } from '../domain/plans'
import type { SampleIds } from '../office/probed-office'
import { signed } from '../domain/releases'
import { attempt, FRIDAY_NINE, referral } from '../office/scratch-office'

// Who may call what, and when, written down a second time beside the contract (I2). A channel without a row is a type error.

export interface ContractCall<C extends Channel> {
  readonly stages: readonly Stage[]
  /** Not for every signed-in worker, but for these (section 13). */
  readonly who?: readonly Role[]
  /** Run last, because the office is in another stage afterwards. */
  readonly changesStage?: true
  /** Builds an input of the contract's form about existing ids. */
  readonly input: (sampleIds: SampleIds, stage: Stage) => Input<C>
  /** A refusal that this input meets; without it the call succeeds. */
  readonly refusal?: string
}

const nothing = () => ({})
const director = { stages: ['open'], who: ['director'] } as const
const seesAll = { stages: ['open'], who: ['supervisor', 'director'] } as const
const dataOwner = { stages: ['open'], who: ['data_owner'] } as const
const HOUR = 3_600_000
const open = ['open'] as const
const id = ({ handoffs: [first] }: SampleIds) => first as HandoffId
const personId = ({ persons: [first] }: SampleIds) => first as PersonId

/** A valid id that does not exist. */
const UNKNOWN_ID = '01900000-0000-7000-8000-00000000dead'

export const CONTRACT_CALLS = {
  'office.state': { stages: STAGES, input: nothing },
  'help.read': { stages: STAGES, input: nothing },
  'setup.createRecoveryWords': { stages: ['new'], input: nothing },
  'setup.finish': {
    stages: ['new'],
    refusal: 'words_do_not_match',
    input: () => ({
      shelter: 'Harbour House',
      zone: 'America/Edmonton',
      director: 'Ines',
      passphrase: PASSPHRASE,
      typedBack: [1, 2, 3].map((position) => ({ position, word: 'heron' })),
      policy: { standardHours: 24, shiftStarts: ['07:00'], policeNumber: '911', supervisorName: 'Ruth', supervisorPhone: '780 555 0100' },
    }),
  },
  'session.signIn': {
    stages: ['sealed', 'locked'],
    changesStage: true,
    input: ({ director }, stage) => ({ passphrase: PASSPHRASE, staffId: stage === 'locked' ? director : null }),
  },
  'session.unlock': {
    stages: ['locked'],
    refusal: 'pin_not_now',
    input: ({ director: staffId }) => ({ staffId, pin: '274961' }),
  },
  'session.recover': { stages: ['sealed', 'locked'], refusal: 'wrong_words', input: () => ({ words: Array<string>(12).fill('heron') }) },
  'session.choosePassphrase': {
    stages: ['choosing'],
    refusal: 'passphrase_too_short',
    input: () => ({ staffId: null, passphrase: 'short' }),
  },
  'session.lock': { stages: ['choosing', 'open'], changesStage: true, input: nothing },
  'session.seal': { stages: ['locked', 'choosing', 'open'], changesStage: true, input: nothing },
  'session.reportActivity': { stages: ['choosing', 'open'], input: nothing },
  'session.changePassphrase': { stages: open, refusal: 'passphrase_too_short', input: () => ({ now: PASSPHRASE, next: 'short' }) },
  'session.setPin': { stages: open, refusal: 'pin_too_short', input: () => ({ passphrase: PASSPHRASE, pin: '123' }) },
  'board.read': { stages: open, input: nothing },
  'board.dates': { stages: open, input: nothing },
  'handoff.read': { stages: open, input: (sampleIds) => ({ id: id(sampleIds) }) },
  'person.name': { stages: open, input: (sampleIds) => ({ personId: personId(sampleIds) }) },
  'person.names': { stages: open, input: (sampleIds) => ({ personId: personId(sampleIds) }) },
  'person.read': { stages: open, input: (sampleIds) => ({ personId: personId(sampleIds) }) },
  'person.save': {
    stages: open,
    input: (sampleIds) => ({
      personId: personId(sampleIds),
      alias: 'Wren',
      initials: '',
      pronoun: 'she',
      spellings: ['Aml'],
      facts: NO_ANSWERS,
    }),
  },
  'person.merge': {
    stages: open,
    refusal: 'same_person',
    input: (sampleIds) => ({ gone: personId(sampleIds), stays: personId(sampleIds), reason: 'the same number' }),
  },
  'person.unmerge': { stages: open, refusal: 'not_merged', input: (sampleIds) => ({ mergeId: personId(sampleIds) }) },
  'person.merges': { stages: open, input: (sampleIds) => ({ personId: personId(sampleIds) }) },
  'handoff.findUndo': { stages: open, input: () => ({}) },
  'handoff.similar': { stages: open, input: () => ({ name: 'Amal', alias: '', phone: '' }) },
  'handoff.create': { stages: open, input: ({ partner }) => referral(partner) },
  'handoff.execute': { stages: open, input: (sampleIds) => ({ id: id(sampleIds), command: attempt('no_answer') }) },
  'meeting.begin': {
    stages: open,
    input: ({ handoffs: [, second] }) => ({
      handoffId: second as HandoffId,
      mode: 'in_person',
      where: '',
      withoutHer: null,
      startedAt: null,
    }),
  },
  'meeting.read': { stages: open, input: ({ meeting }) => ({ id: meeting }) },
  // The worker who resumes a meeting leads it from then on (M4), and writes in it next.
  'meeting.execute': { stages: open, input: ({ meeting }) => ({ id: meeting, version: 2, command: { kind: 'resume' } }) },
  'meeting.saveText': { stages: open, input: ({ meeting }) => ({ id: meeting, field: 'note', text: 'says she is well' }) },
  'meeting.finish': { stages: open, refusal: 'no_such_meeting', input: ({ meeting }) => ({ id: meeting, accept: false, close: true }) },
  'meeting.list': { stages: open, input: nothing },
  'accompaniment.read': { stages: open, input: (sampleIds) => ({ handoffId: id(sampleIds) }) },
  'accompaniment.decide': {
    stages: open,
    refusal: 'no_accompaniment',
    input: (sampleIds) => ({ handoffId: id(sampleIds), meetingId: sampleIds.meeting, stage: 'present', words: '' }),
  },
  'accompaniment.increase': {
    stages: open,
    refusal: 'no_accompaniment',
    input: (sampleIds) => ({ handoffId: id(sampleIds), stage: 'present', words: '' }),
  },
  'accompaniment.end': {
    stages: open,
    refusal: 'no_accompaniment',
    input: (sampleIds) => ({ handoffId: id(sampleIds), as: 'lost_touch', words: '' }),
  },
  'accompaniment.list': { stages: open, input: nothing },
  'feedback.add': {
    stages: open,
    refusal: 'no_answer_given',
    input: ({ handoffs: [, , , internal] }) => ({
      of: internal as HandoffId,
      heard: 'not_said',
      inControl: 'not_said',
      repeated: 'not_said',
      anything: '',
    }),
  },
  'feedback.read': { stages: open, who: ['supervisor', 'data_owner', 'director'], input: nothing },
  'success.add': { stages: open, input: (sampleIds) => ({ of: id(sampleIds), words: 'signed the lease herself' }) },
  'success.list': { stages: open, input: nothing },
  'success.remove': { stages: open, refusal: 'no_such_success', input: (sampleIds) => ({ key: id(sampleIds) }) },
  'clientSummary.read': { stages: open, input: ({ meeting }) => ({ id: meeting, reach: 'ring the desk' }) },
  'clientSummary.save': { stages: open, refusal: 'no_copy', input: ({ meeting }) => ({ id: meeting }) },
  'clientSummary.print': { stages: open, refusal: 'no_copy', input: ({ meeting }) => ({ id: meeting }) },
  'releasePaper.read': { stages: open, input: (sampleIds) => ({ id: sampleIds.release }) },
  'releasePaper.save': { stages: open, input: (sampleIds) => ({ id: sampleIds.release }) },
  'releasePaper.print': { stages: open, input: (sampleIds) => ({ id: sampleIds.release }) },
  'story.approve': {
    stages: open,
    input: (sampleIds) => ({ personId: personId(sampleIds), meetingId: sampleIds.meeting, situation: 'has to move', background: '' }),
  },
  'story.read': { stages: open, input: (sampleIds) => ({ personId: personId(sampleIds) }) },
  'withheld.add': { stages: open, input: (sampleIds) => ({ personId: personId(sampleIds), words: 'Larch Court', partnerId: null }) },
  'withheld.list': { stages: open, input: (sampleIds) => ({ personId: personId(sampleIds) }) },
  'release.list': { stages: open, input: (sampleIds) => ({ personId: personId(sampleIds) }) },
  'release.read': { stages: open, input: (sampleIds) => ({ id: sampleIds.release }) },
  'release.write': { stages: open, input: (sampleIds) => signed(personId(sampleIds), FRIDAY_NINE) },
  'release.renew': { stages: open, input: (sampleIds) => ({ id: sampleIds.release }) },
  'release.recordDisclosure': {
    stages: open,
    input: (sampleIds) => ({ id: sampleIds.release, what: 'has two children', toWhom: '', how: 'phone', at: null, meetingId: null }),
  },
  'release.listEnding': { stages: open, input: nothing },
  'release.revoke': { stages: open, input: (sampleIds) => ({ id: sampleIds.release, how: 'spoken', words: 'not any more', at: null }) },
  'withoutConsent.write': {
    stages: open,
    input: (sampleIds) => ({
      personId: personId(sampleIds),
      at: null,
      what: 'that a child was hurt',
      toWhom: 'Child services',
      why: 'child_protection',
      basis: 'Child, Youth and Family Enhancement Act',
      authorisedBy: '',
      toldHer: 'not_yet',
    }),
  },
  'withoutConsent.authorise': { stages: open, refusal: 'no_such_entry', input: (sampleIds) => ({ id: personId(sampleIds), by: 'Ruth' }) },
  'withoutConsent.recordToldPerson': {
    stages: open,
    refusal: 'no_such_entry',
    input: (sampleIds) => ({ id: personId(sampleIds), at: null }),
  },
  'withheld.remove': {
    stages: open,
    refusal: 'not_kept_back',
    input: (sampleIds) => ({ personId: personId(sampleIds), id: personId(sampleIds) }),
  },
  'contact.showNumber': {
    stages: open,
    input: (sampleIds) => ({ id: id(sampleIds), wayId: 'w1', channel: 'call', safeCheck: 'safe', override: null }),
  },
  'plan.read': { stages: open, input: (sampleIds) => ({ personId: personId(sampleIds) }) },
  'plan.save': {
    stages: open,
    input: (sampleIds) => ({ personId: personId(sampleIds), basedOn: 1, plan: plan() as Input<'plan.save'>['plan'], verifiedWith: 'her' }),
  },
  'plan.versions': { stages: open, input: (sampleIds) => ({ personId: personId(sampleIds) }) },
  'plan.listBookings': { stages: open, input: (sampleIds) => ({ personId: personId(sampleIds) }) },
  'plan.bookInterpreter': {
    stages: open,
    input: (sampleIds) => ({
      personId: personId(sampleIds),
      from: Date.UTC(2026, 10, 23, 17),
      until: Date.UTC(2026, 10, 23, 18),
      language: 'Tigrinya',
      who: 'the language line',
    }),
  },
  'plan.cancelBooking': {
    stages: open,
    refusal: 'no_such_booking',
    input: (sampleIds) => ({ personId: personId(sampleIds), bookingId: '5a0c3c52-7a1f-4b6e-9d0f-3c2b1a0f9e8d' }),
  },
  'override.list': { stages: open, who: ['supervisor', 'workflow_owner', 'director'], input: nothing },
  'override.listOwn': { stages: open, input: nothing },
  'override.explain': {
    stages: open,
    refusal: 'no_open_override',
    input: (sampleIds) => ({ handoffId: id(sampleIds), no: 1, words: 'she rang and was cut off' }),
  },
  'partner.list': { stages: open, input: nothing },
  'partner.read': { stages: open, input: ({ partner }) => ({ id: partner }) },
  'partner.reliability': { stages: open, input: ({ partner }) => ({ id: partner }) },
  'partner.address': { stages: open, input: ({ partner }) => ({ id: partner }) },
  'partner.verify': { stages: open, input: ({ partner }) => ({ id: partner }) },
  'partner.remove': { stages: open, input: ({ partner }) => ({ id: partner }) },
  'partner.restore': { stages: open, input: ({ partner }) => ({ id: partner }) },
  'partner.markSeen': { stages: open, input: ({ partner }) => ({ id: partner }) },
  'partner.refuseCaller': { stages: open, input: ({ partner }) => ({ id: partner }) },
  'partner.save': {
    stages: open,
    input: () => ({ id: null, name: 'Court Line', kind: 'legal', phone: '', note: '', helpsToReach: false }),
  },
  'partner.saveStandard': {
    stages: open,
    who: ['workflow_owner'],
    input: ({ partner }) => ({
      id: partner,
      standard: { from: Date.UTC(2026, 10, 21, 12), hours: 48, mode: 'committed', rules: { gap: 3 * HOUR, tries: { first: 3 } } },
    }),
  },
  'partner.enquiry': { stages: open, input: ({ partner }) => ({ id: partner }) },
  'savedView.list': { stages: open, input: nothing },
  'savedView.save': {
    stages: open,
    input: () => ({
      name: 'Mine',
      choice: { view: 'table', urgency: 'any', owner: 'any', direction: 'any', source: 'any', sort: 'due', group: 'none' },
    }),
  },
  'savedView.remove': { stages: open, input: () => ({ name: 'Mine' }) },
  'handoff.assignMany': {
    stages: open,
    refusal: 'no_such_staff',
    input: (sampleIds) => ({ ids: [id(sampleIds)], to: '01936a00-0000-7000-8000-000000000098', reason: '' }),
  },
  'absence.read': {
    stages: open,
    refusal: 'no_such_staff',
    input: () => ({ id: '01936a00-0000-7000-8000-000000000098' }),
  },
  'absence.save': {
    stages: open,
    refusal: 'no_such_staff',
    input: () => ({ id: '01936a00-0000-7000-8000-000000000098', from: null, until: null, to: null, exceptions: [] }),
  },
  'absence.end': { stages: open, refusal: 'no_such_staff', input: () => ({ id: '01936a00-0000-7000-8000-000000000098' }) },
  'staff.list': { stages: open, input: nothing },
  'staff.overview': { ...director, input: nothing },
  'staff.add': { ...director, input: () => ({ name: 'Sana Malik', roles: ['worker'] }) },
  'staff.save': {
    ...director,
    refusal: 'last_director',
    input: (sampleIds) => ({ id: sampleIds.director, name: 'Ines Okafor', roles: ['worker'] }),
  },
  'staff.resetPassphrase': { ...director, refusal: 'not_yourself', input: (sampleIds) => ({ id: sampleIds.director }) },
  'staff.readLeaving': { ...director, input: ({ worker }) => ({ id: worker }) },
  'staff.leave': {
    ...director,
    refusal: 'not_yourself',
    input: (sampleIds) => ({ id: sampleIds.director, to: sampleIds.worker, exceptions: [] }),
  },
  'rights.save': {
    ...director,
    refusal: 'same_worker',
    input: ({ worker }) => ({ right: 'data_owner', holder: worker, deputy: worker, deputyActs: false }),
  },
  'keys.read': { ...director, input: nothing },
  'keys.rotate': { ...director, input: nothing },
  'keys.createRecoveryWords': { ...director, input: nothing },
  'keys.confirmRecoveryWords': {
    ...director,
    refusal: 'words_do_not_match',
    input: () => ({ typedBack: [1, 2, 3].map((position) => ({ position, word: 'heron' })) }),
  },
  'access.read': { ...seesAll, input: (sampleIds) => ({ personId: personId(sampleIds) }) },
  'access.restrict': { ...seesAll, refusal: 'owner_not_named', input: (sampleIds) => ({ personId: personId(sampleIds), named: [] }) },
  'access.setConflict': { ...seesAll, input: (sampleIds) => ({ personId: personId(sampleIds), staffId: sampleIds.worker, on: false }) },
  'access.listHiddenTasks': { stages: open, input: nothing },
  'access.breakGlass': {
    ...director,
    refusal: 'not_restricted',
    input: (sampleIds) => ({ handoffId: id(sampleIds), reason: 'the police are at the door' }),
  },
  'policy.read': { stages: open, input: nothing },
  'policy.save': {
    stages: open,
    who: ['workflow_owner'],
    input: () => {
      const { version: basedOn, ...policy } = createFirstPolicy(36, ['07:00'])
      return { basedOn, from: Date.UTC(2026, 10, 23, 7), policy: policy as Input<'policy.save'>['policy'] }
    },
  },
  'policy.preview': {
    stages: open,
    who: ['workflow_owner', 'supervisor', 'director'],
    input: () => ({ partner: null, standardHours: 36, secondWindow: 24 * HOUR }),
  },
  'settings.read': { stages: open, input: nothing },
  'settings.save': { ...seesAll, input: () => ({ policeNumber: '911', supervisorName: 'Ruth', supervisorPhone: '780 555 0101' }) },
  'settings.saveLocking': { ...director, input: () => ({ idleMinutes: 3, sealMinutes: 60 }) },
  'clock.reset': { ...seesAll, refusal: 'clock_is_right', input: nothing },
  'screen.allowCapture': { ...director, input: () => ({ on: false }) },
  'audit.check': { ...director, input: nothing },
  'audit.explain': { ...director, refusal: 'nothing_to_explain', input: () => ({ why: 'backup_put_back' }) },
  'audit.list': { ...director, input: () => ({ before: null, kinds: null }) },
  'audit.listUnread': { ...director, input: nothing },
  'audit.markRead': { ...director, input: () => ({ upTo: 1 }) },
  'audit.export': { ...director, input: () => ({ from: null, to: Date.UTC(2026, 10, 21, 12) + HOUR }) },
  'bounceReason.listChoices': { stages: open, input: nothing },
  'bounceReason.list': { stages: open, input: nothing },
  'bounceReason.save': { ...dataOwner, input: () => ({ code: null, side: 'system', label: 'The bus', seen: '', change: '' }) },
  'bounceReason.retire': { ...dataOwner, refusal: 'reason_is_needed', input: () => ({ code: 'possible_danger' }) },
  'bounceReason.restore': { ...dataOwner, input: () => ({ code: 'moved_away' }) },
  'bounceReason.reorder': { ...dataOwner, refusal: 'changed_meanwhile', input: () => ({ codes: [] }) },
  'fields.read': { stages: open, input: nothing },
  'fields.save': { ...dataOwner, input: () => ({ field: 'signal', hidden: true, required: false, label: '' }) },
  'draft.read': { stages: open, input: () => ({ key: 'new' }) },
  'draft.save': { stages: open, input: () => ({ key: 'new', body: 'half a word' }) },
  'draft.remove': { stages: open, input: () => ({ key: 'new' }) },
  'alert.list': { stages: open, input: nothing },
  'alert.markSeen': { stages: open, input: () => ({ ids: [1] }) },
  'search.find': { stages: open, input: () => ({ text: 'Amal' }) },
  'stay.list': { stages: open, input: nothing },
  'stay.read': { stages: open, input: (sampleIds) => ({ personId: personId(sampleIds) }) },
  'stay.begin': { stages: open, input: (sampleIds) => ({ personId: personId(sampleIds), intakeAt: null, worker: sampleIds.worker }) },
  'stay.recordGoalsTalk': { stages: open, refusal: 'no_such_stay', input: () => ({ id: UNKNOWN_ID }) },
  'stay.assign': { stages: open, refusal: 'no_such_stay', input: (sampleIds) => ({ id: UNKNOWN_ID, worker: sampleIds.worker }) },
  'stay.end': { stages: open, refusal: 'no_such_stay', input: () => ({ id: UNKNOWN_ID, at: null }) },
  'stay.saveLaterContact': {
    stages: open,
    refusal: 'no_such_stay',
    input: () => ({ id: UNKNOWN_ID, wants: false, words: '', nextContactAt: null }),
  },
  'goal.save': {
    stages: open,
    refusal: 'no_such_stay',
    input: () => ({ stayId: UNKNOWN_ID, id: null, words: 'a flat near the school', help: 'housing', need: '' }),
  },
  'goal.reached': { stages: open, refusal: 'no_such_goal', input: () => ({ id: UNKNOWN_ID }) },
  'goal.drop': { stages: open, refusal: 'no_such_goal', input: () => ({ id: UNKNOWN_ID, why: 'she has another plan' }) },
  'goal.createHandoff': {
    stages: open,
    refusal: 'no_such_goal',
    input: (sampleIds) => ({ id: UNKNOWN_ID, to: sampleIds.worker, agreed: true }),
  },
} satisfies { readonly [C in Channel]: ContractCall<C> }

export const findContractCall = (channel: Channel): ContractCall<Channel> => CONTRACT_CALLS[channel] as ContractCall<Channel>
