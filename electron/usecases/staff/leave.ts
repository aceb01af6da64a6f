import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Failure } from '#shared/contract/call'
import type { staff as contract } from '#shared/contract/office/staff'
import type { StaffId } from '#shared/domain/core/ids'
import { ok, refuse, type Outcome } from '#shared/domain/core/outcome'
import { STAFF_LEFT } from '#shared/domain/staff/worker'
import { removeAbsence } from '../../storage/staff/absences'
import type { WritableDb } from '../../storage/core/db-types'
import { restrictionStaff } from '../../storage/schema'
import {
  listDirectorsWithKeys,
  countDraftsByWorker,
  removeDecisionRight,
  markStaffLeft,
  listNamedRights,
  listEffectiveRights,
  saveDecisionRight,
  findStaff,
} from '../../storage/staff/staff'
import { removeAllSavedViews } from '../../storage/staff/saved-views'
import type { ReadContext, UseCase } from '../../session/call-context'
import type { SessionContext } from '../../session/session-context'
import { lostAccessRefusal } from '../handoff/assignability'
import { loadCaseload, reassignAll, firstTakeoverRefusal } from './reassignment'
import { reassignMeetings } from './reassign-meetings'
import { reassignStays } from './reassign-stays'
import { requireAuthenticated } from '../../session/authenticated-session'

type LeaveInput = z.output<(typeof contract)['staff.leave']['input']>

/** Loads what other workers have to take over. Records that do not exist for the director are only counted (I3). */
export const loadLeavingWorker: UseCase<(typeof contract)['staff.readLeaving'], ReadContext> = ({ db, hidden }, { id }) => {
  if (findStaff(db, id) === null) return refuse('no_such_staff', { field: 'id' })
  return ok({
    ...loadCaseload(db, id, hidden),
    rights: listEffectiveRights(db)
      .filter(({ holder }) => holder === id)
      .map(({ right }) => right),
    drafts: countDraftsByWorker(db).get(id) ?? 0,
  })
}

/** Transfers the decision rights to the deputy (section 13). Without a deputy the director is asked again. */
function transferRights(db: WritableDb, id: StaffId, now: number): void {
  for (const namedRight of listNamedRights(db)) {
    const { right, holder, deputy } = namedRight
    if (holder === id && deputy === null) removeDecisionRight(db, right)
    else if (holder === id && deputy !== null) saveDecisionRight(db, { right, holder: deputy, deputy: null, deputyActs: false }, now)
    else if (deputy === id) saveDecisionRight(db, { ...namedRight, deputy: null, deputyActs: false }, now)
  }
}

/** Removes a worker: reassigns all open work, transfers the rights and removes the slot, all or nothing (K4, H4). */
export function removeWorker(session: SessionContext, input: LeaveInput): Outcome<{ reassigned: number }, Failure> {
  const authenticated = requireAuthenticated(session)
  if (!authenticated.ok) return authenticated
  const { me, dataKey } = authenticated.value
  const { id } = input
  if (id === me.id) return refuse('not_yourself')
  return session.transactions.run(
    (db): Outcome<{ reassigned: number }, Failure> => {
      const row = findStaff(db, id)
      if (row === null) return refuse('no_such_staff', { field: 'id' })
      if (row.leftAt !== null) return refuse('has_left')
      const now = session.now()
      const refusal = firstTakeoverRefusal(db, input, now)
      if (refusal) return refusal
      const stayingDirectors = listDirectorsWithKeys(db).filter((director) => director !== id)
      // The recovery words are the second way in. Without them there must be two directors (K2).
      const directorsNeeded = session.vault.slots(dataKey).some((slot) => slot.class === 'recovery') ? 1 : 2
      if (row.roles.includes('director') && stayingDirectors.length < directorsNeeded) return refuse('last_director')
      const reassigned = reassignAll(db, input, me.id, now, STAFF_LEFT)
      if (!reassigned.ok) return reassigned
      const stays = reassignStays(db, { id, to: input.to, by: me.id, now })
      if (!stays.ok) return stays
      const meetings = reassignMeetings(db, { id, to: input.to, by: me.id, now })
      if (!meetings.ok) return meetings
      transferRights(db, id, now)
      db.delete(restrictionStaff).where(eq(restrictionStaff.staffId, id)).run()
      removeAbsence(db, id)
      removeAllSavedViews(db, id)
      markStaffLeft(db, id, now)
      const accessRefusal = lostAccessRefusal(db)
      if (accessRefusal) return accessRefusal
      if (row.slotId !== null) session.records.saveKeyringSerial(db, session.vault.removeSlots(dataKey, [row.slotId]).save())
      return ok({ reassigned: reassigned.value })
    },
    ({ reassigned }) => ({ kind: 'staff_left', about: id, facts: { reassigned } }),
  )
}
