import fc from 'fast-check'
import type { HandoffCommand } from '#shared/domain/handoff-command'
import type { PlanVersion } from '#shared/domain/contact-plan'
import type { MeetingId } from '#shared/domain/ids'
import { MEETING_MODES } from '#shared/domain/meeting'
import { DAY, HOUR } from '#shared/domain/moment'
import type { Policy } from '#shared/domain/policy'
import type { Stretch } from '#shared/domain/safe-hours'
import {
  ATTEMPT_OUTCOMES,
  BOUNCE_ACTIONS,
  CHANNELS,
  CLOSED_AS,
  DIRECTIONS,
  MAY_TELL_SOURCE,
  RISK_KINDS,
  SAFE_CHECKS,
  SOURCE_ANSWERS,
  STANDARD_MODES,
  WAITS_ON,
} from '#shared/domain/vocabulary'
import { SHARE_STANDINGS } from '#shared/domain/sharing'
import { moment, pause, planVersion, zone } from './arbitrary'
import { attempt, bounce, confirmation } from './commands'
import { amira, bo, sol, uuid } from './people'
import { begin, incoming, internal, outgoing, standard, type Story } from './story'

/** What anybody may ask of a handoff, sensible or not; times are told from the moment it is asked. */
type Ask = (story: Story) => HandoffCommand
const ask = <T>(arbitrary: fc.Arbitrary<T>, make: (facts: T, now: number) => HandoffCommand): fc.Arbitrary<Ask> =>
  arbitrary.map((facts) =>
    Object.assign((story: Story) => make(facts, story.now), { [fc.toStringMethod]: () => JSON.stringify(make(facts, 0)) }),
  )

const ahead = fc.oneof(fc.integer({ min: -HOUR, max: 60 * HOUR }), fc.constantFrom(0, 1))
const aheadDays = fc.integer({ min: -HOUR, max: 20 * DAY })
const ago = fc.oneof(fc.constant(null), fc.integer({ min: -HOUR, max: 40 * HOUR }))
const words = fc.constantFrom('', 'she says so')
const staff = fc.constantFrom(amira, bo, sol)
const since = (now: number, back: number | null) => (back === null ? null : now - back)

const risks = fc.record({
  answer: fc.constantFrom('none', 'dates', 'not_known'),
  dates: fc.array(
    fc.record({ kind: fc.constantFrom(...RISK_KINDS), date: moment, what: words, routedTo: words }, { noNullPrototype: true }),
    { maxLength: 2 },
  ),
} as const)
const log = ask(
  fc.record({
    back: ago,
    channel: fc.constantFrom(...CHANNELS),
    outcome: fc.constantFrom(...ATTEMPT_OUTCOMES),
    safeCheck: fc.constantFrom(...SAFE_CHECKS),
    wayId: fc.constantFrom('w1', 'w2', null),
    check: fc.option(ahead),
    override: fc.boolean(),
  }),
  ({ back, check, ...facts }, now) =>
    attempt(facts.outcome, { ...facts, at: since(now, back), checkAt: check === null ? null : now + check }),
)
const save = ask(
  fc.record({ back: ago, wayVerified: fc.boolean(), step: fc.boolean(), date: fc.option(ahead), risks: fc.option(risks) }),
  ({ back, step, date, ...facts }, now) =>
    confirmation({
      ...facts,
      at: since(now, back),
      nextStep: step ? { kind: 'clinic', what: 'clinic', date: date === null ? null : now + date, waitLength: '', herWords: '' } : null,
    }),
)

/** What a worker does on most days; without it hardly a life would get as far as a confirmation. */
const usual: fc.Arbitrary<Ask> = fc.oneof(
  {
    weight: 5,
    arbitrary: ask(
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
    arbitrary: ask(fc.constantFrom(null, null, null, 'way', 'step'), (missing) =>
      confirmation(missing === 'way' ? { wayVerified: false } : missing === 'step' ? { nextStep: null } : {}),
    ),
  },
  {
    weight: 4,
    arbitrary: ask(fc.constantFrom('book_meeting', 'meeting_held', 'put_on_hold'), (kind, now) =>
      kind === 'book_meeting'
        ? { kind, at: now + HOUR, what: '' }
        : kind === 'meeting_held'
          ? { kind, nextAt: now + HOUR, what: '' }
          : { kind, reviewAt: now + HOUR, what: '' },
    ),
  },
  {
    weight: 1,
    arbitrary: ask(fc.constantFrom('not_reached_after_fallback', 'unsafe_to_contact', 'possible_danger'), (reason, now) =>
      bounce({ reason, dueAt: now + HOUR }),
    ),
  },
  { weight: 1, arbitrary: ask(fc.constant(null), () => ({ kind: 'answer_permission', given: true, words: '' })) },
  { weight: 1, arbitrary: ask(fc.constantFrom('close', 'try_again'), (then) => ({ kind: 'settle_bounce', words: 'looked at', then })) },
  { weight: 1, arbitrary: ask(fc.constant(null), () => ({ kind: 'reopen', reason: 'she rang again' })) },
)

const meetingId = uuid(41) as MeetingId
/** A meeting was closed, with what was agreed in it. */
const ended = ask(
  fc.record({
    mode: fc.constantFrom(...MEETING_MODES),
    withHer: fc.boolean(),
    how: fc.constantFrom('complete' as const, 'she_ended_it' as const),
    lines: fc.array(fc.record({ owner: staff, due: ahead, waitsOn: fc.constantFrom(...WAITS_ON) }), { maxLength: 3 }),
    next: fc.constantFrom('booked' as const, 'none' as const, null),
    lead: staff,
    days: aheadDays,
  }),
  ({ lines, next, lead, days, ...facts }, now) => ({
    kind: 'close_meeting',
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

const ASKS: readonly fc.Arbitrary<Ask>[] = [
  log,
  log,
  log,
  save,
  save,
  ask(fc.tuple(ago, words), ([back, reason], now) => ({ kind: 'correct_received', receivedAt: now - (back ?? 0), reason })),
  ask(fc.tuple(fc.boolean(), words), ([given, said]) => ({ kind: 'answer_permission', given, words: said })),
  ask(fc.tuple(words, fc.option(staff), ago), ([acceptedBy, worker, back], now) => ({
    kind: 'record_acceptance',
    acceptedBy,
    worker,
    at: since(now, back),
  })),
  ask(staff, (to) => ({ kind: 'assign', to, reason: '' })),
  ask(fc.integer({ min: 0, max: 6 }), (no) => ({ kind: 'withdraw_attempt', no })),
  ask(fc.tuple(fc.constantFrom(...CHANNELS), fc.option(words)), ([channel, override]) => ({
    kind: 'show_number',
    wayId: 'w1',
    channel,
    safeCheck: 'safe',
    override,
  })),
  ask(fc.tuple(ahead, fc.constantFrom('she_asked', 'she_calls_us')), ([check, why], now) => ({
    kind: 'agree_waiting',
    checkAt: now + check,
    why,
  })),
  ask(fc.constant(null), () => ({ kind: 'end_waiting' })),
  ask(fc.constant(null), () => ({ kind: 'ask_source' })),
  ask(fc.tuple(fc.constantFrom(...SOURCE_ANSWERS), fc.option(ahead)), ([answer, check], now) => ({
    kind: 'source_answered',
    answer,
    words: '',
    checkAt: check === null ? null : now + check,
  })),
  ask(fc.tuple(fc.integer({ min: 0, max: 8 }), staff, ahead), ([no, owner, due], now) => ({
    kind: 'move_task',
    no,
    owner,
    dueAt: now + due,
  })),
  ask(ahead, (at, now) => ({ kind: 'book_meeting', at: now + at, what: '' })),
  ask(ahead, (at, now) => ({ kind: 'meeting_held', nextAt: now + at, what: '' })),
  ask(ahead, (at, now) => ({ kind: 'put_on_hold', reviewAt: now + at, what: '' })),
  ask(
    fc.record({
      reason: fc.constantFrom('bad_contact_info', 'unsafe_to_contact', 'possible_danger', 'did_not_come'),
      action: fc.constantFrom(...BOUNCE_ACTIONS),
      what: words,
      due: ahead,
    }),
    ({ due, ...facts }, now) => bounce({ ...facts, dueAt: now + due }),
  ),
  ask(fc.tuple(words, fc.constantFrom('close', 'try_again')), ([said, then]) => ({ kind: 'settle_bounce', words: said, then })),
  ask(words, (said) => ({ kind: 'acknowledge_danger', words: said })),
  ask(fc.tuple(fc.constantFrom(...CLOSED_AS), words), ([as, reason]) => ({ kind: 'close', as, reason })),
  ask(words, (reason) => ({ kind: 'reopen', reason })),
  ask(words, (reason) => ({ kind: 'mark_error', reason })),
  ask(words, (note) => ({ kind: 'add_note', note, herWords: false })),
  ask(fc.tuple(fc.constantFrom(...MAY_TELL_SOURCE, 'nothing'), fc.boolean()), ([sentence, rangBack]) => ({
    kind: 'tell_source',
    sentence,
    rangBack,
  })),
  ask(fc.constantFrom(...MAY_TELL_SOURCE), (mayTellSource) => ({ kind: 'set_may_tell', mayTellSource })),
  ask(fc.tuple(fc.constantFrom(...RISK_KINDS), aheadDays, words), ([kind, days, routedTo], now) => ({
    kind: 'add_risk',
    risk: { kind, date: now + days, what: '', routedTo },
  })),
  ask(fc.integer({ min: 0, max: 4 }), (no) => ({ kind: 'acknowledge_risk', no })),
  ask(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.option(aheadDays), words), ([no, days, reason], now) => ({
    kind: 'correct_risk',
    no,
    to: days === null ? null : { kind: 'filing_window', date: now + days, what: '', routedTo: 'the clinic' },
    reason,
  })),
  ask(fc.tuple(fc.constantFrom(...MEETING_MODES), fc.boolean()), ([mode, withHer], now) => ({
    kind: 'begin_meeting',
    meetingId,
    mode,
    withHer,
    startedAt: now,
  })),
  ended,
  ended,
  ask(fc.tuple(fc.integer({ min: 0, max: 12 }), words), ([no, said]) => ({ kind: 'do_task', no, words: said })),
  ask(fc.tuple(fc.integer({ min: 0, max: 12 }), words), ([no, reason]) => ({ kind: 'drop_task', no, reason })),
  ask(fc.constant(null), () => ({ kind: 'look_again' })),
  ask(staff, (told) => ({ kind: 'pass_due', told })),
  ask(fc.constant(null), () => ({ kind: 'tell_supervisor' })),
]

/** A while passes, then somebody asks something, or writes a new version of her plan. */
/** A policy of another version comes into force, or interpreters are booked and called off: times told from that moment. */
export type Deed = { readonly pause: number } & (
  | { readonly ask: Ask }
  | { readonly plan: PlanVersion }
  | { readonly policy: Partial<Policy> }
  | { readonly booked: readonly Stretch[] }
)
const policy: fc.Arbitrary<Partial<Policy>> = fc.record({
  gap: fc.constantFrom(HOUR, 2 * HOUR, 5 * HOUR),
  tries: fc.constantFrom({ first: 1, second: 0 }, { first: 2, second: 1 }, { first: 3, second: 3 }),
  secondWindow: fc.constantFrom(6 * HOUR, 24 * HOUR, 72 * HOUR),
})
const booked: fc.Arbitrary<readonly Stretch[]> = fc.array(
  fc
    .record({ ahead: fc.integer({ min: -HOUR, max: 60 * HOUR }), length: fc.constantFrom(1, HOUR, 5 * HOUR) })
    .map(({ ahead: from, length }) => ({ from, until: from + length })),
  { maxLength: 3 },
)
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ pause, ask: usual }) },
  { weight: 5, arbitrary: fc.record({ pause, ask: fc.oneof(...ASKS) }) },
  { weight: 1, arbitrary: moment.chain((at) => fc.record({ pause, plan: planVersion(at) })) },
  { weight: 1, arbitrary: fc.record({ pause, policy }) },
  { weight: 1, arbitrary: fc.record({ pause, booked }) },
)

/** A handoff of any kind, in any zone, with any plan, and what is then asked of it. */
export const life = moment.chain((now) =>
  fc.record({
    now: fc.constant(now),
    zone,
    plan: fc.option(planVersion(now), { freq: 6 }),
    partnerHelps: fc.boolean(),
    sourceShare: fc.constantFrom(...SHARE_STANDINGS),
    direction: fc.constantFrom('incoming', ...DIRECTIONS),
    permissionGiven: fc.boolean(),
    hours: fc.constantFrom(24, 48, 3),
    mode: fc.constantFrom(...STANDARD_MODES),
    ago: fc.constantFrom(0, HOUR, 20 * HOUR, 100 * HOUR),
    deeds: fc.array(deed, { maxLength: 24, size: 'max' }),
  }),
)
export type Life = typeof life extends fc.Arbitrary<infer T> ? T : never

export function beginLife({
  now,
  zone: inZone,
  plan,
  partnerHelps,
  sourceShare,
  direction,
  permissionGiven,
  hours,
  mode,
  ago: back,
}: Life): Story {
  const facts = { permissionGiven, receivedAt: now - back, earlierBecause: 'found on the desk', standard: standard({ hours, mode }) }
  const kinds = { incoming, outgoing, internal } as const
  return begin(kinds[direction](facts), { now, zone: inZone, plan, partnerHelps, sourceShare })
}

/** Does it, if the rules allow; says whether they did. A plan that is changed is verified as it says. */
export function live(story: Story, deedOf: Deed): boolean {
  story.after(deedOf.pause)
  if ('plan' in deedOf) {
    const verified = deedOf.plan.verified && { ...deedOf.plan.verified, at: story.now }
    story.with({ plan: { ...deedOf.plan, writtenAt: story.now, verified } })
  }
  if ('policy' in deedOf) story.with({ policy: { ...story.around.policy, ...deedOf.policy } })
  if ('booked' in deedOf)
    story.with({ interpreter: deedOf.booked.map(({ from, until }) => ({ from: story.now + from, until: story.now + until })) })
  const command: HandoffCommand =
    'policy' in deedOf
      ? { kind: 'look_again' }
      : 'booked' in deedOf
        ? { kind: 'book_interpreter', from: story.now, until: story.now + HOUR }
        : 'plan' in deedOf
          ? { kind: 'change_plan', version: deedOf.plan.version, verified: deedOf.plan.verified !== null }
          : deedOf.ask(story)
  if (!story.asks(command).ok) return false
  story.does(command)
  return true
}
