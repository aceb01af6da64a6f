import { DAY, MINUTE } from '#shared/domain/moment'
import type { StaffName } from './founding'
import type { Tale } from './tale'

/** A story yields the instant (UTC ms) at which it goes on. */
export type Telling = Generator<number, void>

const nextStaff = (tale: Tale): StaffName => tale.chance.pick(['Ruth', 'Ines', 'Noor', 'Tam', 'Soledad'] as const)

/** After it is confirmed: a meeting, now and then some more, and help. At most six days. */
export function* helped(tale: Tale): Telling {
  const { chance } = tale
  if (chance.likely(0.3)) {
    yield tale.in(60, 20 * 60)
    tale.do({ kind: 'close', as: 'help_scheduled', reason: '' })
    return tale.remember()
  }
  yield tale.in(3, 90)
  tale.do({ kind: 'book_meeting', at: tale.now + chance.between(18, 60) * 60 * MINUTE, what: 'With her and the next worker' })
  yield tale.whenDue(20, 90)
  if (chance.likely(0.12)) {
    tale.do({
      kind: 'record_bounce',
      reason: 'did_not_come',
      seen: 'The meeting was missed.',
      change: 'Offer a ride, remind her the day before.',
      action: 'retry',
      what: 'A ride is booked',
      owner: tale.worker(tale.by),
      dueAt: tale.now + DAY,
    })
    yield tale.whenDue(10, 120)
    tale.do({ kind: 'settle_bounce', words: 'She called: she is with her sister and safe.', then: 'close' })
    return
  }
  tale.do({
    kind: 'close',
    as: chance.likely(0.7) ? 'help_received' : 'help_scheduled',
    reason: 'The meeting was held, she goes on from there.',
  })
  tale.remember()
}

/** A bounce is worked off: its next action, and then the review or a fresh try (B2). At most four days. */
export function* bounced(
  tale: Tale,
  reason: string,
  seen: string,
  change: string,
  action: 'other_resource' | 'review_and_close' | 'court_self_help' | 'relay' = 'other_resource',
): Telling {
  const owner = nextStaff(tale)
  tale.do({
    kind: 'record_bounce',
    reason,
    seen,
    change,
    action,
    what: action === 'review_and_close' ? '' : 'Told her source what else there is',
    owner: tale.worker(owner),
    dueAt: tale.now + tale.chance.between(20, 60) * 60 * MINUTE,
  })
  yield tale.whenDue(10, 240)
  tale.by = owner
  tale.do({ kind: 'settle_bounce', words: 'Looked at together; the door stays open.', then: 'close' })
}
