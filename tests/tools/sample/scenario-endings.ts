import { DAY, MINUTE } from '#shared/domain/core/moment'
import type { StaffName } from './set-up-sample'
import type { SampleScenario } from './scenario'

/** A scenario yields the instant (UTC ms) at which it goes on. */
export type ScenarioRun = Generator<number, void>

const nextStaff = (scenario: SampleScenario): StaffName => scenario.random.pick(['Ruth', 'Ines', 'Noor', 'Tam', 'Soledad'] as const)

/** After the confirmation: one or more meetings, and help. At most six days. */
export function* helped(scenario: SampleScenario): ScenarioRun {
  const { random } = scenario
  if (random.likely(0.3)) {
    yield scenario.minutesFromNow(60, 20 * 60)
    scenario.do({ kind: 'close', as: 'help_scheduled', reason: '' })
    return scenario.rememberPerson()
  }
  yield scenario.minutesFromNow(3, 90)
  scenario.do({ kind: 'book_meeting', at: scenario.now + random.between(18, 60) * 60 * MINUTE, what: 'With her and the next worker' })
  yield scenario.timeWhenDue(20, 90)
  if (random.likely(0.12)) {
    scenario.do({
      kind: 'record_bounce',
      reason: 'did_not_come',
      seen: 'The meeting was missed.',
      change: 'Offer a ride, remind her the day before.',
      action: 'retry',
      what: 'A ride is booked',
      owner: scenario.worker(scenario.by),
      dueAt: scenario.now + DAY,
    })
    yield scenario.timeWhenDue(10, 120)
    scenario.do({ kind: 'settle_bounce', words: 'She called: she is with her sister and safe.', then: 'close' })
    return
  }
  scenario.do({
    kind: 'close',
    as: random.likely(0.7) ? 'help_received' : 'help_scheduled',
    reason: 'The meeting was held, she goes on from there.',
  })
  scenario.rememberPerson()
}

/** Handles a bounce: its next action, and then the review or a new attempt (B2). At most four days. */
export function* bounced(
  scenario: SampleScenario,
  reason: string,
  seen: string,
  change: string,
  action: 'other_resource' | 'review_and_close' | 'court_self_help' | 'relay' = 'other_resource',
): ScenarioRun {
  const owner = nextStaff(scenario)
  scenario.do({
    kind: 'record_bounce',
    reason,
    seen,
    change,
    action,
    what: action === 'review_and_close' ? '' : 'Told her source what else there is',
    owner: scenario.worker(owner),
    dueAt: scenario.now + scenario.random.between(20, 60) * 60 * MINUTE,
  })
  yield scenario.timeWhenDue(10, 240)
  scenario.by = owner
  scenario.do({ kind: 'settle_bounce', words: 'Looked at together; the door stays open.', then: 'close' })
}
