import fc from 'fast-check'
import { applyMeeting } from '#shared/domain/meeting/apply'
import { beginMeeting } from '#shared/domain/meeting/begin'
import { decideMeeting } from '#shared/domain/meeting/decide'
import type { MeetingId, PartnerId, StaffId } from '#shared/domain/core/ids'
import {
  COPY_ANSWERS,
  MEETING_MODES,
  PAPER_STATES,
  PARTICIPANT_ROLES,
  PRESENCES,
  RISK_ANSWERS,
  STEP_STATES,
  type Meeting,
} from '#shared/domain/meeting/meeting'
import type { MeetingCommand } from '#shared/domain/meeting/command'
import type { MeetingEvent } from '#shared/domain/meeting/event'
import { SEED_MEETING_STEPS, STEP_LISTS } from '#shared/domain/meeting/steps'
import { DAY, HOUR, MINUTE } from '#shared/domain/core/moment'
import type { Outcome } from '#shared/domain/core/outcome'
import { WAITS_ON } from '#shared/domain/core/vocabulary'
import { amira, bo, clinic, sol, T0 } from './people'
import { startScenario, incoming } from './scenario'

const TEXTS = { situation: 'she has to leave by Friday', background: 'two children, no car' }

/** One meeting as it goes on. `run` throws when the rules refuse; `asks` returns the answer and changes nothing. */
export interface MeetingScenario {
  meeting: Meeting
  readonly events: MeetingEvent[]
  now: number
  /** By how much the PC's clock was set since the beginning: the steady clock knows nothing of it (T3). */
  setBy: number
  by: StaffId
  risksOnRecord: number
  readonly asks: (command: MeetingCommand) => Outcome<readonly MeetingEvent[]>
  readonly run: (...commands: readonly MeetingCommand[]) => MeetingScenario
}

type BeginMeetingFacts = Partial<Omit<Parameters<typeof beginMeeting>[0], 'handoff'>>

export const tryBeginMeeting = (facts: BeginMeetingFacts = {}, now = T0) =>
  beginMeeting(
    {
      id: 'meeting' as MeetingId,
      handoff: startScenario(incoming({ receivedAt: T0 - 3 * HOUR, earlierBecause: 'the line was down' })).handoff,
      mode: 'conference_call',
      where: '',
      withoutHer: null,
      steps: SEED_MEETING_STEPS,
      policyVersion: 1,
      startedAt: null,
      ...facts,
    },
    { ...readClocks({ now, setBy: 0 }), by: amira },
  )

/** The moment of a scenario by both clocks. */
export const readClocks = ({ now, setBy }: Pick<MeetingScenario, 'now' | 'setBy'>) => ({ now, steady: { run: 'test', ms: now - setBy } })

/** Starts a conference call at T0, with the person and Amira. */
export function startMeetingScenario(facts: BeginMeetingFacts = {}, at = T0): MeetingScenario {
  const outcome = tryBeginMeeting(facts, at)
  if (!outcome.ok) throw new Error(outcome.failure.reason)
  const scenario: MeetingScenario = {
    meeting: outcome.value.meeting,
    events: [...outcome.value.events],
    now: at,
    setBy: 0,
    by: amira,
    risksOnRecord: 0,
    asks: (command) =>
      decideMeeting(scenario.meeting, command, {
        ...readClocks(scenario),
        by: scenario.by,
        texts: TEXTS,
        risksOnRecord: scenario.risksOnRecord,
      }),
    run: (...commands) => {
      for (const command of commands) {
        const decided = scenario.asks(command)
        if (!decided.ok) throw new Error(`${command.kind}: ${decided.failure.reason}`)
        scenario.events.push(...decided.value)
        scenario.meeting = decided.value.reduce(applyMeeting, scenario.meeting)
      }
      return scenario
    },
  }
  return scenario
}

export const joinCommand = (facts: Partial<Extract<MeetingCommand, { kind: 'join' }>> = {}): MeetingCommand => ({
  kind: 'join',
  who: 'partner',
  name: '',
  staffId: null,
  partnerId: clinic,
  role: 'helps',
  rule: 'we ring again',
  ...facts,
})
export const setLineCommand = (facts: Partial<Extract<MeetingCommand, { kind: 'set_line' }>> = {}): MeetingCommand => ({
  kind: 'set_line',
  no: null,
  what: 'Send the form to the clinic',
  who: 'Amira',
  owner: amira,
  dueAt: T0 + 2 * DAY,
  waitsOn: 'nobody',
  ...facts,
})

/** Finishes every required step with its answer and marks everyone's understanding: only lines may still be missing. */
export function finishEveryStep(scenario: MeetingScenario): MeetingScenario {
  if (scenario.meeting.withoutHer === null)
    scenario.run({ kind: 'confidence', score: 3, words: 'a little' }, { kind: 'risks', answer: 'none' })
  scenario.run({ kind: 'retold', times: 1 }, { kind: 'next', next: 'none' })
  for (const { list, no, does } of scenario.meeting.steps) {
    const isEmpty =
      (does === 'confidence' && scenario.meeting.confidence === null) ||
      (does === 'risks' && (scenario.meeting.risks ?? 'not_known') === 'not_known') ||
      (does === 'plan' && scenario.meeting.lines.length === 0)
    const state = isEmpty ? 'skipped' : 'done'
    scenario.run({ kind: 'set_step', list, no, state, reason: 'she is not there' })
  }
  for (const { no } of scenario.meeting.participants) scenario.run({ kind: 'understood', no, words: 'I ring the clinic on Monday' })
  return scenario
}

const words = fc.constantFrom('', 'she says so')
const no = fc.integer({ min: 0, max: 5 })
const due = fc.option(fc.integer({ min: -HOUR, max: 3 * DAY }), { freq: 3 })
const staff = fc.constantFrom(amira, bo, sol)
const someone: fc.Arbitrary<StaffId | null> = fc.constantFrom(amira, bo, sol, null)
const somePartner: fc.Arbitrary<PartnerId | null> = fc.constantFrom(clinic, null)
const someNo: fc.Arbitrary<number | null> = fc.option(no)

/** Makes any command for a meeting, sensible or not; times are relative to the moment of the command. */
type MakeMeetingCommand = (now: number) => MeetingCommand
const always = (command: fc.Arbitrary<MeetingCommand>): fc.Arbitrary<MakeMeetingCommand> => command.map((one) => () => one)
const setLine: fc.Arbitrary<MakeMeetingCommand> = fc
  .record({ no: someNo, what: words, owner: someone, due, waitsOn: fc.constantFrom(...WAITS_ON) })
  .map(({ due: ahead, ...facts }): MakeMeetingCommand => (now) => ({
    kind: 'set_line',
    who: '',
    ...facts,
    dueAt: ahead === null ? null : now + ahead,
  }))
const asks: fc.Arbitrary<MakeMeetingCommand> = fc.oneof(
  always(
    fc.record({
      kind: fc.constant('join' as const),
      who: fc.constantFrom('staff' as const, 'partner' as const, 'interpreter' as const, 'other' as const),
      name: words,
      staffId: someone,
      partnerId: somePartner,
      role: fc.constantFrom(...PARTICIPANT_ROLES),
      rule: words,
    }),
  ),
  always(fc.record({ kind: fc.constant('presence' as const), no, presence: fc.constantFrom(...PRESENCES) })),
  always(fc.record({ kind: fc.constant('agree_rule' as const), no, rule: words })),
  always(fc.record({ kind: fc.constant('understood' as const), no, words })),
  always(
    fc.record({
      kind: fc.constant('set_step' as const),
      list: fc.constantFrom(...STEP_LISTS),
      no: fc.integer({ min: 0, max: 9 }),
      state: fc.constantFrom(...STEP_STATES),
      reason: words,
    }),
  ),
  setLine,
  setLine,
  setLine,
  always(fc.record({ kind: fc.constant('take_out_line' as const), no })),
  always(
    fc.record({
      kind: fc.constant('set_paper' as const),
      no: someNo,
      name: words,
      direction: fc.constantFrom('give' as const, 'ask' as const),
      state: fc.constantFrom(...PAPER_STATES),
    }),
  ),
  always(fc.record({ kind: fc.constant('without_her' as const), words })),
  always(fc.constantFrom<MeetingCommand>({ kind: 'pause' }, { kind: 'resume' })),
  always(fc.record({ kind: fc.constant('hand_to' as const), to: staff })),
  always(fc.record({ kind: fc.constant('confidence' as const), score: fc.constantFrom(1, 2, 3, 4, 5), words } as const)),
  always(fc.record({ kind: fc.constant('retold' as const), times: fc.integer({ min: 0, max: 4 }) })),
  due.map((ahead): MakeMeetingCommand => (now) => ({
    kind: 'next',
    next: ahead === null ? 'none' : { at: now + ahead, lead: bo, what: '' },
  })),
  always(fc.record({ kind: fc.constant('risks' as const), answer: fc.constantFrom(...RISK_ANSWERS) })),
  always(fc.record({ kind: fc.constant('check_plan' as const), verified: fc.boolean() })),
  always(fc.record({ kind: fc.constant('copy' as const), copy: fc.constantFrom(...COPY_ANSWERS) })),
  fc
    .record({
      how: fc.constantFrom('complete', 'she_ended_it'),
      words,
      ago: fc.option(fc.integer({ min: -MINUTE, max: 3 * HOUR })),
    } as const)
    .map(({ ago, ...facts }): MakeMeetingCommand => (now) => ({ kind: 'close', ...facts, at: ago === null ? null : now - ago })),
)

export interface RandomMeeting {
  readonly mode: Meeting['mode']
  readonly withoutHer: string | null
  readonly ago: number | null
  readonly steps: readonly {
    readonly pause: number
    readonly setBy: number
    readonly by: StaffId
    readonly makeCommand: MakeMeetingCommand
  }[]
  /** True when everything required is done in the end, and the meeting is closed. */
  readonly finished: boolean
}
/** A meeting of any kind, and what three workers then do in it. */
export const randomMeeting: fc.Arbitrary<RandomMeeting> = fc.record({
  mode: fc.constantFrom(...MEETING_MODES),
  withoutHer: fc.constantFrom(null, null, null, 'go on, I am tired'),
  ago: fc.constantFrom(null, null, null, 20 * MINUTE),
  steps: fc.array(
    fc.record({
      setBy: fc.constantFrom(0, 0, 0, 0, 0, 0, -10 * MINUTE, HOUR, -3 * DAY, 3 * DAY),
      pause: fc.oneof(fc.integer({ min: 0, max: 2 * HOUR }), fc.constant(0)),
      by: fc.constantFrom(amira, amira, amira, bo),
      makeCommand: asks,
    }),
    { maxLength: 30, size: 'max' },
  ),
  finished: fc.boolean(),
})

export function runRandomMeeting(
  { mode, withoutHer, ago, steps, finished }: RandomMeeting,
  inspect: (scenario: MeetingScenario) => void,
): void {
  const scenario = startMeetingScenario({ mode, withoutHer, startedAt: ago === null ? null : T0 - ago })
  inspect(scenario)
  for (const { pause, setBy, by, makeCommand } of steps) {
    scenario.now += pause + setBy
    scenario.setBy += setBy
    scenario.by = by
    const command = makeCommand(scenario.now)
    if (scenario.asks(command).ok) scenario.run(command)
    inspect(scenario)
  }
  if (!finished || scenario.meeting.closed) return
  scenario.by = scenario.meeting.lead
  finishEveryStep(scenario)
  for (const one of scenario.meeting.lines)
    if (one.owner === null || one.dueAt === null)
      scenario.run({ ...one, kind: 'set_line', owner: one.owner ?? amira, dueAt: Math.max(one.dueAt ?? 0, scenario.now + DAY) })
  scenario.run({ kind: 'close', how: 'complete', words: '', at: null })
  inspect(scenario)
}
