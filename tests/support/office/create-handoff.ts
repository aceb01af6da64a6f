import { expect } from '@playwright/test'
import type { Input, Output } from '#shared/contract/index'
import type { Host } from '../../hosts/host'

type NewHandoff = Input<'handoff.create'>

export interface ReferralOptions extends Partial<Pick<NewHandoff['questions'], 'safeToCall' | 'safeTimes'>> {
  /** A partner by name; a self-referral by default. */
  readonly from?: string
  /** A partner by name: referred by us, with the person's permission. */
  readonly to?: string
  /** A worker by name. */
  readonly assignedTo?: string
  readonly number?: string | null
  readonly alias?: string
  readonly note?: string
  readonly sourceMayHelp?: boolean
  readonly mayTellSource?: NewHandoff['mayTellSource']
  readonly risks?: NewHandoff['risks']
  /** UTC ms; recorded later than that. */
  readonly receivedAt?: number
}

/** Creates a handoff over the bridge, where a journey is not about the form. */
export async function createHandoff(host: Host, name: string, more: ReferralOptions = {}): Promise<Output<'handoff.create'>> {
  const { from, to, number = '780 555 0142', safeToCall = 'yes', safeTimes = [] } = more
  const [partners, staff] = [await host.call('partner.list', {}), await host.call('staff.list', {})]
  if (!partners.ok || !staff.ok) throw new Error('the book is not open')
  const partner = partners.value.find((one) => one.name === (from ?? to))
  const me = staff.value[0]!
  const source: NewHandoff['source'] =
    to !== undefined ? { kind: 'staff', id: me.id } : partner ? { kind: 'partner', id: partner.id } : { kind: 'herself' }
  const answer = await host.call('handoff.create', {
    direction: to === undefined ? 'incoming' : 'outgoing',
    source,
    receiver: to !== undefined && partner ? { kind: 'partner', id: partner.id } : { kind: 'us' },
    person: { kind: 'new', name, alias: more.alias ?? '' },
    helps: ['housing'],
    prompt: 'she_asked',
    note: more.note ?? '',
    receivedAt: more.receivedAt ?? null,
    earlierBecause: more.receivedAt === undefined ? '' : 'the line was down',
    questions: {
      number: number === null ? { kind: 'not_known' } : { kind: 'known', value: number, readBack: true },
      safeToCall,
      safeTimes,
      language: { kind: 'known', value: 'English' },
    },
    sourceMayHelp: more.sourceMayHelp ?? false,
    mayTellSource: more.mayTellSource ?? 'receipt_only',
    risks: more.risks ?? [],
    permissionGiven: to !== undefined,
    assignedTo: staff.value.find((one) => one.name === more.assignedTo)?.id ?? null,
  })
  if (!answer.ok) throw new Error(`not referred: ${JSON.stringify(answer.failure)}`)
  expect(answer.value.number).toBeGreaterThan(0)
  return answer.value
}
