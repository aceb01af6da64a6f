import { applyMeeting } from '#shared/domain/apply-meeting'
import { passMeeting } from '#shared/domain/decide-call'
import { ok, refuse, type Outcome } from '#shared/domain/outcome'
import { appendAudit } from '../storage/audit'
import type { WritableDb } from '../storage/database'
import { meetingsNotClosed, saveMeeting } from '../storage/meetings'
import { takerFor, type Passed } from './pass-stays'

const NOBODY_HIDDEN = new Set<never>()

/** H4: no meeting that is not closed stays with somebody who has left or is away, nor anything that was agreed in it. */
export function passMeetings(db: WritableDb, passed: Passed): Outcome<number> {
  const { id, by, now } = passed
  let count = 0
  for (const { body, handoffId, personId } of meetingsNotClosed(db, NOBODY_HIDDEN)) {
    if (passMeeting(body, id, passed.to, passed).length === 0) continue
    const taker = takerFor(db, personId, passed)
    if (taker === null) return refuse('nobody_may_see_her')
    const events = passMeeting(body, id, taker, passed)
    saveMeeting(db, body, events.reduce(applyMeeting, body), events)
    appendAudit(db, { at: now, by, kind: 'reassigned', about: handoffId, facts: { what: 'meeting' } })
    count += 1
  }
  return ok(count)
}
