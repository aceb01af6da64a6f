import { STAGES, type Stage } from '#shared/contract/entry'
import { NO_FACTS } from '#shared/domain/person-facts'
import { firstPolicy } from '#shared/domain/policy'
import type { Role } from '#shared/domain/vocabulary'
import type { Channel, Input } from '#shared/contract/index'
import type { HandoffId, PersonId } from '#shared/domain/ids'
import { PASSPHRASE } from './founding'
import { plan } from './plans'
import type { Kept } from './probed-office'
import { signed } from './releases'
import { attempt, FRIDAY_NINE, referral } from './scratch-office'

// I2: who may call what, and when, written down once more beside the contract. A channel without a row is a type error.

export interface Row<C extends Channel> {
  readonly stages: readonly Stage[]
  /** Not for every worker who is signed in, but for these (section 13). */
  readonly who?: readonly Role[]
  /** Carried out last: the office is in another stage afterwards. */
  readonly ends?: true
  /** Of the contract's form, and about what is in the book. */
  readonly input: (kept: Kept, stage: Stage) => Input<C>
  /** A refusal that this input meets; without it the call succeeds. */
  readonly refusal?: string
}

const nothing = () => ({})
const director = { stages: ['open'], who: ['director'] } as const
const seesAll = { stages: ['open'], who: ['supervisor', 'director'] } as const
const dataOwner = { stages: ['open'], who: ['data_owner'] } as const
const anHour = 3_600_000
const open = ['open'] as const
const id = ({ handoffs: [first] }: Kept) => first as HandoffId
const personId = ({ persons: [first] }: Kept) => first as PersonId

/** Of the form of an id, and nobody's. */
const NOBODY = '01900000-0000-7000-8000-00000000dead'

export const ROWS = {
  'office.state': { stages: STAGES, input: nothing },
  'help.read': { stages: STAGES, input: nothing },
  'setup.words': { stages: ['new'], input: nothing },
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
    ends: true,
    input: ({ director }, stage) => ({ passphrase: PASSPHRASE, staffId: stage === 'locked' ? director : null }),
  },
  'session.enter': {
    stages: ['locked'],
    refusal: 'pin_not_now',
    input: ({ director: staffId }) => ({ staffId, pin: '274961' }),
  },
  'session.recover': { stages: ['sealed', 'locked'], refusal: 'wrong_words', input: () => ({ words: Array<string>(12).fill('heron') }) },
  'session.choose': {
    stages: ['choosing'],
    refusal: 'passphrase_too_short',
    input: () => ({ staffId: null, passphrase: 'short' }),
  },
  'session.lock': { stages: ['choosing', 'open'], ends: true, input: nothing },
  'session.seal': { stages: ['locked', 'choosing', 'open'], ends: true, input: nothing },
  'session.stir': { stages: ['choosing', 'open'], input: nothing },
  'session.passphrase': { stages: open, refusal: 'passphrase_too_short', input: () => ({ now: PASSPHRASE, next: 'short' }) },
  'session.pin': { stages: open, refusal: 'pin_too_short', input: () => ({ passphrase: PASSPHRASE, pin: '123' }) },
  'board.read': { stages: open, input: nothing },
  'board.dates': { stages: open, input: nothing },
  'handoff.read': { stages: open, input: (kept) => ({ id: id(kept) }) },
  'person.name': { stages: open, input: (kept) => ({ personId: personId(kept) }) },
  'person.names': { stages: open, input: (kept) => ({ personId: personId(kept) }) },
  'person.read': { stages: open, input: (kept) => ({ personId: personId(kept) }) },
  'person.save': {
    stages: open,
    input: (kept) => ({ personId: personId(kept), alias: 'Wren', initials: '', pronoun: 'she', spellings: ['Aml'], facts: NO_FACTS }),
  },
  'person.merge': {
    stages: open,
    refusal: 'same_person',
    input: (kept) => ({ gone: personId(kept), stays: personId(kept), reason: 'the same number' }),
  },
  'person.unmerge': { stages: open, refusal: 'not_merged', input: (kept) => ({ mergeId: personId(kept) }) },
  'person.merges': { stages: open, input: (kept) => ({ personId: personId(kept) }) },
  'handoff.similar': { stages: open, input: () => ({ name: 'Amal', alias: '', phone: '' }) },
  'handoff.create': { stages: open, input: ({ partner }) => referral(partner) },
  'handoff.do': { stages: open, input: (kept) => ({ id: id(kept), command: attempt('no_answer') }) },
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
  // Whoever goes on with it has it from then on (M4), and writes in it next.
  'meeting.do': { stages: open, input: ({ meeting }) => ({ id: meeting, version: 2, command: { kind: 'resume' } }) },
  'meeting.write': { stages: open, input: ({ meeting }) => ({ id: meeting, field: 'note', text: 'says she is well' }) },
  'meeting.list': { stages: open, input: nothing },
  'accompaniment.read': { stages: open, input: (kept) => ({ handoffId: id(kept) }) },
  'accompaniment.decide': {
    stages: open,
    refusal: 'no_accompaniment',
    input: (kept) => ({ handoffId: id(kept), meetingId: kept.meeting, rung: 'present', words: '' }),
  },
  'accompaniment.more': {
    stages: open,
    refusal: 'no_accompaniment',
    input: (kept) => ({ handoffId: id(kept), rung: 'present', words: '' }),
  },
  'accompaniment.end': {
    stages: open,
    refusal: 'no_accompaniment',
    input: (kept) => ({ handoffId: id(kept), as: 'lost_touch', words: '' }),
  },
  'accompaniment.list': { stages: open, input: nothing },
  'feedback.send': {
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
  'success.note': { stages: open, input: (kept) => ({ of: id(kept), words: 'signed the lease herself' }) },
  'success.list': { stages: open, input: nothing },
  'success.drop': { stages: open, refusal: 'no_such_success', input: (kept) => ({ key: id(kept) }) },
  'page.read': { stages: open, input: ({ meeting }) => ({ id: meeting, reach: 'ring the desk' }) },
  'page.save': { stages: open, refusal: 'no_copy', input: ({ meeting }) => ({ id: meeting }) },
  'page.print': { stages: open, refusal: 'no_copy', input: ({ meeting }) => ({ id: meeting }) },
  'releasePaper.read': { stages: open, input: (kept) => ({ id: kept.release }) },
  'releasePaper.save': { stages: open, input: (kept) => ({ id: kept.release }) },
  'releasePaper.print': { stages: open, input: (kept) => ({ id: kept.release }) },
  'story.approve': {
    stages: open,
    input: (kept) => ({ personId: personId(kept), meetingId: kept.meeting, situation: 'has to move', background: '' }),
  },
  'story.read': { stages: open, input: (kept) => ({ personId: personId(kept) }) },
  'kept.add': { stages: open, input: (kept) => ({ personId: personId(kept), words: 'Larch Court', partnerId: null }) },
  'kept.list': { stages: open, input: (kept) => ({ personId: personId(kept) }) },
  'release.list': { stages: open, input: (kept) => ({ personId: personId(kept) }) },
  'release.read': { stages: open, input: (kept) => ({ id: kept.release }) },
  'release.write': { stages: open, input: (kept) => signed(personId(kept), FRIDAY_NINE) },
  'release.renew': { stages: open, input: (kept) => ({ id: kept.release }) },
  'release.told': {
    stages: open,
    input: (kept) => ({ id: kept.release, what: 'has two children', toWhom: '', how: 'phone', at: null, meetingId: null }),
  },
  'release.ending': { stages: open, input: nothing },
  'release.revoke': { stages: open, input: (kept) => ({ id: kept.release, how: 'spoken', words: 'not any more', at: null }) },
  'withoutConsent.write': {
    stages: open,
    input: (kept) => ({
      personId: personId(kept),
      at: null,
      what: 'that a child was hurt',
      toWhom: 'Child services',
      why: 'child_protection',
      basis: 'Child, Youth and Family Enhancement Act',
      authorisedBy: '',
      toldHer: 'not_yet',
    }),
  },
  'withoutConsent.authorise': { stages: open, refusal: 'no_such_entry', input: (kept) => ({ id: personId(kept), by: 'Ruth' }) },
  'withoutConsent.toldHer': { stages: open, refusal: 'no_such_entry', input: (kept) => ({ id: personId(kept), at: null }) },
  'kept.lift': { stages: open, refusal: 'not_kept_back', input: (kept) => ({ personId: personId(kept), id: personId(kept) }) },
  'contact.show': {
    stages: open,
    input: (kept) => ({ id: id(kept), wayId: 'w1', channel: 'call', safeCheck: 'safe', override: null }),
  },
  'plan.read': { stages: open, input: (kept) => ({ personId: personId(kept) }) },
  'plan.save': {
    stages: open,
    input: (kept) => ({ personId: personId(kept), basedOn: 1, plan: plan() as Input<'plan.save'>['plan'], verifiedWith: 'her' }),
  },
  'plan.versions': { stages: open, input: (kept) => ({ personId: personId(kept) }) },
  'plan.bookings': { stages: open, input: (kept) => ({ personId: personId(kept) }) },
  'plan.book': {
    stages: open,
    input: (kept) => ({
      personId: personId(kept),
      from: Date.UTC(2026, 10, 23, 17),
      until: Date.UTC(2026, 10, 23, 18),
      language: 'Tigrinya',
      who: 'the language line',
    }),
  },
  'plan.cancelBooking': {
    stages: open,
    refusal: 'no_such_booking',
    input: (kept) => ({ personId: personId(kept), bookingId: '5a0c3c52-7a1f-4b6e-9d0f-3c2b1a0f9e8d' }),
  },
  'override.list': { stages: open, who: ['supervisor', 'workflow_owner', 'director'], input: nothing },
  'override.mine': { stages: open, input: nothing },
  'override.explain': {
    stages: open,
    refusal: 'no_open_override',
    input: (kept) => ({ handoffId: id(kept), no: 1, words: 'she rang and was cut off' }),
  },
  'partner.list': { stages: open, input: nothing },
  'partner.read': { stages: open, input: ({ partner }) => ({ id: partner }) },
  'partner.reliability': { stages: open, input: ({ partner }) => ({ id: partner }) },
  'partner.address': { stages: open, input: ({ partner }) => ({ id: partner }) },
  'partner.verify': { stages: open, input: ({ partner }) => ({ id: partner }) },
  'partner.remove': { stages: open, input: ({ partner }) => ({ id: partner }) },
  'partner.bringBack': { stages: open, input: ({ partner }) => ({ id: partner }) },
  'partner.looked': { stages: open, input: ({ partner }) => ({ id: partner }) },
  'partner.notThem': { stages: open, input: ({ partner }) => ({ id: partner }) },
  'partner.save': {
    stages: open,
    input: () => ({ id: null, name: 'Court Line', kind: 'legal', phone: '', note: '', helpsToReach: false }),
  },
  'partner.setStandard': {
    stages: open,
    who: ['workflow_owner'],
    input: ({ partner }) => ({
      id: partner,
      standard: { from: Date.UTC(2026, 10, 21, 12), hours: 48, mode: 'committed', rules: { gap: 3 * anHour, tries: { first: 3 } } },
    }),
  },
  'partner.enquiry': { stages: open, input: ({ partner }) => ({ id: partner }) },
  'view.list': { stages: open, input: nothing },
  'view.save': {
    stages: open,
    input: () => ({
      name: 'Mine',
      choice: { view: 'table', standing: 'any', owner: 'any', direction: 'any', source: 'any', sort: 'due', group: 'none' },
    }),
  },
  'view.drop': { stages: open, input: () => ({ name: 'Mine' }) },
  'handoff.give': {
    stages: open,
    refusal: 'no_such_staff',
    input: (kept) => ({ ids: [id(kept)], to: '01936a00-0000-7000-8000-000000000098', reason: '' }),
  },
  'absence.read': {
    stages: open,
    refusal: 'no_such_staff',
    input: () => ({ id: '01936a00-0000-7000-8000-000000000098' }),
  },
  'absence.save': {
    stages: open,
    refusal: 'no_such_staff',
    input: () => ({ id: '01936a00-0000-7000-8000-000000000098', from: null, until: null, to: null, except: [] }),
  },
  'absence.end': { stages: open, refusal: 'no_such_staff', input: () => ({ id: '01936a00-0000-7000-8000-000000000098' }) },
  'staff.list': { stages: open, input: nothing },
  'staff.overview': { ...director, input: nothing },
  'staff.add': { ...director, input: () => ({ name: 'Sana Malik', roles: ['worker'] }) },
  'staff.save': { ...director, refusal: 'last_director', input: (kept) => ({ id: kept.director, name: 'Ines Okafor', roles: ['worker'] }) },
  'staff.reset': { ...director, refusal: 'not_yourself', input: (kept) => ({ id: kept.director }) },
  'staff.leaving': { ...director, input: ({ worker }) => ({ id: worker }) },
  'staff.leave': { ...director, refusal: 'not_yourself', input: (kept) => ({ id: kept.director, to: kept.worker, except: [] }) },
  'rights.save': {
    ...director,
    refusal: 'same_worker',
    input: ({ worker }) => ({ right: 'data_owner', holder: worker, deputy: worker, deputyActs: false }),
  },
  'keys.read': { ...director, input: nothing },
  'keys.rotate': { ...director, input: nothing },
  'keys.words': { ...director, input: nothing },
  'keys.saveWords': {
    ...director,
    refusal: 'words_do_not_match',
    input: () => ({ typedBack: [1, 2, 3].map((position) => ({ position, word: 'heron' })) }),
  },
  'access.read': { ...seesAll, input: (kept) => ({ personId: personId(kept) }) },
  'access.restrict': { ...seesAll, refusal: 'owner_not_named', input: (kept) => ({ personId: personId(kept), named: [] }) },
  'access.conflict': { ...seesAll, input: (kept) => ({ personId: personId(kept), staffId: kept.worker, on: false }) },
  'access.lines': { stages: open, input: nothing },
  'access.breakGlass': {
    ...director,
    refusal: 'not_restricted',
    input: (kept) => ({ handoffId: id(kept), reason: 'the police are at the door' }),
  },
  'policy.read': { stages: open, input: nothing },
  'policy.save': {
    stages: open,
    who: ['workflow_owner'],
    input: () => {
      const { version: basedOn, ...policy } = firstPolicy(36, ['07:00'])
      return { basedOn, from: Date.UTC(2026, 10, 23, 7), policy: policy as Input<'policy.save'>['policy'] }
    },
  },
  'policy.preview': {
    stages: open,
    who: ['workflow_owner', 'supervisor', 'director'],
    input: () => ({ partner: null, standardHours: 36, secondWindow: 24 * anHour }),
  },
  'settings.read': { stages: open, input: nothing },
  'settings.save': { ...seesAll, input: () => ({ policeNumber: '911', supervisorName: 'Ruth', supervisorPhone: '780 555 0101' }) },
  'settings.desk': { ...director, input: () => ({ idleMinutes: 3, sealMinutes: 60 }) },
  'clock.reset': { ...seesAll, refusal: 'clock_is_right', input: nothing },
  'screen.lift': { ...director, input: () => ({ on: false }) },
  'audit.check': { ...director, input: nothing },
  'audit.explain': { ...director, refusal: 'nothing_to_explain', input: () => ({ why: 'backup_put_back' }) },
  'audit.page': { ...director, input: () => ({ before: null, kinds: null }) },
  'audit.toRead': { ...director, input: nothing },
  'audit.read': { ...director, input: () => ({ upTo: 1 }) },
  'audit.export': { ...director, input: () => ({ from: null, to: Date.UTC(2026, 10, 21, 12) + anHour }) },
  'bounceReason.list': { stages: open, input: nothing },
  'reason.list': { stages: open, input: nothing },
  'reason.save': { ...dataOwner, input: () => ({ code: null, side: 'system', label: 'The bus', seen: '', change: '' }) },
  'reason.retire': { ...dataOwner, refusal: 'reason_is_needed', input: () => ({ code: 'possible_danger' }) },
  'reason.restore': { ...dataOwner, input: () => ({ code: 'moved_away' }) },
  'reason.order': { ...dataOwner, refusal: 'changed_meanwhile', input: () => ({ codes: [] }) },
  'fields.read': { stages: open, input: nothing },
  'fields.save': { ...dataOwner, input: () => ({ field: 'signal', hidden: true, required: false, label: '' }) },
  'draft.read': { stages: open, input: () => ({ key: 'new' }) },
  'draft.save': { stages: open, input: () => ({ key: 'new', body: 'half a word' }) },
  'draft.drop': { stages: open, input: () => ({ key: 'new' }) },
  'alert.list': { stages: open, input: nothing },
  'alert.seen': { stages: open, input: () => ({ ids: [1] }) },
  'search.find': { stages: open, input: () => ({ text: 'Amal' }) },
  'stay.list': { stages: open, input: nothing },
  'stay.read': { stages: open, input: (kept) => ({ personId: personId(kept) }) },
  'stay.begin': { stages: open, input: (kept) => ({ personId: personId(kept), intakeAt: null, worker: kept.worker }) },
  'stay.asked': { stages: open, refusal: 'no_such_stay', input: () => ({ id: NOBODY }) },
  'stay.give': { stages: open, refusal: 'no_such_stay', input: (kept) => ({ id: NOBODY, worker: kept.worker }) },
  'stay.end': { stages: open, refusal: 'no_such_stay', input: () => ({ id: NOBODY, at: null }) },
  'stay.after': { stages: open, refusal: 'no_such_stay', input: () => ({ id: NOBODY, wants: false, words: '', nextContactAt: null }) },
  'goal.set': {
    stages: open,
    refusal: 'no_such_stay',
    input: () => ({ stayId: NOBODY, id: null, words: 'a flat near the school', help: 'housing', need: '' }),
  },
  'goal.reached': { stages: open, refusal: 'no_such_goal', input: () => ({ id: NOBODY }) },
  'goal.letGo': { stages: open, refusal: 'no_such_goal', input: () => ({ id: NOBODY, why: 'she has another plan' }) },
  'goal.handOn': { stages: open, refusal: 'no_such_goal', input: (kept) => ({ id: NOBODY, to: kept.worker, agreed: true }) },
} satisfies { readonly [C in Channel]: Row<C> }

export const rowOf = (channel: Channel): Row<Channel> => ROWS[channel] as Row<Channel>
