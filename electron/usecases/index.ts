import type { Contract } from '#shared/contract/index'
import type { session } from '#shared/contract/session'
import { accessCalls } from './access'
import { accompanimentCalls } from './accompaniment'
import { alertCalls } from './alerts'
import { trailCalls } from './audit'
import { boardCalls } from './board'
import type { UseCases } from './context'
import { dataOwnerCalls } from './data-owner'
import { pageCalls } from './her-page'
import { enquiryCalls } from './enquiry'
import { feedbackCalls } from './feedback'
import { handoffCalls } from './handoff'
import { meetingCalls } from './meeting'
import { ownCalls } from './own'
import { overrideCalls } from './overrides'
import { mergeCalls } from './merge'
import { partnerCalls } from './partner'
import { peopleCalls } from './people'
import { planCalls } from './plan'
import { policyCalls } from './policy'
import { recordCalls } from './record'
import { referCalls } from './refer'
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
  | 'page.save'
  | 'page.print'
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
  ...referCalls,
  ...storyCalls,
  ...pageCalls,
  ...releaseCalls,
  ...stayCalls,
  ...searchCalls,
  ...peopleCalls,
  ...mergeCalls,
  ...planCalls,
  ...overrideCalls,
  ...partnerCalls,
  ...enquiryCalls,
  ...alertCalls,
  ...policyCalls,
  ...settingsCalls,
  ...dataOwnerCalls,
  ...rosterCalls,
  ...ownCalls,
  ...trailCalls,
} satisfies UseCases<Omit<Contract, OfficeChannel>>
