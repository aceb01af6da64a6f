import type { StaffId } from '../core/ids'
import type { Role } from '../core/vocabulary'

/** A member of staff as the rules need her. */
export interface Worker {
  readonly id: StaffId
  readonly name: string
  /** Her own and the decision rights she has now (`rolesNow`). */
  readonly roles: readonly Role[]
}

/** H4: why a record was given to somebody else when nobody typed a reason: who had it works here no longer. */
export const STAFF_LEFT = 'staff_left'
/** The same: she is away. */
export const STAFF_AWAY = 'staff_away'
