import type { Contract } from '#shared/contract/index'
import { accessCalls } from './person/access'
import { accompanimentCalls } from './accompaniment/accompaniment'
import { alertCalls } from './board/alerts'
import { auditLogCalls } from './audit/audit-log'
import { boardCalls } from './board/board'
import type { SignInContext } from '../session/session-context'
import type { NoOtherKeys, SessionCalls, UseCases } from '../session/call-context'
import { dataOwnerCalls } from './settings/reasons-and-fields'
import { clientSummaryCalls } from './printing/client-summary'
import { enquiryCalls } from './partner/enquiry'
import { feedbackCalls } from './accompaniment/feedback'
import { handoffCalls } from './handoff/handoff'
import { meetingCalls } from './meeting/meeting'
import { absenceCalls } from './staff/absence'
import { assignmentCalls } from './handoff/assign-many'
import { draftCalls } from './staff/drafts'
import { releasePaperCalls } from './printing/release-paper'
import { savedViewCalls } from './staff/saved-views'
import { overrideCalls } from './handoff/overrides'
import { mergeCalls } from './person/merge'
import { partnerCalls } from './partner/partner'
import { personCalls } from './person/person'
import { contactPlanCalls } from './person/contact-plan'
import { policyCalls } from './settings/policy'
import { recordCalls } from './handoff/record'
import { undoCalls } from './handoff/undo'
import { createHandoffCalls } from './handoff/create-handoff'
import { rosterCalls } from './staff/roster'
import { searchCalls } from './board/search'
import { settingsCalls } from './settings/settings'
import { releaseCalls } from './release/release'
import { stayCalls } from './accompaniment/stay'
import { sessionCalls } from './account/sign-in'
import { setUpCalls } from './account/set-up'
import { ownCredentialCalls } from './account/own-credentials'
import { auditCheckCalls } from './audit/audit-check'
import { databaseKeyCalls } from './account/database-keys'
import { staffCalls } from './staff/temporary-passphrase'
import { printingCalls } from './printing/print-sheet'
import { storyCalls } from './person/story'

const transactionCalls = {
  ...accessCalls,
  ...boardCalls,
  ...recordCalls,
  ...undoCalls,
  ...handoffCalls,
  ...meetingCalls,
  ...accompanimentCalls,
  ...feedbackCalls,
  ...createHandoffCalls,
  ...storyCalls,
  ...clientSummaryCalls,
  ...releasePaperCalls,
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
  ...absenceCalls,
  ...savedViewCalls,
  ...assignmentCalls,
  ...draftCalls,
  ...auditLogCalls,
}

/** Every call that runs in a transaction. A call of the contract without its use case, or one too many, is a type error here. */
export const useCases: UseCases<Contract> & NoOtherKeys<typeof transactionCalls, UseCases<Contract>> = transactionCalls

const createAllSessionCalls = (session: SignInContext) => ({
  ...sessionCalls(session),
  ...ownCredentialCalls(session),
  ...setUpCalls(session),
  ...staffCalls(session),
  ...databaseKeyCalls(session),
  ...auditCheckCalls(session),
  ...printingCalls(session),
})

/** Every call that the running session carries out. A call of the contract that is missing, or one too many, is a type error here. */
export const createSessionCalls: (
  session: SignInContext,
) => SessionCalls<Contract> & NoOtherKeys<ReturnType<typeof createAllSessionCalls>, SessionCalls<Contract>> = createAllSessionCalls
