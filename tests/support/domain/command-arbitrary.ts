import fc from 'fast-check'
import type { HandoffCommand } from '#shared/domain/handoff/command'
import type { MeetingId } from '#shared/domain/core/ids'
import { MEETING_MODES } from '#shared/domain/meeting/meeting'
import { DAY, HOUR } from '#shared/domain/core/moment'
import {
  ATTEMPT_OUTCOMES,
  BOUNCE_ACTIONS,
  CONTACT_CHANNELS,
  CLOSED_AS,
  MAY_TELL_SOURCE,
  RISK_KINDS,
  SAFE_CHECKS,
  SOURCE_ANSWERS,
  WAITS_ON,
} from '#shared/domain/core/vocabulary'
import { moment } from './arbitrary'
import { attempt, bounce, confirmation } from './commands'
import { amira, bo, sol, uuid } from './people'
import { type Scenario } from './scenario'

/** Makes any command for a handoff, sensible or not; times are relative to the moment of the command. */
export type MakeCommand = (scenario: Scenario) => HandoffCommand
const makeCommand = <T>(arbitrary: fc.Arbitrary<T>, make: (facts: T, now: number) => HandoffCommand): fc.Arbitrary<MakeCommand> =>
  arbitrary.map((facts) =>
    Object.assign((scenario: Scenario) => make(facts, scenario.now), { [fc.toStringMethod]: () => JSON.stringify(make(facts, 0)) }),
  )

const ahead = fc.oneof(fc.integer({ min: -HOUR, max: 60 * HOUR }), fc.constantFrom(0, 1))
const aheadDays = fc.integer({ min: -HOUR, max: 20 * DAY })
const ago = fc.oneof(fc.constant(null), fc.integer({ min: -HOUR, max: 40 * HOUR }))
const words = fc.constantFrom('', 'she says so')
const staff = fc.constantFrom(amira, bo, sol)
const timeBefore = (now: number, back: number | null) => (back === null ? null : now - back)

const risks = fc.record({
  answer: fc.constantFrom('none', 'dates', 'not_known'),
  dates: fc.array(
    fc.record({ kind: fc.constantFrom(...RISK_KINDS), date: moment, what: words, routedTo: words }, { noNullPrototype: true }),
    { maxLength: 2 },
  ),
} as const)
const logAttempt = makeCommand(
  fc.record({
    back: ago,
    channel: fc.constantFrom(...CONTACT_CHANNELS),
    outcome: fc.constantFrom(...ATTEMPT_OUTCOMES),
    safeCheck: fc.constantFrom(...SAFE_CHECKS),
    wayId: fc.constantFrom('w1', 'w2', null),
    check: fc.option(ahead),
    override: fc.boolean(),
  }),
  ({ back, check, ...facts }, now) =>
    attempt(facts.outcome, { ...facts, at: timeBefore(now, back), checkAt: check === null ? null : now + check }),
)
const saveConfirmation = makeCommand(
  fc.record({ back: ago, wayVerified: fc.boolean(), step: fc.boolean(), date: fc.option(ahead), risks: fc.option(risks) }),
  ({ back, step, date, ...facts }, now) =>
    confirmation({
      ...facts,
      at: timeBefore(now, back),
      nextStep: step ? { kind: 'clinic', what: 'clinic', date: date === null ? null : now + date, waitLength: '', herWords: '' } : null,
    }),
)

/** What a worker does on most days; without it hardly a scenario would reach a confirmation. */
export const usualCommand: fc.Arbitrary<MakeCommand> = fc.oneof(
  {
    weight: 5,
    arbitrary: makeCommand(
      fc.constantFrom(
        'no_answer',
        'no_answer',
        'reached',
        'reached',
        'she_called_us',
        'not_safe_stopped',
        'number_not_in_service',
        'partner_relayed',
      ),
      (outcome) => attempt(outcome),
    ),
  },
  {
    weight: 5,
    arbitrary: makeCommand(fc.constantFrom(null, null, null, 'way', 'step'), (missing) =>
      confirmation(missing === 'way' ? { wayVerified: false } : missing === 'step' ? { nextStep: null } : {}),
    ),
  },
  {
    weight: 4,
    arbitrary: makeCommand(fc.constantFrom('book_meeting', 'put_on_hold'), (kind, now) =>
      kind === 'book_meeting' ? { kind, at: now + HOUR, what: '' } : { kind, reviewAt: now + HOUR, what: '' },
    ),
  },
  {
    weight: 1,
    arbitrary: makeCommand(fc.constantFrom('not_reached_after_fallback', 'unsafe_to_contact', 'possible_danger'), (reason, now) =>
      bounce({ reason, dueAt: now + HOUR }),
    ),
  },
  { weight: 1, arbitrary: makeCommand(fc.constant(null), () => ({ kind: 'answer_permission', given: true, words: '' })) },
  {
    weight: 1,
    arbitrary: makeCommand(fc.constantFrom('close', 'try_again'), (then) => ({ kind: 'settle_bounce', words: 'looked at', then })),
  },
  { weight: 1, arbitrary: makeCommand(fc.constant(null), () => ({ kind: 'reopen', reason: 'she rang again' })) },
)

const meetingId = uuid(41) as MeetingId
/** A meeting was closed, with what was agreed in it. */
const closeMeeting = makeCommand(
  fc.record({
    mode: fc.constantFrom(...MEETING_MODES),
    withHer: fc.boolean(),
    how: fc.constantFrom('complete' as const, 'she_ended_it' as const),
    lines: fc.array(fc.record({ owner: staff, due: ahead, waitsOn: fc.constantFrom(...WAITS_ON) }), { maxLength: 3 }),
    next: fc.constantFrom('booked' as const, 'none' as const, null),
    lead: staff,
    days: aheadDays,
    ago: fc.integer({ min: 0, max: 3 * HOUR }),
    contact: fc.option(
      fc.record({
        permissionGiven: fc.boolean(),
        planVerified: fc.boolean(),
        nextStep: fc.constantFrom(null, {
          kind: 'appointment',
          what: 'intake talk',
          date: null,
          waitLength: '',
          herWords: 'I go',
        } as const),
        risks: fc.constantFrom('none', 'dates', 'not_known', null),
      } as const),
    ),
  }),
  ({ lines, next, lead, days, ago, contact, ...facts }, now) => ({
    kind: 'close_meeting',
    contact: facts.withHer ? contact : null,
    startedAt: now - ago,
    meetingId,
    ...facts,
    endedAt: now,
    lines: lines.map(({ owner, due, waitsOn }, index) => ({
      no: index + 1,
      what: 'send the form',
      who: '',
      owner,
      dueAt: now + due,
      waitsOn,
    })),
    next: next === 'booked' ? { at: now + days, lead, what: '' } : next,
  }),
)

export const ANY_COMMAND: readonly fc.Arbitrary<MakeCommand>[] = [
  logAttempt,
  logAttempt,
  logAttempt,
  saveConfirmation,
  saveConfirmation,
  makeCommand(fc.tuple(ago, words), ([back, reason], now) => ({ kind: 'correct_received', receivedAt: now - (back ?? 0), reason })),
  makeCommand(fc.tuple(fc.boolean(), words), ([given, said]) => ({ kind: 'answer_permission', given, words: said })),
  makeCommand(fc.tuple(words, fc.option(staff), ago), ([acceptedBy, worker, back], now) => ({
    kind: 'record_acceptance',
    acceptedBy,
    worker,
    at: timeBefore(now, back),
  })),
  makeCommand(staff, (to) => ({ kind: 'assign', to, reason: '' })),
  makeCommand(fc.integer({ min: 0, max: 6 }), (no) => ({ kind: 'withdraw_attempt', no })),
  makeCommand(fc.tuple(fc.constantFrom(...CONTACT_CHANNELS), fc.option(words)), ([channel, override]) => ({
    kind: 'show_number',
    wayId: 'w1',
    channel,
    safeCheck: 'safe',
    override,
  })),
  makeCommand(fc.tuple(ahead, fc.constantFrom('she_asked', 'she_calls_us')), ([check, why], now) => ({
    kind: 'agree_waiting',
    checkAt: now + check,
    why,
  })),
  makeCommand(fc.constant(null), () => ({ kind: 'end_waiting' })),
  makeCommand(fc.constant(null), () => ({ kind: 'ask_source' })),
  makeCommand(fc.tuple(fc.constantFrom(...SOURCE_ANSWERS), fc.option(ahead)), ([answer, check], now) => ({
    kind: 'source_answered',
    answer,
    words: '',
    checkAt: check === null ? null : now + check,
  })),
  makeCommand(fc.tuple(fc.integer({ min: 0, max: 8 }), staff, ahead), ([no, owner, due], now) => ({
    kind: 'move_task',
    no,
    owner,
    dueAt: now + due,
  })),
  makeCommand(ahead, (at, now) => ({ kind: 'book_meeting', at: now + at, what: '' })),
  makeCommand(ahead, (at, now) => ({ kind: 'put_on_hold', reviewAt: now + at, what: '' })),
  makeCommand(
    fc.record({
      reason: fc.constantFrom('bad_contact_info', 'unsafe_to_contact', 'possible_danger', 'did_not_come'),
      action: fc.constantFrom(...BOUNCE_ACTIONS),
      what: words,
      due: ahead,
    }),
    ({ due, ...facts }, now) => bounce({ ...facts, dueAt: now + due }),
  ),
  makeCommand(fc.tuple(words, fc.constantFrom('close', 'try_again')), ([said, then]) => ({ kind: 'settle_bounce', words: said, then })),
  makeCommand(words, (said) => ({ kind: 'acknowledge_danger', words: said })),
  makeCommand(fc.tuple(fc.constantFrom(...CLOSED_AS), words), ([as, reason]) => ({ kind: 'close', as, reason })),
  makeCommand(words, (reason) => ({ kind: 'reopen', reason })),
  makeCommand(words, (reason) => ({ kind: 'mark_error', reason })),
  makeCommand(words, (note) => ({ kind: 'add_note', note, herWords: false })),
  makeCommand(fc.tuple(fc.constantFrom(...MAY_TELL_SOURCE, 'nothing'), fc.boolean()), ([sentence, rangBack]) => ({
    kind: 'tell_source',
    sentence,
    rangBack,
  })),
  makeCommand(fc.constantFrom(...MAY_TELL_SOURCE), (mayTellSource) => ({ kind: 'set_may_tell', mayTellSource })),
  makeCommand(fc.tuple(fc.constantFrom(...RISK_KINDS), aheadDays, words), ([kind, days, routedTo], now) => ({
    kind: 'add_risk',
    risk: { kind, date: now + days, what: '', routedTo },
  })),
  makeCommand(fc.integer({ min: 0, max: 4 }), (no) => ({ kind: 'acknowledge_risk', no })),
  makeCommand(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.option(aheadDays), words), ([no, days, reason], now) => ({
    kind: 'correct_risk',
    no,
    to: days === null ? null : { kind: 'filing_window', date: now + days, what: '', routedTo: 'the clinic' },
    reason,
  })),
  makeCommand(fc.tuple(fc.constantFrom(...MEETING_MODES), fc.boolean()), ([mode, withHer], now) => ({
    kind: 'begin_meeting',
    meetingId,
    mode,
    withHer,
    startedAt: now,
  })),
  closeMeeting,
  closeMeeting,
  makeCommand(fc.tuple(fc.integer({ min: 0, max: 12 }), words), ([no, said]) => ({ kind: 'do_task', no, words: said })),
  makeCommand(fc.tuple(fc.integer({ min: 0, max: 12 }), words), ([no, reason]) => ({ kind: 'drop_task', no, reason })),
  makeCommand(fc.constant(null), () => ({ kind: 'look_again' })),
  makeCommand(staff, (told) => ({ kind: 'pass_due', told })),
  makeCommand(fc.constant(null), () => ({ kind: 'tell_supervisor' })),
]
