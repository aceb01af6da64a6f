import type { Contract } from '#shared/contract/index'
import type { session } from '#shared/contract/session'
import { accessCalls } from './access'
import { alertCalls } from './alerts'
import { boardCalls } from './board'
import type { UseCases } from './context'
import { handoffCalls } from './handoff'
import { partnerCalls } from './partner'
import { planCalls } from './plan'
import { recordCalls } from './record'
import { searchCalls } from './search'
import { settingsCalls } from './settings'

/** Calls about the office itself are carried out by `sessionCalls`, `setUpCalls` and `staffCalls`: they outlive a transaction. */
type OfficeChannel = keyof typeof session | 'staff.add'

/** A call of the contract without its use case, or one too many, is a type error here. */
export const useCases = {
  ...accessCalls,
  ...boardCalls,
  ...recordCalls,
  ...handoffCalls,
  ...searchCalls,
  ...planCalls,
  ...partnerCalls,
  ...alertCalls,
  ...settingsCalls,
} satisfies UseCases<Omit<Contract, OfficeChannel>>
