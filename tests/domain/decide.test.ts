import { describe, expect, test } from 'vitest'
import { replay } from '#shared/domain/apply'
import { decide } from '#shared/domain/decide'
import type { HandoffCommand } from '#shared/domain/handoff-command'
import type { HandoffEvent } from '#shared/domain/handoff-event'
import type { PersonId } from '#shared/domain/ids'
import { DAY, HOUR } from '#shared/domain/moment'
import { DEFAULT_POLICY } from '#shared/domain/policy'
import { STAFF_AWAY } from '#shared/domain/staff'
import { attempt, bounce, close, confirmation, correct, reasonOf, refused, reopen } from '../support/commands'
import { amira, bo, sol, T0 } from '../support/people'
import { daily, sheCalls, times, version } from '../support/plans'
import { begin, incoming, outgoing, type Story } from '../support/story'

/** The events of one command that are not about tasks. */
const happens = (story: Story, command: HandoffCommand): readonly HandoffEvent[] | string => {
  const outcome = story.asks(command)
  return outcome.ok ? outcome.value.filter(({ kind }) => !kind.startsWith('task_')) : outcome.failure.reason
}
const stamp = { at: T0, by: amira }

describe('what a person did carries her name, what the clock did nobody’s (T1)', () => {
  test('with every event of it, those about tasks included', () => {
    const story = begin().with({ by: bo }).does(attempt('reached'))
    expect(new Set(story.events.slice(2).map(({ by }) => by))).toEqual(new Set([bo]))
  })
  test('the clock alone looks again, and tells whom it tells', () => {
    const looked = begin()
      .with({ plan: version({ safeHours: times(daily('18:00', '20:00')) }) })
      .asks({ kind: 'look_again' })
    expect(looked.ok && looked.value.map(({ kind, by }) => [kind, by])).toEqual([['task_moved', null]])
    expect(happens(begin(), { kind: 'pass_due', told: sol })).toEqual([{ at: T0, by: null, kind: 'due_passed', told: sol }])
  })
})

describe('what is known changes, and is kept as an event', () => {
  test('an interpreter is booked, or called off (section 5)', () => {
    const when = { from: T0 + HOUR, until: T0 + 2 * HOUR }
    expect(happens(begin(), { kind: 'book_interpreter', ...when })).toEqual([{ ...stamp, kind: 'interpreter_booked', ...when }])
    expect(happens(begin(), { kind: 'cancel_interpreter', ...when })).toEqual([{ ...stamp, kind: 'interpreter_cancelled', ...when }])
  })
  test('a note, in our words or in hers, and none without words', () => {
    for (const herWords of [true, false])
      expect(happens(begin(), { kind: 'add_note', note: 'says she is well', herWords })).toEqual([
        { ...stamp, kind: 'note_added', note: 'says she is well', herWords },
      ])
    expect(begin().asks({ kind: 'add_note', note: '', herWords: false })).toEqual(refused('reason_needed', 'note'))
  })
  test('what may be said to the source, and what was said (H6)', () => {
    const story = begin().does({ kind: 'set_may_tell', mayTellSource: 'reached_or_not' })
    expect(story.events.at(-1)).toEqual({ ...stamp, kind: 'may_tell_changed', mayTellSource: 'reached_or_not' })
    expect(story.handoff.mayTellSource).toBe('reached_or_not')
    const said = { kind: 'tell_source', sentence: 'reached_or_not', rangBack: true } as const
    const before = story.handoff
    expect(story.does(said).events.at(-1)).toEqual({ ...stamp, kind: 'source_told', sentence: 'reached_or_not', rangBack: true })
    expect(story.handoff).toEqual({ ...before, version: before.version + 1 })
  })
  test('her record is joined to another of hers, and parted again', () => {
    const other = '01936a00-0000-7000-8000-000000000012' as PersonId
    const held = { personId: other, stoppedAt: T0 - DAY, waiting: { checkAt: T0 + HOUR, why: 'not_safe', since: T0 - DAY } } as const
    const story = begin().does({ kind: 'merge_person', ...held })
    expect(story.events.find(({ kind }) => kind === 'person_merged')).toEqual({ ...stamp, kind: 'person_merged', ...held })
    expect(story.handoff).toMatchObject(held)
    expect(story.open.map(({ kind }) => kind)).toEqual(['check_she_called'])
    const before = { personId: begin().handoff.personId, stoppedAt: null, waiting: null }
    story.does({ kind: 'unmerge_person', ...before })
    expect(story.events.find(({ kind }) => kind === 'person_unmerged')).toEqual({ ...stamp, kind: 'person_unmerged', ...before })
    expect(story.handoff).toMatchObject(before)
    expect(story.open.map(({ kind }) => kind)).toEqual(['reach_her'])
    expect(replay(story.events)).toStrictEqual(story.handoff)
  })
})

describe('entered in error', () => {
  const error = (reason = 'twice') => ({ kind: 'mark_error', reason }) as const
  test('needs a reason, is said once, and keeps both', () => {
    expect(begin().asks(error(''))).toEqual(refused('reason_needed', 'reason'))
    const story = begin().does(error())
    expect(story.handoff.enteredInError).toEqual({ reason: 'twice', at: T0 })
    expect(story.asks(error())).toEqual(refused('already_closed'))
  })
  test('a closed one may still turn out to be an error', () =>
    expect(reasonOf(begin().does(close('other_outcome', 'gone')).asks(error()))).toBeUndefined())
})

describe('what a closed handoff still takes, and nothing else', () => {
  const closed = () => begin(incoming({ risks: [{ kind: 'court_date', date: T0 + 9 * DAY, what: '', routedTo: 'the clinic' }] }))
  test('what is known, said or put right', () => {
    const story = closed().does({ kind: 'show_number', wayId: 'w1', channel: 'call', safeCheck: 'safe', override: '' })
    const no = story.handoff.version
    story.does(close('other_outcome', 'gone'))
    const held = { personId: story.handoff.personId, stoppedAt: null, waiting: null }
    const taken: readonly HandoffCommand[] = [
      reopen,
      { kind: 'mark_error', reason: 'twice' },
      { kind: 'add_note', note: 'she wrote', herWords: false },
      { kind: 'tell_source', sentence: 'nothing', rangBack: false },
      { kind: 'set_may_tell', mayTellSource: 'receipt_only' },
      correct(T0 - HOUR),
      { kind: 'merge_person', ...held },
      { kind: 'unmerge_person', ...held },
      { kind: 'add_risk', risk: { kind: 'other', date: T0 + DAY, what: '', routedTo: 'us' } },
      { kind: 'acknowledge_risk', no: 1 },
      { kind: 'correct_risk', no: 1, to: null, reason: 'it was moved' },
      { kind: 'explain_override', no, words: 'she rang and was cut off' },
    ]
    expect(taken.filter((command) => !story.asks(command).ok).map(({ kind }) => kind)).toEqual([])
    // And none of them gives a closed one anything to do (H1).
    for (const command of taken.slice(1)) expect(happens(story, command)).toEqual(eventsOf(story, command))
  })
  const eventsOf = (story: Story, command: HandoffCommand) => {
    const outcome = story.asks(command)
    return outcome.ok ? outcome.value : []
  }
  test.each<HandoffCommand>([
    attempt(),
    confirmation(),
    bounce(),
    close(),
    { kind: 'assign', to: bo, reason: '' },
    { kind: 'stop' },
    { kind: 'look_again' },
    { kind: 'pass_due', told: sol },
    { kind: 'tell_supervisor' },
    { kind: 'ask_source' },
    { kind: 'end_waiting' },
    { kind: 'move_task', no: 1, owner: bo, dueAt: T0 + DAY },
    { kind: 'show_number', wayId: 'w1', channel: 'call', safeCheck: 'safe', override: null },
    { kind: 'change_plan', version: 2, verified: true },
  ])('$kind', (command) => expect(closed().does(close('other_outcome', 'gone')).asks(command)).toEqual(refused('already_closed')))
})

describe('what changes only what is known plans nothing anew', () => {
  // Her plan allows another time by now; only what concerns the work looks at it.
  const story = () => begin().with({ plan: version({ safeHours: times(daily('18:00', '20:00')) }) })
  test.each<HandoffCommand>([
    { kind: 'add_note', note: 'she wrote', herWords: false },
    { kind: 'tell_source', sentence: 'nothing', rangBack: false },
    { kind: 'set_may_tell', mayTellSource: 'receipt_only' },
    { kind: 'show_number', wayId: 'w1', channel: 'call', safeCheck: 'safe', override: '' },
    { kind: 'move_task', no: 1, owner: bo, dueAt: T0 },
    { kind: 'pass_due', told: sol },
    { kind: 'add_risk', risk: { kind: 'other', date: T0 + DAY, what: '', routedTo: 'us' } },
  ])('$kind', (command) => {
    const outcome = story().asks(command)
    expect(outcome.ok && outcome.value).toHaveLength(1)
  })
  test('nor do its answers later on', () => {
    const later = story().does(
      { kind: 'add_risk', risk: { kind: 'other', date: T0 + DAY, what: '', routedTo: 'us' } },
      { kind: 'show_number', wayId: 'w1', channel: 'call', safeCheck: 'safe', override: '' },
    )
    for (const command of [
      { kind: 'explain_override', no: later.handoff.version, words: 'she was cut off' },
      { kind: 'acknowledge_risk', no: 1 },
      { kind: 'correct_risk', no: 1, to: null, reason: 'it was moved' },
    ] as const) {
      const outcome = later.asks(command)
      expect(outcome.ok && outcome.value).toHaveLength(1)
    }
  })
})

describe('who is told that the standard has passed (C3)', () => {
  test('the workflow owner once', () => {
    const story = begin().at(T0 + DAY)
    expect(story.does({ kind: 'pass_due', told: sol }).asks({ kind: 'pass_due', told: sol })).toEqual(refused('wrong_state'))
  })
  test('the supervisor so long after it as the policy says, not a moment before, once, and never without such a rule', () => {
    const tell = { kind: 'tell_supervisor' } as const
    const story = begin(incoming(), { policy: { ...DEFAULT_POLICY, supervisorAfter: 3 * HOUR } }).at(T0 + 27 * HOUR - 1)
    expect(story.asks(tell)).toEqual(refused('wrong_state'))
    story.at(T0 + 27 * HOUR).does(tell)
    expect(story.events.at(-1)).toEqual({ at: T0 + 27 * HOUR, by: null, kind: 'supervisor_told', told: sol })
    expect(story.handoff.supervisorToldAt).toBe(T0 + 27 * HOUR)
    expect(story.after(HOUR).asks(tell)).toEqual(refused('wrong_state'))
    expect(
      begin()
        .at(T0 + 9 * DAY)
        .asks(tell),
    ).toEqual(refused('wrong_state'))
  })
})

describe('a task that a person moves (H1)', () => {
  const move = (no: number, dueAt: number) => ({ kind: 'move_task', no, owner: bo, dueAt }) as const
  test('is one that is still open, and goes to now at the earliest', () => {
    const story = begin().does(attempt())
    expect(story.asks(move(1, T0 + DAY))).toEqual(refused('no_such_task'))
    expect(reasonOf(story.asks(move(2, T0)))).toBeUndefined()
    expect(story.asks(move(2, T0 - 1))).toEqual(refused('due_in_the_past', 'dueAt'))
  })
  test('overdue, or at a time that she allows no longer, it may be given to somebody else as it is', () => {
    expect(
      begin()
        .after(5 * HOUR)
        .does(move(1, T0)).next,
    ).toMatchObject({ owner: bo, dueAt: T0, byHand: true })
    const evenings = version({ safeHours: times(daily('18:00', '20:00')) })
    expect(reasonOf(begin().with({ plan: evenings }).asks(move(1, T0)))).toBeUndefined()
  })
  test('where she has no safe time at all the refusal names none', () => {
    const never = version({ neverHours: [daily('00:00', '24:00')] })
    expect(
      begin()
        .with({ plan: never })
        .asks(move(1, T0 + HOUR)),
    ).toEqual(refused('outside_safe_times', 'dueAt'))
  })
})

test('a stop is an event of its own, said once (P4)', () => {
  const story = begin().does({ kind: 'stop' })
  expect(story.events.find(({ kind }) => kind === 'stopped_as_unsafe')).toEqual({ ...stamp, kind: 'stopped_as_unsafe' })
  expect(story.handoff).toMatchObject({ personId: begin().handoff.personId, stoppedAt: T0 })
  expect(story.asks({ kind: 'stop' })).toEqual(refused('stopped_as_unsafe'))
})

test('only what we are to reach ourselves waits where she has no safe way (C7, H8)', () => {
  expect(begin(outgoing(), { plan: sheCalls() }).state.kind).toBe('contact_due')
  expect(begin(incoming(), { plan: sheCalls() }).state.kind).toBe('waiting_for_her')
})

test('reopened, a stop is what her plan says now, not what stood when it was closed (P4)', () => {
  const stopped = begin().does({ kind: 'stop' }, close('other_outcome', 'left town')).after(DAY)
  const now = { ...stopped.around, stoppedAt: null }
  const over = decide(stopped.handoff, reopen, now)
  expect(over.ok && over.value.slice(0, 2)).toMatchObject([{ kind: 'reopened' }, { kind: 'plan_changed', version: 1, verified: true }])
  const kept = decide(stopped.handoff, reopen, { ...now, plan: null })
  expect(kept.ok && kept.value.map(({ kind }) => kind)).not.toContain('plan_changed')

  const begun = (story: Story) =>
    decide(
      story.does(close('other_outcome', 'left town')).handoff,
      { kind: 'reopen', reason: 'she rang again', taken: { by: bo, why: STAFF_AWAY } },
      {
        ...story.around,
        stoppedAt: T0 - DAY,
      },
    )
  const [ours, theirs] = [begun(begin()), begun(begin(outgoing()))]
  const kinds = ['reopened', 'assigned', 'stopped_as_unsafe', 'waiting_began', 'task_opened']
  expect(ours.ok && ours.value.map(({ kind }) => kind)).toEqual(kinds)
  expect(theirs.ok && theirs.value.map(({ kind }) => kind)).toEqual(['reopened', 'assigned', 'task_opened'])
})
