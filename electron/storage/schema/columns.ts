import { text } from 'drizzle-orm/sqlite-core'
import type { HandoffId, PartnerId, PersonId, StaffId } from '#shared/domain/ids'

export const staffId = () => text().$type<StaffId>()
export const personId = () => text().$type<PersonId>()
export const partnerId = () => text().$type<PartnerId>()
export const handoffId = () => text().$type<HandoffId>()
