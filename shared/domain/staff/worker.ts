import type { StaffId } from '../core/ids'
import type { Role } from '../core/vocabulary'

/** A member of staff as the rules need one. */
export interface Worker {
  readonly id: StaffId
  readonly name: string
  /** The worker's own roles, and the decision rights held now (`getCurrentRoles`). */
  readonly roles: readonly Role[]
}

/** H4: why a record was reassigned without a typed reason: the worker who had it works here no longer. */
export const STAFF_LEFT = 'staff_left'
/** The same: the worker is away. */
export const STAFF_AWAY = 'staff_away'
