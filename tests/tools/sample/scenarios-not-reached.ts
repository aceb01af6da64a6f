import { DAY } from '#shared/domain/core/moment'
import { bounced, helped, type ScenarioRun } from './scenario-endings'
import type { SampleScenario } from './scenario'
import { NO_LUCK } from './scenarios-reached'

// Scenarios of bounces, of other shelters, and of long ways.

export function* neverReached(scenario: SampleScenario): ScenarioRun {
  scenario.createHandoff({
    source: scenario.random.pick(['Northgate Line', 'Hillcrest House', 'Sweetgrass Housing', 'Two Bridges Health'] as const),
    mayHelp: false,
  })
  for (let nth = 0; nth < 3; nth += 1) {
    yield scenario.timeWhenDue(4, 100)
    scenario.attempt(scenario.random.pick(NO_LUCK))
  }
  yield scenario.timeWhenDue(5, 240)
  yield* bounced(scenario, 'not_reached_after_fallback', 'All windows used.', 'Ask the source for a second way.')
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

export function* bouncedFor(scenario: SampleScenario): ScenarioRun {
  const [reason, seen, change, action] = scenario.random.pick(PROVIDER_REASONS)
  scenario.createHandoff()
  yield scenario.timeWhenDue(6, 150)
  scenario.attempt('reached')
  yield scenario.minutesFromNow(1, 9)
  scenario.confirm()
  yield scenario.minutesFromNow(30, 600)
  yield* bounced(scenario, reason, seen, change, action)
}

export function* deadNumber(scenario: SampleScenario): ScenarioRun {
  scenario.createHandoff({ mayHelp: false })
  yield scenario.timeWhenDue(6, 150)
  scenario.attempt('number_not_in_service')
  yield scenario.minutesFromNow(60, 400)
  yield* bounced(scenario, 'bad_contact_info', 'The number is not in service.', 'Read it back at the source.')
}

export function* noSafeWay(scenario: SampleScenario): ScenarioRun {
  scenario.createHandoff({ noNumber: true, safe: scenario.random.pick(['no', 'not_known'] as const), source: 'Northgate Line' })
  yield scenario.minutesFromNow(120, 1_300)
  if (scenario.random.likely(0.5)) {
    scenario.attempt('she_called_us', { wayId: null })
    yield scenario.minutesFromNow(2, 9)
    scenario.do({ kind: 'add_note', note: 'Will ring on Fridays, from work.', herWords: false })
    scenario.do({ kind: 'close', as: 'other_outcome', reason: 'She has our number and a plan; she rings when she wants to.' })
    return
  }
  yield scenario.timeWhenDue(30, 200)
  yield* bounced(scenario, 'unsafe_to_contact', 'No number, no relay.', 'Ask for a relay at the source.', 'relay')
}

export function* outgoing(scenario: SampleScenario): ScenarioRun {
  const asked = scenario.random.likely(0.5)
  const partner = scenario.random.pick(['Sweetgrass Housing', 'Foothills Income Desk', 'Birch Street Legal', 'Larkspur Shelter'] as const)
  scenario.createHandoff({ to: { partner }, permissionGiven: !asked })
  yield scenario.minutesFromNow(20, 180)
  if (asked) {
    const isPermissionGiven = scenario.random.likely(0.85)
    scenario.do({
      kind: 'answer_permission',
      given: isPermissionGiven,
      words: isPermissionGiven ? 'Yes, and my number too.' : 'Not them, not now.',
    })
    if (!isPermissionGiven) return
  }
  yield scenario.minutesFromNow(60, 400)
  scenario.do({ kind: 'record_acceptance', acceptedBy: 'Intake worker', worker: null, at: null })
  yield scenario.minutesFromNow(120, 700)
  scenario.attempt('reached', { channel: 'through_partner', wayId: null })
  scenario.confirm()
  yield* helped(scenario)
}

export function* internal(scenario: SampleScenario): ScenarioRun {
  const to = scenario.random.pick((['Noor', 'Tam', 'Soledad', 'Ines', 'Ruth'] as const).filter((name) => name !== scenario.by))
  scenario.createHandoff({ to: { staff: to } })
  yield scenario.minutesFromNow(20, 240)
  scenario.do({ kind: 'record_acceptance', acceptedBy: to, worker: scenario.worker(to), at: null })
  scenario.by = to
  yield scenario.minutesFromNow(60, 700)
  scenario.attempt('reached', { channel: 'in_person', wayId: null })
  scenario.confirm()
  yield* helped(scenario)
}

export function* accompanied(scenario: SampleScenario): ScenarioRun {
  scenario.createHandoff()
  yield scenario.timeWhenDue(6, 100)
  scenario.attempt('reached')
  scenario.confirm()
  yield scenario.minutesFromNow(10, 100)
  scenario.do({ kind: 'book_meeting', at: scenario.now + 2 * DAY, what: 'First meeting with Noor' })
  for (let held = 0; held < 3; held += 1) {
    yield scenario.timeWhenDue(30, 90)
    scenario.meet(scenario.now + scenario.random.between(5, 8) * DAY, ['I lead', 'She leads, I am there', 'On call'][held] ?? '')
  }
  yield scenario.timeWhenDue(30, 90)
  scenario.do({ kind: 'close', as: 'help_received', reason: 'She goes on with Noor, by her own word.' })
  scenario.rememberPerson()
}

export function* onHold(scenario: SampleScenario): ScenarioRun {
  scenario.createHandoff()
  yield scenario.timeWhenDue(6, 100)
  scenario.attempt('reached')
  scenario.confirm({
    nextStep: { kind: 'wait_list', what: 'Second-stage housing', date: null, waitLength: 'about six weeks', herWords: '' },
  })
  yield scenario.minutesFromNow(10, 100)
  scenario.do({ kind: 'put_on_hold', reviewAt: scenario.now + 14 * DAY, what: 'Wait list' })
  yield scenario.timeWhenDue(30, 300)
  scenario.do({ kind: 'put_on_hold', reviewAt: scenario.now + 14 * DAY, what: 'Still on the list, place 3' })
  yield scenario.timeWhenDue(30, 300)
  scenario.do({ kind: 'close', as: 'help_received', reason: 'She moved in.' })
}

export function* inError(scenario: SampleScenario): ScenarioRun {
  scenario.createHandoff()
  yield scenario.minutesFromNow(5, 60)
  scenario.do({ kind: 'mark_error', reason: 'Written down twice: two of us took the same call.' })
}
