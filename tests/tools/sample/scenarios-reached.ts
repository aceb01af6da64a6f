import { HOUR, MINUTE } from '#shared/domain/core/moment'
import { bounced, helped, type ScenarioRun } from './scenario-endings'
import type { SampleScenario } from './scenario'

// Scenarios in which a worker reaches the person, sooner or later.

/** The outcomes of an unsuccessful call. */
export const NO_LUCK = ['no_answer', 'no_answer', 'no_answer', 'someone_else_answered'] as const

export function* reached(scenario: SampleScenario): ScenarioRun {
  scenario.createHandoff({
    again: scenario.random.likely(0.18),
    ...(scenario.random.likely(0.25) ? { safe: 'only_at_times' as const } : {}),
  })
  yield scenario.timeWhenDue(6, 150)
  if (scenario.random.likely(0.35)) {
    scenario.attempt(scenario.random.pick(NO_LUCK))
    yield scenario.timeWhenDue(5, 90)
  }
  scenario.attempt(scenario.random.likely(0.12) ? 'she_called_us' : 'reached')
  yield scenario.minutesFromNow(1, 9)
  scenario.confirm()
  if (scenario.random.likely(0.06)) scenario.do({ kind: 'add_note', note: 'Says mornings are quieter at home.', herWords: true })
  yield* helped(scenario)
}

export function* reachedQuickly(scenario: SampleScenario): ScenarioRun {
  scenario.createHandoff()
  yield scenario.minutesFromNow(6, 60)
  scenario.attempt('reached')
  yield scenario.minutesFromNow(1, 9)
  scenario.confirm()
  yield scenario.minutesFromNow(60, 300)
  scenario.do({ kind: 'close', as: 'help_received', reason: 'A bed the same day.' })
}

export function* reachedLate(scenario: SampleScenario): ScenarioRun {
  scenario.createHandoff({
    source: scenario.random.pick(['Northgate Line', 'Hillcrest House', 'Sweetgrass Housing', 'herself'] as const),
    mayHelp: false,
  })
  for (const outcome of [scenario.random.pick(NO_LUCK), 'no_answer'] as const) {
    yield scenario.timeWhenDue(4, 200)
    scenario.attempt(outcome)
  }
  yield scenario.timeWhenDue(4, 300)
  scenario.attempt('reached')
  yield scenario.minutesFromNow(1, 9)
  scenario.confirm()
  yield* helped(scenario)
}

export function* inParts(scenario: SampleScenario): ScenarioRun {
  scenario.createHandoff()
  yield scenario.timeWhenDue(6, 150)
  scenario.attempt('reached', { note: 'Short: somebody came in.' })
  yield scenario.minutesFromNow(1, 9)
  scenario.verifyPlan()
  scenario.do({ kind: 'save_confirmation', at: null, wayVerified: true, nextStep: null, risks: { answer: 'not_known', dates: [] } })
  yield scenario.minutesFromNow(120, 900)
  scenario.attempt('reached')
  scenario.confirm()
  yield* helped(scenario)
}

export function* askedTheSource(scenario: SampleScenario): ScenarioRun {
  scenario.createHandoff({
    source: scenario.random.pick(['Northgate Line', 'Birch Street Legal', 'Prairie Newcomers', 'Maison des Érables'] as const),
    mayHelp: true,
  })
  for (const outcome of ['no_answer', 'no_answer'] as const) {
    yield scenario.timeWhenDue(4, 120)
    scenario.attempt(outcome)
  }
  yield Math.max(scenario.timeWhenDue(1, 30), scenario.now + 8 * HOUR)
  scenario.attempt('no_answer')
  scenario.do({ kind: 'ask_source' })
  yield scenario.minutesFromNow(120, 900)
  if (scenario.random.likely(0.3)) {
    scenario.do({ kind: 'source_answered', answer: 'cannot_help', words: 'Nobody there has seen her.', checkAt: null })
    yield scenario.minutesFromNow(300, 600)
    return yield* bounced(
      scenario,
      'not_reached_after_fallback',
      'All windows used, three tries and the source.',
      'Other times of the day.',
      'review_and_close',
    )
  }
  scenario.do({ kind: 'source_answered', answer: 'she_will_call', words: 'Seen her this morning.', checkAt: scenario.now + 10 * HOUR })
  yield scenario.minutesFromNow(60, 500)
  scenario.attempt('she_called_us', { channel: 'call', wayId: null })
  yield scenario.minutesFromNow(2, 9)
  scenario.confirm()
  yield* helped(scenario)
}

export function* danger(scenario: SampleScenario): ScenarioRun {
  scenario.createHandoff()
  yield scenario.timeWhenDue(6, 60)
  scenario.attempt('someone_else_answered', { note: 'A man, shouting behind.' })
  scenario.do({
    kind: 'record_bounce',
    reason: 'possible_danger',
    seen: 'Shouting in the background, the line dropped.',
    change: '',
    action: 'review_and_close',
    what: '',
    owner: scenario.worker(scenario.by),
    dueAt: scenario.now + 4 * HOUR,
  })
  yield scenario.minutesFromNow(2, 20)
  scenario.do({ kind: 'acknowledge_danger', words: 'Welfare check asked for.' }, 'Ruth')
  yield scenario.minutesFromNow(60, 200)
  scenario.attempt('she_called_us', { wayId: null, note: 'She is at a friend’s.' })
  yield scenario.minutesFromNow(2, 9)
  scenario.confirm()
  yield* helped(scenario)
}

export function* stopped(scenario: SampleScenario): ScenarioRun {
  scenario.createHandoff()
  yield scenario.timeWhenDue(6, 100)
  scenario.attempt('not_safe_stopped', { note: 'Said the code for not safe.' })
  yield scenario.minutesFromNow(300, 1_300)
  scenario.attempt('she_called_us', { wayId: null })
  yield scenario.minutesFromNow(2, 9)
  scenario.confirm()
  yield* helped(scenario)
}

export function* sheRings(scenario: SampleScenario): ScenarioRun {
  scenario.createHandoff({ source: 'herself' })
  yield scenario.timeWhenDue(6, 90)
  scenario.do({ kind: 'agree_waiting', checkAt: scenario.now + scenario.random.between(4, 20) * HOUR, why: 'she_asked' })
  yield scenario.timeWhenDue(0, 60)
  scenario.attempt('she_called_us', { wayId: null })
  if (scenario.random.likely(0.3)) {
    yield scenario.minutesFromNow(5, 20)
    return scenario.do({ kind: 'close', as: 'she_withdrew', reason: 'She is going back to her mother’s and will ring if she wants to.' })
  }
  yield scenario.minutesFromNow(2, 9)
  scenario.confirm()
  yield* helped(scenario)
}

export function* reopened(scenario: SampleScenario): ScenarioRun {
  yield* reachedQuickly(scenario)
  yield scenario.minutesFromNow(24 * 60, 6 * 24 * 60)
  scenario.do({ kind: 'reopen', reason: 'She rang again: the room fell through.' })
  yield scenario.timeWhenDue(5, 200)
  scenario.attempt('reached')
  yield scenario.minutesFromNow(1, 9)
  scenario.confirm()
  yield* helped(scenario)
}

export function* corrected(scenario: SampleScenario): ScenarioRun {
  scenario.createHandoff({ earlier: scenario.random.between(10, 240) * MINUTE })
  yield scenario.minutesFromNow(5, 60)
  scenario.do({ kind: 'correct_received', receivedAt: scenario.now - 5 * HOUR, reason: 'Their fax says when it was sent.' })
  yield scenario.minutesFromNow(30, 120)
  scenario.attempt('no_answer', { at: scenario.now - 25 * MINUTE, note: 'Noted on paper.' })
  yield scenario.minutesFromNow(1, 10)
  scenario.attempt('no_answer', { at: scenario.now - 10 * MINUTE })
  scenario.do({ kind: 'withdraw_attempt', no: 2 })
  yield scenario.timeWhenDue(10, 90)
  scenario.attempt('reached')
  scenario.confirm()
  yield* helped(scenario)
}

export function* toldTheSource(scenario: SampleScenario): ScenarioRun {
  scenario.createHandoff({
    source: scenario.random.pick(['Birch Street Legal', 'Prairie Newcomers', 'Wapiti Family Centre'] as const),
    mayTell: 'and_next_step',
  })
  yield scenario.timeWhenDue(6, 90)
  scenario.attempt('interpreter_missing')
  yield scenario.minutesFromNow(130, 300)
  scenario.attempt('reached')
  scenario.confirm()
  yield scenario.minutesFromNow(10, 60)
  scenario.do({ kind: 'tell_source', sentence: 'and_next_step', rangBack: true })
  yield* helped(scenario)
}
