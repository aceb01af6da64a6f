import type { Contract } from '#shared/contract/index'
import type { session } from '#shared/contract/session'
import { accessCalls } from './access'
import { accompanimentCalls } from './accompaniment'
import { alertCalls } from './alerts'
import { auditLogCalls } from './audit'
import { boardCalls } from './board'
import type { UseCases } from './context'
import { dataOwnerCalls } from './data-owner'
import { clientSummaryCalls } from './her-page'
import { enquiryCalls } from './enquiry'
import { feedbackCalls } from './feedback'
import { handoffCalls } from './handoff'
import { meetingCalls } from './meeting'
import { ownCalls } from './own'
import { overrideCalls } from './overrides'
import { mergeCalls } from './merge'
import { partnerCalls } from './partner'
import { personCalls } from './people'
import { contactPlanCalls } from './plan'
import { policyCalls } from './policy'
import { recordCalls } from './record'
import { createHandoffCalls } from './refer'
import { rosterCalls } from './roster'
import { searchCalls } from './search'
import { settingsCalls } from './settings'
import { releaseCalls } from './release'
import { stayCalls } from './stay'
import { storyCalls } from './story'

/** Carried out by `sessionCalls`, `ownKeyCalls`, `setUpCalls`, `staffCalls`, `keyCalls` and `auditCalls`: they outlive a transaction. */
type OfficeChannel =
  | keyof typeof session
  | 'clock.reset'
  | 'screen.allowCapture'
  | 'staff.add'
  | 'staff.resetPassphrase'
  | 'staff.leave'
  | 'keys.read'
  | 'keys.rotate'
  | 'keys.createRecoveryWords'
  | 'keys.confirmRecoveryWords'
  | 'audit.check'
  | 'audit.explain'
  | 'audit.export'
  | 'clientSummary.save'
  | 'clientSummary.print'
  | 'releasePaper.save'
  | 'releasePaper.print'

/** A call of the contract without its use case, or one too many, is a type error here. */
export const useCases = {
  ...accessCalls,
  ...boardCalls,
  ...recordCalls,
  ...handoffCalls,
  ...meetingCalls,
  ...accompanimentCalls,
  ...feedbackCalls,
  ...createHandoffCalls,
  ...storyCalls,
  ...clientSummaryCalls,
  ...releaseCalls,
  ...stayCalls,
  ...searchCalls,
  ...personCalls,
  ...mergeCalls,
  ...contactPlanCalls,
  ...overrideCalls,
  ...partnerCalls,
  ...enquiryCalls,
  ...alertCalls,
  ...policyCalls,
  ...settingsCalls,
  ...dataOwnerCalls,
  ...rosterCalls,
  ...ownCalls,
  ...auditLogCalls,
} satisfies UseCases<Omit<Contract, OfficeChannel>>
