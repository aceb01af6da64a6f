import type { z } from 'zod'
import { accompaniments } from './handoff/accompaniment'
import { audit } from './office/audit'
import { board } from './handoff/board'
import { dataOwner } from './office/data-owner'
import { alerts } from './handoff/alert'
import { assignments } from './handoff/assignment'
import { clientSummaries } from './person/client-summary'
import { drafts } from './drafts'
import type { Answer, Topic } from './call'
import { feedback } from './handoff/feedback'
import { handoffs } from './handoff/handoff'
import { meetings } from './handoff/meeting'
import { releasePapers } from './person/release-paper'
import { savedViews } from './handoff/saved-view'
import { search } from './handoff/search'
import { partners } from './office/partner'
import { people } from './person/person'
import { absences } from './office/absence'
import { plans } from './person/contact-plan'
import { overrides } from './handoff/override'
import { policies } from './office/policy'
import { records } from './handoff/record'
import { releases } from './person/release'
import { session } from './office/session'
import { settings } from './office/settings'
import { staff } from './office/staff'
import { stays } from './person/stay'
import { story } from './person/story'

/** Every call that a screen may make. The key is the channel's name; nothing else crosses the bridge (I1). */
export const contract = {
  ...session,
  ...board,
  ...records,
  ...handoffs,
  ...meetings,
  ...accompaniments,
  ...feedback,
  ...story,
  ...clientSummaries,
  ...releasePapers,
  ...releases,
  ...stays,
  ...people,
  ...plans,
  ...overrides,
  ...partners,
  ...policies,
  ...drafts,
  ...alerts,
  ...search,
  ...settings,
  ...dataOwner,
  ...staff,
  ...savedViews,
  ...assignments,
  ...absences,
  ...audit,
} as const

export type Contract = typeof contract
export type Channel = keyof Contract
/** What a screen sends; the office parses it. */
export type Input<C extends Channel> = z.input<Contract[C]['input']>
/** What a screen gets back. */
export type Output<C extends Channel> = z.output<Contract[C]['output']>
export type ReadingChannel = { [C in Channel]: Contract[C]['does'] extends 'reads' ? C : never }[Channel]
/** Calls that the router runs in one transaction each. */
export type TransactionChannel = { [C in Channel]: Contract[C]['runs'] extends 'transaction' ? C : never }[Channel]
/** Calls that the session carries out, queued or not. */
export type SessionChannel = Exclude<Channel, TransactionChannel>

/** What the preload exposes as `window.bridge`, on either host. */
export interface Bridge {
  call(channel: string, input: unknown): Promise<Answer<unknown>>
  onChanged(listener: (topics: readonly Topic[]) => void): () => void
}

export type { Answer, Failure, Stage, Topic } from './call'
export type { OfficeState, StaffTile } from './office/session'
