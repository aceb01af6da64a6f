import type { Contract } from '#shared/contract/index'
import type { session } from '#shared/contract/session'
import { accessCalls } from './access'
import { alertCalls } from './alerts'
import { trailCalls } from './audit'
import { boardCalls } from './board'
import type { UseCases } from './context'
import { enquiryCalls } from './enquiry'
import { handoffCalls } from './handoff'
import { partnerCalls } from './partner'
import { planCalls } from './plan'
import { recordCalls } from './record'
import { rosterCalls } from './roster'
import { searchCalls } from './search'
import { settingsCalls } from './settings'

/** Carried out by `sessionCalls`, `ownKeyCalls`, `setUpCalls`, `staffCalls`, `keyCalls` and `auditCalls`: they outlive a transaction. */
type OfficeChannel =
  | keyof typeof session
  | 'clock.reset'
  | 'screen.lift'
  | 'staff.add'
  | 'staff.reset'
  | 'staff.leave'
  | 'keys.read'
  | 'keys.rotate'
  | 'keys.words'
  | 'keys.saveWords'
  | 'audit.check'
  | 'audit.explain'
  | 'audit.export'

/** A call of the contract without its use case, or one too many, is a type error here. */
export const useCases = {
  ...accessCalls,
  ...boardCalls,
  ...recordCalls,
  ...handoffCalls,
  ...searchCalls,
  ...planCalls,
  ...partnerCalls,
  ...enquiryCalls,
  ...alertCalls,
  ...settingsCalls,
  ...rosterCalls,
  ...trailCalls,
} satisfies UseCases<Omit<Contract, OfficeChannel>>
