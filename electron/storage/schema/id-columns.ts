import { text } from 'drizzle-orm/sqlite-core'
import type { GoalId, HandoffId, MeetingId, PartnerId, PersonId, ReleaseId, StaffId, StayId } from '#shared/domain/core/ids'

export const staffId = () => text().$type<StaffId>()
export const personId = () => text().$type<PersonId>()
export const partnerId = () => text().$type<PartnerId>()
export const handoffId = () => text().$type<HandoffId>()
export const meetingId = () => text().$type<MeetingId>()
export const releaseId = () => text().$type<ReleaseId>()
export const stayId = () => text().$type<StayId>()
export const goalId = () => text().$type<GoalId>()
