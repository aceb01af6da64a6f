import type { StaffId } from '../core/ids'
import { ok, refuse, type Outcome } from '../core/outcome'
import type { Instant } from '../core/moment'

/** A worker as these rules look at a new owner. Instants are UTC ms; `awayFrom` is null while no absence is planned. */
export interface TakeoverCandidate {
  readonly id: StaffId
  readonly leftAt: Instant | null
  readonly awayFrom: Instant | null
}

/**
 * H4: says why a worker cannot take over what a former worker leaves, as a refusal at `field`; null when nothing stands
 * against it. The new owner works here, is not the former one, and is not away at `now`. `candidate` is null for an
 * unknown worker. An absence that is only planned does not stand against it.
 */
export function takeoverRefusal(
  to: StaffId,
  formerWorkerId: StaffId,
  candidate: TakeoverCandidate | null,
  field: string,
  now: Instant,
): ReturnType<typeof refuse> | null {
  if (to === formerWorkerId) return refuse('same_worker', { field })
  if (candidate === null) return refuse('no_such_staff', { field })
  if (candidate.leftAt !== null) return refuse('has_left', { field })
  return candidate.awayFrom !== null && candidate.awayFrom <= now ? refuse('is_away', { field }) : null
}

/** Who is to take something over: `to` as a rule, `exception` where another worker was chosen for this one thing. */
export interface ReassignmentTarget {
  readonly to: StaffId
  readonly exception?: StaffId | undefined
  /** The workers who are named for a restricted person (I3). */
  readonly named: readonly StaffId[]
}

/**
 * H4, I3: chooses to whom a record, a stay or a meeting goes when its worker leaves or is away. `mayTakeOver` holds the workers
 * who may see the person and can take something over, the longest serving first. Where `to` is not among them, the next is a
 * worker who is named for the person, then a supervisor, then the longest serving. Refuses `owner_not_named` where the
 * exception is not among them, and `nobody_may_see_her` where nobody is.
 */
export function chooseNewOwner(
  mayTakeOver: readonly { readonly id: StaffId; readonly roles: readonly string[] }[],
  { to, exception, named }: ReassignmentTarget,
): Outcome<StaffId> {
  if (exception !== undefined)
    return mayTakeOver.some(({ id }) => id === exception) ? ok(exception) : refuse('owner_not_named', { field: 'exceptions' })
  const newOwner =
    mayTakeOver.find(({ id }) => id === to) ??
    mayTakeOver.find(({ id }) => named.includes(id)) ??
    mayTakeOver.find(({ roles }) => roles.includes('supervisor')) ??
    mayTakeOver[0]
  return newOwner === undefined ? refuse('nobody_may_see_her') : ok(newOwner.id)
}
