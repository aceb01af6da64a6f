import { describe, expect, test } from 'vitest'
import { isNeededReason, nextReasonCode, SEED_BOUNCE_REASONS } from '#shared/domain/bounce'
import { DAY, HOUR } from '#shared/domain/moment'
import { attempt, bounce, confirmation, reasonOf, refused } from '../support/commands'
import { bo, sol, T0 } from '../support/people'
import { email, post, version } from '../support/plans'
import { begin, incoming } from '../support/story'

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
      const story = begin()
        .after(HOUR)
        .does(bounce({ reason: code, side, seen: seen || 'she wrote to us', change }))
      expect(story.state).toEqual({ kind: 'bounced', reason: code, side })
      expect(story.open.find((task) => task.kind === 'bounce_action')).toMatchObject({
        owner: bo,
        dueAt: T0 + 10 * DAY,
        what: 'the drop-in knows her',
      })
    },
  )
})

describe('a bounce needs a next action (B2)', () => {
  test('what was seen, and a due time ahead', () => {
    expect(begin().asks(bounce({ seen: '' }))).toEqual(refused('reason_needed', 'seen'))
    expect(begin().asks(bounce({ dueAt: T0 }))).toEqual(refused('due_in_the_past', 'dueAt'))
  })
  test('a letter only where there is a safe address', () => {
    const letter = bounce({ action: 'letter' })
    expect(begin().asks(letter)).toEqual(refused('no_safe_address', 'action'))
    expect(begin(incoming(), { plan: null }).asks(letter)).toEqual(refused('no_safe_address', 'action'))
    for (const way of [email(), post({ safeFor: [] }), post({ value: null })])
      expect(reasonOf(begin(incoming(), { plan: version({ ways: [way] }) }).asks(letter))).toBe('no_safe_address')
    expect(reasonOf(begin(incoming(), { plan: version({ ways: [post()] }) }).asks(letter))).toBeUndefined()
  })
  test('a retry says what will be different', () => {
    expect(begin().asks(bounce({ action: 'retry', what: '' }))).toEqual(refused('say_what_will_differ', 'what'))
    expect(reasonOf(begin().asks(bounce({ action: 'retry', what: 'in the evening, with an interpreter' })))).toBeUndefined()
  })
  test('possible danger goes to the supervisor at once, beside the next action, until she takes note of it', () => {
    const story = begin()
      .after(HOUR)
      .does(bounce({ reason: 'possible_danger', side: 'contact' }))
    expect(story.next).toMatchObject({ kind: 'possible_danger', owner: sol, dueAt: T0 + HOUR })
    expect(story.open).toHaveLength(2)
    story.after(HOUR).with({ by: sol }).does({ kind: 'acknowledge_danger', words: 'I ring the police' })
    expect(story.open.map((task) => task.kind)).toEqual(['bounce_action'])
    expect(story.handoff.bounces[0]?.acknowledgedAt).toBe(T0 + 2 * HOUR)
  })
  test('taking note of a danger is for a danger', () => {
    expect(begin().does(bounce()).asks({ kind: 'acknowledge_danger', words: '' })).toEqual(refused('not_bounced'))
  })
  test('a handoff that is bounced is not bounced again', () =>
    expect(begin().does(bounce()).asks(bounce())).toEqual(refused('wrong_state')))
})

describe('after the bounce', () => {
  test('the review closes it', () => {
    const story = begin().does(bounce()).after(DAY)
    expect(story.asks({ kind: 'settle_bounce', words: '', then: 'close' })).toEqual(refused('reason_needed', 'words'))
    story.does({ kind: 'settle_bounce', words: 'nothing more to do', then: 'close' })
    expect(story.state).toEqual({ kind: 'closed', as: 'after_bounce_review' })
    expect(story.open).toEqual([])
  })
  test('or contact is tried again, with a clock of its own; the measure keeps its date', () => {
    const story = begin()
      .does(bounce())
      .at(T0 + 5 * DAY)
      .does({ kind: 'settle_bounce', words: 'she has a new number', then: 'try_again' })
    expect(story.state.kind).toBe('contact_due')
    expect(story.handoff).toMatchObject({ receivedAt: T0, clockFrom: T0 + 5 * DAY, bounces: [{ settledAt: T0 + 5 * DAY }] })
    expect(story.next).toMatchObject({ kind: 'reach_her', dueAt: T0 + 5 * DAY })
  })
  test('she rings all the same: the bounce has done its work', () => {
    const story = begin()
      .does(bounce())
      .at(T0 + 3 * DAY)
      .does(attempt('she_called_us'))
    expect(story.state).toMatchObject({ kind: 'reached_not_confirmed' })
    expect(story.open.map((task) => task.kind)).toEqual(['complete_confirmation'])
    expect(story.does(confirmation()).state.kind).toBe('confirmed')
  })
  test('nothing is settled where nothing bounced', () => {
    expect(begin().asks({ kind: 'settle_bounce', words: 'x', then: 'close' })).toEqual(refused('not_bounced'))
    expect(begin().asks({ kind: 'close', as: 'after_bounce_review', reason: 'x' })).toEqual(refused('not_bounced'))
  })
})

describe('reasons that the office adds itself (B1)', () => {
  test('a code is counted on and never used again, also after a retired one and beside the seed', () => {
    expect(nextReasonCode(SEED_BOUNCE_REASONS.map(({ code }) => code))).toBe('own_1')
    expect(nextReasonCode(['own_2', 'own_10', 'own_9'])).toBe('own_11')
    expect(nextReasonCode([])).toBe('own_1')
  })
  test('what only looks like one does not count', () => expect(nextReasonCode(['own_7b', 'not_own_8', 'own_', 'own_x'])).toBe('own_1'))
  test('two reasons are read by the office’s rules and stay on the list (B2, P4)', () =>
    expect(SEED_BOUNCE_REASONS.map(({ code }) => code).filter(isNeededReason)).toEqual(['unsafe_to_contact', 'possible_danger']))
})
