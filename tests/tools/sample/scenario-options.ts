import type { Input } from '#shared/contract/index'
import type { PartnerId, PersonId } from '#shared/domain/core/ids'
import type { RandomSource } from './random'
import type { SampleSession } from './sample-session'
import type { StaffName } from './set-up-sample'
import type { PartnerName } from './partners'

export type NewHandoff = Input<'handoff.create'>
export type Command = Input<'handoff.execute'>['command']
export type Plan = Input<'plan.save'>['plan']
export type Hours = NewHandoff['questions']['safeTimes'][number]

/** What all scenarios of one office share. */
export interface ScenarioContext {
  readonly session: SampleSession
  readonly random: RandomSource
  readonly partners: ReadonlyMap<PartnerName, PartnerId>
  /** People whose last handoff ended well, with their language; they may come again (H3). */
  readonly known: { readonly personId: PersonId; readonly language: string }[]
  people: number
}

/** How a referral differs from the usual one: a partner sends a new person who may be called at any hour. */
export interface ReferralOptions {
  readonly source?: PartnerName | 'herself'
  readonly who?: { readonly name: string; readonly alias?: string }
  readonly again?: boolean
  readonly safe?: 'yes' | 'no' | 'only_at_times' | 'not_known'
  readonly times?: Hours[]
  readonly noNumber?: boolean
  readonly language?: string
  readonly mayHelp?: boolean
  readonly note?: string
  readonly risks?: NewHandoff['risks']
  /** Received this long before it was recorded, ms (C1, C8). */
  readonly earlier?: number
  readonly to?: { readonly partner: PartnerName } | { readonly staff: StaffName }
  readonly permissionGiven?: boolean
  readonly mayTell?: NewHandoff['mayTellSource']
  readonly helps?: NewHandoff['helps']
}

export const EVERY_DAY: Hours['weekdays'] = [1, 2, 3, 4, 5, 6, 7]
