import { describe, expect, test } from 'vitest'
import { isNeededReason, createReasonCode, SEED_BOUNCE_REASONS } from '#shared/domain/handoff/bounce'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { attempt, bounce, confirmation, refusalReason, refusal } from '../../support/domain/commands'
import { bo, sol, T0 } from '../../support/domain/people'
import { email, post, version } from '../../support/domain/plans'
import { startScenario, incoming } from '../../support/domain/scenario'

describe('the seed reasons (section 6, B1)', () => {
  test('each has its stable id, side, what is seen and what to change', () => {
    expect(SEED_BOUNCE_REASONS.map(({ code, side }) => [code, side])).toEqual([
      ['bad_contact_info', 'contact'],
      ['unsafe_to_contact', 'contact'],
      ['capacity_delay', 'provider'],
      ['eligibility_mismatch', 'provider'],
      ['language_access_gap', 'provider'],
      ['not_reached_after_fallback', 'contact'],
      ['she_declined', 'her_choice'],
      ['helped_elsewhere', 'her_choice'],
      ['did_not_come', 'her_choice'],
      ['source_never_answered', 'system'],
      ['transport_or_distance', 'system'],
      ['childcare_or_pets', 'system'],
      ['documents_missing', 'system'],
      ['moved_away', 'contact'],
      ['possible_danger', 'contact'],
    ])
    expect(SEED_BOUNCE_REASONS.filter(({ seen }) => !seen).map(({ code }) => code)).toEqual(['moved_away'])
    expect(SEED_BOUNCE_REASONS.filter(({ change }) => !change).map(({ code }) => code)).toEqual(['helped_elsewhere'])
  })
  test('no word of them blames', () => {
    expect(SEED_BOUNCE_REASONS.map(({ label, seen, change }) => `${label} ${seen} ${change}`).join(' ')).not.toMatch(
      /fail|victim|case|refus|no.?show|non.?complian/i,
    )
  })
  test.each(SEED_BOUNCE_REASONS.map((reason) => [reason.code, reason] as const))(
    '%s bounces a handoff, with its side kept apart from its reason',
    (code, { side, seen, change }) => {
      const scenario = startScenario()
        .advance(HOUR)
        .run(bounce({ reason: code, side, seen: seen || 'she wrote to us', change }))
      expect(scenario.state).toEqual({ kind: 'bounced', reason: code, side })
      expect(scenario.openTasks.find((task) => task.kind === 'bounce_action')).toMatchObject({
        owner: bo,
        dueAt: T0 + 10 * DAY,
        what: 'the drop-in knows her',
      })
    },
  )
})

describe('a bounce needs a next action (B2)', () => {
  test('what was seen, and a due time ahead', () => {
    expect(startScenario().asks(bounce({ seen: '' }))).toEqual(refusal('reason_needed', 'seen'))
    expect(startScenario().asks(bounce({ dueAt: T0 }))).toEqual(refusal('due_in_the_past', 'dueAt'))
  })
  test('a letter only where there is a safe address', () => {
    const letter = bounce({ action: 'letter' })
    expect(startScenario().asks(letter)).toEqual(refusal('no_safe_address', 'action'))
    expect(startScenario(incoming(), { plan: null }).asks(letter)).toEqual(refusal('no_safe_address', 'action'))
    for (const way of [email(), post({ safeFor: [] }), post({ value: null })])
      expect(refusalReason(startScenario(incoming(), { plan: version({ ways: [way] }) }).asks(letter))).toBe('no_safe_address')
    expect(refusalReason(startScenario(incoming(), { plan: version({ ways: [post()] }) }).asks(letter))).toBeUndefined()
  })
  test('a retry says what will be different', () => {
    expect(startScenario().asks(bounce({ action: 'retry', what: '' }))).toEqual(refusal('say_what_will_differ', 'what'))
    expect(refusalReason(startScenario().asks(bounce({ action: 'retry', what: 'in the evening, with an interpreter' })))).toBeUndefined()
  })
  test('possible danger goes to the supervisor at once, beside the next action, until she takes note of it', () => {
    const scenario = startScenario()
      .advance(HOUR)
      .run(bounce({ reason: 'possible_danger', side: 'contact' }))
    expect(scenario.nextTask).toMatchObject({ kind: 'possible_danger', owner: sol, dueAt: T0 + HOUR })
    expect(scenario.openTasks).toHaveLength(2)
    scenario.advance(HOUR).changeSituation({ by: sol }).run({ kind: 'acknowledge_danger', words: 'I ring the police' })
    expect(scenario.openTasks.map((task) => task.kind)).toEqual(['bounce_action'])
    expect(scenario.handoff.bounces[0]?.acknowledgedAt).toBe(T0 + 2 * HOUR)
  })
  test('taking note of a danger is for a danger', () => {
    expect(startScenario().run(bounce()).asks({ kind: 'acknowledge_danger', words: '' })).toEqual(refusal('not_bounced'))
  })
  test('a handoff that is bounced is not bounced again', () =>
    expect(startScenario().run(bounce()).asks(bounce())).toEqual(refusal('wrong_state')))
})

describe('after the bounce', () => {
  test('the review closes it', () => {
    const scenario = startScenario().run(bounce()).advance(DAY)
    expect(scenario.asks({ kind: 'settle_bounce', words: '', then: 'close' })).toEqual(refusal('reason_needed', 'words'))
    scenario.run({ kind: 'settle_bounce', words: 'nothing more to do', then: 'close' })
    expect(scenario.state).toEqual({ kind: 'closed', as: 'after_bounce_review' })
    expect(scenario.openTasks).toEqual([])
  })
  test('or contact is tried again, with a clock of its own; the measure keeps its date', () => {
    const scenario = startScenario()
      .run(bounce())
      .setTime(T0 + 5 * DAY)
      .run({ kind: 'settle_bounce', words: 'she has a new number', then: 'try_again' })
    expect(scenario.state.kind).toBe('contact_due')
    expect(scenario.handoff).toMatchObject({ receivedAt: T0, clockFrom: T0 + 5 * DAY, bounces: [{ settledAt: T0 + 5 * DAY }] })
    expect(scenario.nextTask).toMatchObject({ kind: 'reach_her', dueAt: T0 + 5 * DAY })
  })
  test('she rings all the same: the bounce has done its work', () => {
    const scenario = startScenario()
      .run(bounce())
      .setTime(T0 + 3 * DAY)
      .run(attempt('she_called_us'))
    expect(scenario.state).toMatchObject({ kind: 'reached_not_confirmed' })
    expect(scenario.openTasks.map((task) => task.kind)).toEqual(['complete_confirmation'])
    expect(scenario.run(confirmation()).state.kind).toBe('confirmed')
  })
  test('nothing is settled where nothing bounced', () => {
    expect(startScenario().asks({ kind: 'settle_bounce', words: 'x', then: 'close' })).toEqual(refusal('not_bounced'))
    expect(startScenario().asks({ kind: 'close', as: 'after_bounce_review', reason: 'x' })).toEqual(refusal('not_bounced'))
  })
})

describe('reasons that the office adds itself (B1)', () => {
  test('a code is counted on and never used again, also after a retired one and beside the seed', () => {
    expect(createReasonCode(SEED_BOUNCE_REASONS.map(({ code }) => code))).toBe('own_1')
    expect(createReasonCode(['own_2', 'own_10', 'own_9'])).toBe('own_11')
    expect(createReasonCode([])).toBe('own_1')
  })
  test('what only looks like one does not count', () => expect(createReasonCode(['own_7b', 'not_own_8', 'own_', 'own_x'])).toBe('own_1'))
  test('two reasons are read by the office’s rules and stay on the list (B2, P4)', () =>
    expect(SEED_BOUNCE_REASONS.map(({ code }) => code).filter(isNeededReason)).toEqual(['unsafe_to_contact', 'possible_danger']))
})
