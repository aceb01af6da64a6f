import type { z } from 'zod'
import { accompaniments } from './accompaniment'
import { audit } from './audit'
import { board } from './board'
import { dataOwner } from './data-owner'
import { alerts } from './alert'
import { assignments } from './assignment'
import { clientSummaries } from './client-summary'
import { drafts } from './drafts'
import type { Answer, Topic } from './call'
import { feedback } from './feedback'
import { handoffs } from './handoff'
import { meetings } from './meeting'
import { releasePapers } from './release-paper'
import { savedViews } from './saved-view'
import { search } from './search'
import { partners } from './partner'
import { people } from './person'
import { absences } from './absence'
import { plans } from './contact-plan'
import { overrides } from './override'
import { policies } from './policy'
import { records } from './record'
import { releases } from './release'
import { session } from './session'
import { settings } from './settings'
import { staff } from './staff'
import { stays } from './stay'
import { story } from './story'

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
export type { OfficeState, StaffTile } from './session'
