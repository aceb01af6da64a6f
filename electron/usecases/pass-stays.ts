import type { StaffId } from '#shared/domain/ids'
import { ok, refuse, type Outcome } from '#shared/domain/outcome'
import { appendAudit } from '../storage/audit'
import type { WritableDb } from '../storage/database'
import { livingId } from '../storage/merges'
import { sightOf, whoMaySee } from '../storage/sight'
import { changeStay, staysGivenTo } from '../storage/stays'
import { cannotTake } from './hers'

interface Passed {
  readonly id: StaffId
  readonly to: StaffId
  readonly by: StaffId
  readonly now: number
}

/** H4: nobody stays here, or waits to hear from us, without a worker. I3: who may not see her gives way to somebody who does. */
export function passStays(db: WritableDb, { id, to, by, now }: Passed): Outcome<number> {
  const hers = staysGivenTo(db, id)
  for (const row of hers) {
    const personId = livingId(db, row.personId)
    const seeing = whoMaySee(db, personId).filter((one) => cannotTake(db, one.id, id, 'to', now) === null)
    const named = sightOf(db, personId).named
    const taker =
      seeing.find((one) => one.id === to) ??
      seeing.find((one) => named.includes(one.id)) ??
      seeing.find(({ roles }) => roles.includes('supervisor')) ??
      seeing[0]
    if (!taker) return refuse('nobody_may_see_her')
    changeStay(db, row.id, { worker: taker.id })
    appendAudit(db, { at: now, by, kind: 'reassigned', about: personId, facts: { what: 'stay' } })
  }
  return ok(hers.length)
}
