import { STAGES, type Stage } from '#shared/contract/entry'
import type { Channel, Input } from '#shared/contract/index'
import type { HandoffId, PersonId } from '#shared/domain/ids'
import { PASSPHRASE } from './founding'
import { plan } from './plans'
import type { Kept } from './probed-office'
import { attempt, referral } from './scratch-office'

// I2: who may call what, and when, written down once more beside the contract. A channel without a row is a type error.

export interface Row<C extends Channel> {
  readonly stages: readonly Stage[]
  /** Not for every worker who is signed in. */
  readonly only?: 'director'
  /** Carried out last: the office is in another stage afterwards. */
  readonly ends?: true
  /** Of the contract's form, and about what is in the book. */
  readonly input: (kept: Kept, stage: Stage) => Input<C>
  /** A refusal that this input meets; without it the call succeeds. */
  readonly refusal?: string
}

const nothing = () => ({})
const open = ['open'] as const
const id = ({ handoffs: [first] }: Kept) => first as HandoffId
const personId = ({ persons: [first] }: Kept) => first as PersonId

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
  'session.lock': { stages: open, ends: true, input: nothing },
  'board.read': { stages: open, input: nothing },
  'handoff.read': { stages: open, input: (kept) => ({ id: id(kept) }) },
  'person.name': { stages: open, input: (kept) => ({ personId: personId(kept) }) },
  'handoff.similar': { stages: open, input: () => ({ name: 'Amal', alias: '', phone: '' }) },
  'handoff.create': { stages: open, input: ({ partner }) => referral(partner) },
  'handoff.do': { stages: open, input: (kept) => ({ id: id(kept), command: attempt('no_answer') }) },
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
  'partner.list': { stages: open, input: nothing },
  'partner.save': {
    stages: open,
    input: () => ({ id: null, name: 'Court Line', kind: 'legal', phone: '', note: '', helpsToReach: false }),
  },
  'partner.setStandard': {
    stages: open,
    input: ({ partner }) => ({ id: partner, standard: { from: Date.UTC(2026, 10, 21, 12), hours: 48, mode: 'committed' } }),
  },
  'partner.enquiry': { stages: open, input: ({ partner }) => ({ id: partner }) },
  'staff.list': { stages: open, input: nothing },
  'staff.add': {
    stages: open,
    only: 'director',
    input: () => ({ name: 'Sana Malik', roles: ['worker'], passphrase: 'four brown kettles boil at dusk' }),
  },
  'settings.read': { stages: open, input: nothing },
  'settings.save': { stages: open, input: () => ({ policeNumber: '911', supervisorName: 'Ruth', supervisorPhone: '780 555 0101' }) },
  'bounceReason.list': { stages: open, input: nothing },
  'draft.read': { stages: open, input: () => ({ key: 'new' }) },
  'draft.save': { stages: open, input: () => ({ key: 'new', body: 'half a word' }) },
  'draft.drop': { stages: open, input: () => ({ key: 'new' }) },
  'alert.list': { stages: open, input: nothing },
  'alert.seen': { stages: open, input: () => ({ ids: [1] }) },
  'search.find': { stages: open, input: () => ({ text: 'Amal' }) },
} satisfies { readonly [C in Channel]: Row<C> }

export const rowOf = (channel: Channel): Row<Channel> => ROWS[channel] as Row<Channel>
