import { DAY } from '#shared/domain/moment'
import { bounced, helped, type Telling } from './endings'
import type { Tale } from './tale'
import { NO_LUCK } from './plots-reached'

// Stories of bounces, of other doors, and of long roads.

export function* neverReached(tale: Tale): Telling {
  tale.refer({
    source: tale.chance.pick(['Northgate Line', 'Hillcrest House', 'Sweetgrass Housing', 'Two Bridges Health'] as const),
    mayHelp: false,
  })
  for (let nth = 0; nth < 3; nth += 1) {
    yield tale.whenDue(4, 100)
    tale.attempt(tale.chance.pick(NO_LUCK))
  }
  yield tale.whenDue(5, 240)
  yield* bounced(tale, 'not_reached_after_fallback', 'All windows used.', 'Ask the source for a second way.')
}

const PROVIDER_REASONS = [
  ['capacity_delay', 'Eleven weeks for a unit.', 'Say it up front.', 'other_resource'],
  ['eligibility_mismatch', 'The programme takes families only.', 'A quick screen on the phone.', 'other_resource'],
  ['language_access_gap', 'No interpreter before next week.', 'Interpreter block on Tuesdays.', 'relay'],
  ['transport_or_distance', 'Two hours away, no bus.', 'Offer the call by telephone.', 'other_resource'],
  ['childcare_or_pets', 'Could not come alone.', 'Ask about it when booking.', 'other_resource'],
  ['documents_missing', 'Nothing to show who she is.', 'A list of papers ahead.', 'court_self_help'],
  ['moved_away', 'Lives with her aunt in another province.', 'Name a partner there.', 'other_resource'],
  ['helped_elsewhere', 'Has a place with another shelter.', '', 'review_and_close'],
  ['she_declined', 'Says not now.', 'Leave the door open.', 'review_and_close'],
  ['source_never_answered', 'Asked twice.', 'An agreement with them.', 'review_and_close'],
] as const

export function* bouncedFor(tale: Tale): Telling {
  const [reason, seen, change, action] = tale.chance.pick(PROVIDER_REASONS)
  tale.refer()
  yield tale.whenDue(6, 150)
  tale.attempt('reached')
  yield tale.in(1, 9)
  tale.confirm()
  yield tale.in(30, 600)
  yield* bounced(tale, reason, seen, change, action)
}

export function* deadNumber(tale: Tale): Telling {
  tale.refer({ mayHelp: false })
  yield tale.whenDue(6, 150)
  tale.attempt('number_not_in_service')
  yield tale.in(60, 400)
  yield* bounced(tale, 'bad_contact_info', 'The number is not in service.', 'Read it back at the source.')
}

export function* noSafeWay(tale: Tale): Telling {
  tale.refer({ noNumber: true, safe: tale.chance.pick(['no', 'not_known'] as const), source: 'Northgate Line' })
  yield tale.in(120, 1_300)
  if (tale.chance.likely(0.5)) {
    tale.attempt('she_called_us', { wayId: null })
    yield tale.in(2, 9)
    tale.do({ kind: 'add_note', note: 'Will ring on Fridays, from work.', herWords: false })
    tale.do({ kind: 'close', as: 'other_outcome', reason: 'She has our number and a plan; she rings when she wants to.' })
    return
  }
  yield tale.whenDue(30, 200)
  yield* bounced(tale, 'unsafe_to_contact', 'No number, no relay.', 'Ask for a relay at the source.', 'relay')
}

export function* outgoing(tale: Tale): Telling {
  const asked = tale.chance.likely(0.5)
  const partner = tale.chance.pick(['Sweetgrass Housing', 'Foothills Income Desk', 'Birch Street Legal', 'Larkspur Shelter'] as const)
  tale.refer({ to: { partner }, permissionGiven: !asked })
  yield tale.in(20, 180)
  if (asked) {
    const given = tale.chance.likely(0.85)
    tale.do({ kind: 'answer_permission', given, words: given ? 'Yes, and my number too.' : 'Not them, not now.' })
    if (!given) return
  }
  yield tale.in(60, 400)
  tale.do({ kind: 'record_acceptance', acceptedBy: 'Intake worker', worker: null, at: null })
  yield tale.in(120, 700)
  tale.attempt('reached', { channel: 'through_partner', wayId: null })
  tale.confirm()
  yield* helped(tale)
}

export function* internal(tale: Tale): Telling {
  const to = tale.chance.pick((['Noor', 'Tam', 'Soledad', 'Ines', 'Ruth'] as const).filter((name) => name !== tale.by))
  tale.refer({ to: { staff: to } })
  yield tale.in(20, 240)
  tale.do({ kind: 'record_acceptance', acceptedBy: to, worker: tale.worker(to), at: null })
  tale.by = to
  yield tale.in(60, 700)
  tale.attempt('reached', { channel: 'in_person', wayId: null })
  tale.confirm()
  yield* helped(tale)
}

export function* accompanied(tale: Tale): Telling {
  tale.refer()
  yield tale.whenDue(6, 100)
  tale.attempt('reached')
  tale.confirm()
  yield tale.in(10, 100)
  tale.do({ kind: 'book_meeting', at: tale.now + 2 * DAY, what: 'First meeting with Noor' })
  for (let held = 0; held < 3; held += 1) {
    yield tale.whenDue(30, 90)
    tale.do({
      kind: 'meeting_held',
      nextAt: tale.now + tale.chance.between(5, 8) * DAY,
      what: ['I lead', 'She leads, I am there', 'On call'][held] ?? '',
    })
  }
  yield tale.whenDue(30, 90)
  tale.do({ kind: 'close', as: 'help_received', reason: 'She goes on with Noor, by her own word.' })
  tale.remember()
}

export function* onHold(tale: Tale): Telling {
  tale.refer()
  yield tale.whenDue(6, 100)
  tale.attempt('reached')
  tale.confirm({ nextStep: { kind: 'wait_list', what: 'Second-stage housing', date: null, waitLength: 'about six weeks', herWords: '' } })
  yield tale.in(10, 100)
  tale.do({ kind: 'put_on_hold', reviewAt: tale.now + 14 * DAY, what: 'Wait list' })
  yield tale.whenDue(30, 300)
  tale.do({ kind: 'put_on_hold', reviewAt: tale.now + 14 * DAY, what: 'Still on the list, place 3' })
  yield tale.whenDue(30, 300)
  tale.do({ kind: 'close', as: 'help_received', reason: 'She moved in.' })
}

export function* inError(tale: Tale): Telling {
  tale.refer()
  yield tale.in(5, 60)
  tale.do({ kind: 'mark_error', reason: 'Written down twice: two of us took the same call.' })
}
