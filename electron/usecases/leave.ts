import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Failure } from '#shared/contract/entry'
import type { staff as contract } from '#shared/contract/staff'
import type { StaffId } from '#shared/domain/ids'
import { ok, refuse, type Outcome } from '#shared/domain/outcome'
import { STAFF_LEFT } from '#shared/domain/staff'
import { dropAbsence } from '../storage/absence'
import type { WritableDb } from '../storage/database'
import { restrictionStaff } from '../storage/schema'
import { directorsWithKeys, draftsByWorker, dropRight, markLeft, namedRights, rightsOf, saveRight, staffRow } from '../storage/staff'
import { dropViews } from '../storage/views'
import type { Reading, UseCase } from './context'
import type { Door } from './door'
import { lostFromSight } from './given'
import { hersFor, passOn, wrongTaker } from './hers'
import { passMeetings } from './pass-meetings'
import { passStays } from './pass-stays'
import { sittingAt } from './sitting'

type Leave = z.output<(typeof contract)['staff.leave']['input']>

/** What somebody else needs to take over; records that do not exist for the director are only counted (I3). */
export const leaving: UseCase<(typeof contract)['staff.leaving'], Reading> = ({ db, hidden }, { id }) => {
  if (staffRow(db, id) === null) return refuse('no_such_staff', { field: 'id' })
  return ok({
    ...hersFor(db, id, hidden),
    rights: rightsOf(db)
      .filter(({ holder }) => holder === id)
      .map(({ right }) => right),
    drafts: draftsByWorker(db).get(id) ?? 0,
  })
}

/** Section 13: the deputy takes over, or nobody, and then the director is asked again. */
function passRights(db: WritableDb, id: StaffId, now: number): void {
  for (const held of namedRights(db)) {
    const { right, holder, deputy } = held
    if (holder === id && deputy === null) dropRight(db, right)
    else if (holder === id && deputy !== null) saveRight(db, { right, holder: deputy, deputy: null, deputyActs: false }, now)
    else if (deputy === id) saveRight(db, { ...held, deputy: null, deputyActs: false }, now)
  }
}

/** K4, H4: everything of hers to others, her rights passed on, her slot gone, all or nothing. */
export function leave(door: Door, input: Leave): Outcome<{ reassigned: number }, Failure> {
  const sitting = sittingAt(door)
  if (!sitting.ok) return sitting
  const { me, dataKey } = sitting.value
  const { id } = input
  if (id === me.id) return refuse('not_yourself')
  return door.deeds.carryOut(
    (db): Outcome<{ reassigned: number }, Failure> => {
      const row = staffRow(db, id)
      if (row === null) return refuse('no_such_staff', { field: 'id' })
      if (row.leftAt !== null) return refuse('has_left')
      const now = door.now()
      const wrong = wrongTaker(db, input, now)
      if (wrong) return wrong
      const staying = directorsWithKeys(db).filter((director) => director !== id)
      // K2. The recovery words are the second way; without them there must be two directors.
      const ways = door.vault.slots(dataKey).some((slot) => slot.class === 'recovery') ? 1 : 2
      if (row.roles.includes('director') && staying.length < ways) return refuse('last_director')
      const reassigned = passOn(db, input, me.id, now, STAFF_LEFT)
      if (!reassigned.ok) return reassigned
      const stays = passStays(db, { id, to: input.to, by: me.id, now })
      if (!stays.ok) return stays
      const meetings = passMeetings(db, { id, to: input.to, by: me.id, now })
      if (!meetings.ok) return meetings
      passRights(db, id, now)
      db.delete(restrictionStaff).where(eq(restrictionStaff.staffId, id)).run()
      dropAbsence(db, id)
      dropViews(db, id)
      markLeft(db, id, now)
      const lost = lostFromSight(db)
      if (lost) return lost
      if (row.slotId !== null) door.records.sawKeyring(db, door.vault.remove(dataKey, [row.slotId]).save())
      return ok({ reassigned: reassigned.value })
    },
    ({ reassigned }) => ({ kind: 'staff_left', about: id, facts: { reassigned } }),
  )
}
