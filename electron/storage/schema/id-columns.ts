import { text } from 'drizzle-orm/sqlite-core'
import type { GoalId, HandoffId, MeetingId, PartnerId, PersonId, ReleaseId, StaffId, StayId } from '#shared/domain/core/ids'

/** A column that holds a staff id. */
export const staffId = () => text().$type<StaffId>()
/** A column that holds a person id. */
export const personId = () => text().$type<PersonId>()
/** A column that holds a partner id. */
export const partnerId = () => text().$type<PartnerId>()
/** A column that holds a handoff id. */
export const handoffId = () => text().$type<HandoffId>()
/** A column that holds a meeting id. */
export const meetingId = () => text().$type<MeetingId>()
/** A column that holds a release id. */
export const releaseId = () => text().$type<ReleaseId>()
/** A column that holds a stay id. */
export const stayId = () => text().$type<StayId>()
/** A column that holds a goal id. */
export const goalId = () => text().$type<GoalId>()
