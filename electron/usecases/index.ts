import type { Contract } from '#shared/contract/index'
import type { session } from '#shared/contract/session'
import { accessCalls } from './person/access'
import { accompanimentCalls } from './accompaniment/accompaniment'
import { alertCalls } from './board/alerts'
import { auditLogCalls } from './audit/audit-log'
import { boardCalls } from './board/board'
import type { UseCases } from '../session/call-context'
import { dataOwnerCalls } from './settings/reasons-and-fields'
import { clientSummaryCalls } from './printing/client-summary'
import { enquiryCalls } from './partner/enquiry'
import { feedbackCalls } from './accompaniment/feedback'
import { handoffCalls } from './handoff/handoff'
import { meetingCalls } from './meeting/meeting'
import { ownCalls } from './staff/own'
import { overrideCalls } from './handoff/overrides'
import { mergeCalls } from './person/merge'
import { partnerCalls } from './partner/partner'
import { personCalls } from './person/person'
import { contactPlanCalls } from './person/contact-plan'
import { policyCalls } from './settings/policy'
import { recordCalls } from './handoff/record'
import { createHandoffCalls } from './handoff/create-handoff'
import { rosterCalls } from './staff/roster'
import { searchCalls } from './board/search'
import { settingsCalls } from './settings/settings'
import { releaseCalls } from './release/release'
import { stayCalls } from './accompaniment/stay'
import { storyCalls } from './person/story'

/**
 * The channels of `sessionCalls`, `ownCredentialCalls`, `setUpCalls`, `staffCalls`, `databaseKeyCalls` and `auditCheckCalls`, which run
 * outside a transaction.
 */
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

/** A missing or superfluous use case is a type error here. */
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
