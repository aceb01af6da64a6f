import type { HandoffId, PartnerId, PersonId, StaffId } from '#shared/domain/core/ids'

/** Invented people. `amira` is at the front desk; `bo` the second worker; `sol` the supervisor; `wil` the workflow owner. */
export const uuid = (n: number) => `01936a00-0000-7000-8000-${String(n).padStart(12, '0')}`
export const amira = uuid(1) as StaffId
export const bo = uuid(2) as StaffId
export const sol = uuid(3) as StaffId
export const wil = uuid(4) as StaffId
export const person = uuid(11) as PersonId
export const clinic = uuid(21) as PartnerId
export const shelter = uuid(22) as PartnerId
export const record = uuid(31) as HandoffId

/** The shelter's zone, and the start of most scenarios: Friday 20 November 2026, 10:00 there. */
export const EDMONTON = 'America/Edmonton'
export const T0 = Date.UTC(2026, 10, 20, 16)
