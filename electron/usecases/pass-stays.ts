import type { PersonId, StaffId } from '#shared/domain/ids'
import { ok, refuse, type Outcome } from '#shared/domain/outcome'
import { appendAudit } from '../storage/audit'
import type { WritableDb } from '../storage/database'
import { livingId } from '../storage/merges'
import { sightOf, whoMaySee } from '../storage/sight'
import { changeStay, staysGivenTo } from '../storage/stays'
import { cannotTake } from './hers'

export interface Passed {
  readonly id: StaffId
  readonly to: StaffId
  readonly by: StaffId
  readonly now: number
}

/** I3: who takes something of hers over; where `to` may not see her, somebody who is named for her, a supervisor, or whoever does. */
export function takerFor(db: WritableDb, personId: PersonId, { id, to, now }: Passed): StaffId | null {
  const seeing = whoMaySee(db, personId).filter((one) => cannotTake(db, one.id, id, 'to', now) === null)
  const { named } = sightOf(db, personId)
  const taker =
    seeing.find((one) => one.id === to) ??
    seeing.find((one) => named.includes(one.id)) ??
    seeing.find(({ roles }) => roles.includes('supervisor')) ??
    seeing[0]
  return taker?.id ?? null
}

/** H4: nobody stays here, or waits to hear from us, without a worker. */
export function passStays(db: WritableDb, passed: Passed): Outcome<number> {
  const { id, by, now } = passed
  const hers = staysGivenTo(db, id)
  for (const row of hers) {
    const personId = livingId(db, row.personId)
    const worker = takerFor(db, personId, passed)
    if (worker === null) return refuse('nobody_may_see_her')
    changeStay(db, row.id, { worker })
    appendAudit(db, { at: now, by, kind: 'reassigned', about: personId, facts: { what: 'stay' } })
  }
  return ok(hers.length)
}
