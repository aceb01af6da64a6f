import { DAY, HOUR, MINUTE } from '#shared/domain/moment'
import { bounced, helped, type Telling } from './endings'
import type { Tale } from './tale'

/** How a handoff of the past went. `days`: it has surely ended so long after its referral. */
export interface Plot {
  readonly weight: number
  readonly days: number
  readonly tell: (tale: Tale) => Telling
}

const NO_LUCK = ['no_answer', 'no_answer', 'no_answer', 'someone_else_answered'] as const

function* reached(tale: Tale): Telling {
  tale.refer({ again: tale.chance.likely(0.18), ...(tale.chance.likely(0.25) ? { safe: 'only_at_times' as const } : {}) })
  yield tale.whenDue(6, 150)
  if (tale.chance.likely(0.35)) {
    tale.attempt(tale.chance.pick(NO_LUCK))
    yield tale.whenDue(5, 90)
  }
  tale.attempt(tale.chance.likely(0.12) ? 'she_called_us' : 'reached')
  yield tale.in(1, 9)
  tale.confirm()
  if (tale.chance.likely(0.06)) tale.do({ kind: 'add_note', note: 'Says mornings are quieter at home.', herWords: true })
  yield* helped(tale)
}

function* reachedQuickly(tale: Tale): Telling {
  tale.refer()
  yield tale.in(6, 60)
  tale.attempt('reached')
  yield tale.in(1, 9)
  tale.confirm()
  yield tale.in(60, 300)
  tale.do({ kind: 'close', as: 'help_received', reason: 'A bed the same day.' })
}

function* reachedLate(tale: Tale): Telling {
  tale.refer({ source: tale.chance.pick(['Northgate Line', 'Hillcrest House', 'Sweetgrass Housing', 'herself'] as const), mayHelp: false })
  for (const outcome of [tale.chance.pick(NO_LUCK), 'no_answer'] as const) {
    yield tale.whenDue(4, 200)
    tale.attempt(outcome)
  }
  yield tale.whenDue(4, 300)
  tale.attempt('reached')
  yield tale.in(1, 9)
  tale.confirm()
  yield* helped(tale)
}

function* inParts(tale: Tale): Telling {
  tale.refer()
  yield tale.whenDue(6, 150)
  tale.attempt('reached', { note: 'Short: somebody came in.' })
  yield tale.in(1, 9)
  tale.verifyPlan()
  tale.do({ kind: 'save_confirmation', at: null, wayVerified: true, nextStep: null, risks: { answer: 'not_known', dates: [] } })
  yield tale.in(120, 900)
  tale.attempt('reached')
  tale.confirm()
  yield* helped(tale)
}

function* askedTheSource(tale: Tale): Telling {
  tale.refer({
    source: tale.chance.pick(['Northgate Line', 'Birch Street Legal', 'Prairie Newcomers', 'Maison des Érables'] as const),
    mayHelp: true,
  })
  for (const outcome of ['no_answer', 'no_answer'] as const) {
    yield tale.whenDue(4, 120)
    tale.attempt(outcome)
  }
  yield Math.max(tale.whenDue(1, 30), tale.now + 8 * HOUR)
  tale.attempt('no_answer')
  tale.do({ kind: 'ask_source' })
  yield tale.in(120, 900)
  if (tale.chance.likely(0.3)) {
    tale.do({ kind: 'source_answered', answer: 'cannot_help', words: 'Nobody there has seen her.', checkAt: null })
    yield tale.in(300, 600)
    return yield* bounced(
      tale,
      'not_reached_after_fallback',
      'All windows used, three tries and the source.',
      'Other times of the day.',
      'review_and_close',
    )
  }
  tale.do({ kind: 'source_answered', answer: 'she_will_call', words: 'Seen her this morning.', checkAt: tale.now + 10 * HOUR })
  yield tale.in(60, 500)
  tale.attempt('she_called_us', { channel: 'call', wayId: null })
  yield tale.in(2, 9)
  tale.confirm()
  yield* helped(tale)
}

function* neverReached(tale: Tale): Telling {
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

function* bouncedFor(tale: Tale): Telling {
  const [reason, seen, change, action] = tale.chance.pick(PROVIDER_REASONS)
  tale.refer()
  yield tale.whenDue(6, 150)
  tale.attempt('reached')
  yield tale.in(1, 9)
  tale.confirm()
  yield tale.in(30, 600)
  yield* bounced(tale, reason, seen, change, action)
}

function* deadNumber(tale: Tale): Telling {
  tale.refer({ mayHelp: false })
  yield tale.whenDue(6, 150)
  tale.attempt('number_not_in_service')
  yield tale.in(60, 400)
  yield* bounced(tale, 'bad_contact_info', 'The number is not in service.', 'Read it back at the source.')
}

function* danger(tale: Tale): Telling {
  tale.refer()
  yield tale.whenDue(6, 60)
  tale.attempt('someone_else_answered', { note: 'A man, shouting behind.' })
  tale.do({
    kind: 'record_bounce',
    reason: 'possible_danger',
    seen: 'Shouting in the background, the line dropped.',
    change: '',
    action: 'review_and_close',
    what: '',
    owner: tale.worker(tale.by),
    dueAt: tale.now + 4 * HOUR,
  })
  yield tale.in(2, 20)
  tale.do({ kind: 'acknowledge_danger', words: 'Welfare check asked for.' }, 'Ruth')
  yield tale.in(60, 200)
  tale.attempt('she_called_us', { wayId: null, note: 'She is at a friend’s.' })
  yield tale.in(2, 9)
  tale.confirm()
  yield* helped(tale)
}

function* noSafeWay(tale: Tale): Telling {
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

function* stopped(tale: Tale): Telling {
  tale.refer()
  yield tale.whenDue(6, 100)
  tale.attempt('not_safe_stopped', { note: 'Said the code for not safe.' })
  yield tale.in(300, 1_300)
  tale.attempt('she_called_us', { wayId: null })
  yield tale.in(2, 9)
  tale.confirm()
  yield* helped(tale)
}

function* sheRings(tale: Tale): Telling {
  tale.refer({ source: 'herself' })
  yield tale.whenDue(6, 90)
  tale.do({ kind: 'agree_waiting', checkAt: tale.now + tale.chance.between(4, 20) * HOUR, why: 'she_asked' })
  yield tale.whenDue(0, 60)
  tale.attempt('she_called_us', { wayId: null })
  if (tale.chance.likely(0.3)) {
    yield tale.in(5, 20)
    return tale.do({ kind: 'close', as: 'she_withdrew', reason: 'She is going back to her mother’s and will ring if she wants to.' })
  }
  yield tale.in(2, 9)
  tale.confirm()
  yield* helped(tale)
}

function* reopened(tale: Tale): Telling {
  yield* reachedQuickly(tale)
  yield tale.in(24 * 60, 6 * 24 * 60)
  tale.do({ kind: 'reopen', reason: 'She rang again: the room fell through.' })
  yield tale.whenDue(5, 200)
  tale.attempt('reached')
  yield tale.in(1, 9)
  tale.confirm()
  yield* helped(tale)
}

function* outgoing(tale: Tale): Telling {
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

function* internal(tale: Tale): Telling {
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

function* accompanied(tale: Tale): Telling {
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

function* onHold(tale: Tale): Telling {
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

function* inError(tale: Tale): Telling {
  tale.refer()
  yield tale.in(5, 60)
  tale.do({ kind: 'mark_error', reason: 'Written down twice: two of us took the same call.' })
}

function* corrected(tale: Tale): Telling {
  tale.refer({ earlier: tale.chance.between(10, 240) * MINUTE })
  yield tale.in(5, 60)
  tale.do({ kind: 'correct_received', receivedAt: tale.now - 5 * HOUR, reason: 'Their fax says when it was sent.' })
  yield tale.in(30, 120)
  tale.attempt('no_answer', { at: tale.now - 25 * MINUTE, note: 'Noted on paper.' })
  yield tale.in(1, 10)
  tale.attempt('no_answer', { at: tale.now - 10 * MINUTE })
  tale.do({ kind: 'withdraw_attempt', no: 2 })
  yield tale.whenDue(10, 90)
  tale.attempt('reached')
  tale.confirm()
  yield* helped(tale)
}

function* toldTheSource(tale: Tale): Telling {
  tale.refer({
    source: tale.chance.pick(['Birch Street Legal', 'Prairie Newcomers', 'Wapiti Family Centre'] as const),
    mayTell: 'and_next_step',
  })
  yield tale.whenDue(6, 90)
  tale.attempt('interpreter_missing')
  yield tale.in(130, 300)
  tale.attempt('reached')
  tale.confirm()
  yield tale.in(10, 60)
  tale.do({ kind: 'tell_source', sentence: 'and_next_step', rangBack: true })
  yield* helped(tale)
}

export const PLOTS: readonly Plot[] = [
  { weight: 34, days: 8, tell: reached },
  { weight: 8, days: 0.4, tell: reachedQuickly },
  { weight: 8, days: 9, tell: reachedLate },
  { weight: 6, days: 8, tell: inParts },
  { weight: 5, days: 10, tell: askedTheSource },
  { weight: 6, days: 10, tell: neverReached },
  { weight: 9, days: 7, tell: bouncedFor },
  { weight: 2, days: 6, tell: deadNumber },
  { weight: 1, days: 8, tell: danger },
  { weight: 3, days: 7, tell: noSafeWay },
  { weight: 3, days: 9, tell: stopped },
  { weight: 3, days: 8, tell: sheRings },
  { weight: 3, days: 15, tell: reopened },
  { weight: 6, days: 8, tell: outgoing },
  { weight: 6, days: 8, tell: internal },
  { weight: 2, days: 40, tell: accompanied },
  { weight: 2, days: 34, tell: onHold },
  { weight: 2, days: 0.2, tell: inError },
  { weight: 3, days: 8, tell: corrected },
  { weight: 4, days: 8, tell: toldTheSource },
]
