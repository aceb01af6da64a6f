import fc from 'fast-check'
import { applyMeeting } from '#shared/domain/apply-meeting'
import { beginMeeting } from '#shared/domain/begin-meeting'
import { decideMeeting } from '#shared/domain/decide-meeting'
import type { MeetingId, PartnerId, StaffId } from '#shared/domain/ids'
import { COPIES, MEETING_MODES, PAPER_STATES, PARTICIPANT_ROLES, PRESENCES, STEP_STATES, type Meeting } from '#shared/domain/meeting'
import type { MeetingCommand } from '#shared/domain/meeting-command'
import type { MeetingEvent } from '#shared/domain/meeting-event'
import { SEED_MEETING_STEPS, STEP_LISTS } from '#shared/domain/meeting-steps'
import { DAY, HOUR, MINUTE } from '#shared/domain/moment'
import type { Outcome } from '#shared/domain/outcome'
import { WAITS_ON } from '#shared/domain/vocabulary'
import { amira, bo, clinic, sol, T0 } from './people'
import { begin, incoming } from './story'

const TEXTS = { situation: 'she has to leave by Friday' }

/** One meeting as it goes on. `does` throws when the rules refuse, `asks` hands the answer back and changes nothing. */
export interface Call {
  meeting: Meeting
  readonly events: MeetingEvent[]
  now: number
  by: StaffId
  readonly asks: (command: MeetingCommand) => Outcome<readonly MeetingEvent[]>
  readonly does: (...commands: readonly MeetingCommand[]) => Call
}

type Beginning = Partial<Omit<Parameters<typeof beginMeeting>[0], 'handoff'>>

export const asked = (facts: Beginning = {}, now = T0) =>
  beginMeeting(
    {
      id: 'meeting' as MeetingId,
      handoff: begin(incoming({ receivedAt: T0 - 3 * HOUR, earlierBecause: 'the line was down' })).handoff,
      mode: 'conference_call',
      where: '',
      withoutHer: null,
      steps: SEED_MEETING_STEPS,
      policyVersion: 1,
      startedAt: null,
      ...facts,
    },
    { now, by: amira },
  )

/** A conference call that begins at T0, with her and Amira. */
export function callOf(facts: Beginning = {}, at = T0): Call {
  const begun = asked(facts, at)
  if (!begun.ok) throw new Error(begun.failure.reason)
  const call: Call = {
    meeting: begun.value.meeting,
    events: [...begun.value.events],
    now: at,
    by: amira,
    asks: (command) => decideMeeting(call.meeting, command, { now: call.now, by: call.by, texts: TEXTS }),
    does: (...commands) => {
      for (const command of commands) {
        const decided = call.asks(command)
        if (!decided.ok) throw new Error(`${command.kind}: ${decided.failure.reason}`)
        call.events.push(...decided.value)
        call.meeting = decided.value.reduce(applyMeeting, call.meeting)
      }
      return call
    },
  }
  return call
}

export const joins = (facts: Partial<Extract<MeetingCommand, { kind: 'join' }>> = {}): MeetingCommand => ({
  kind: 'join',
  who: 'partner',
  name: '',
  staffId: null,
  partnerId: clinic,
  role: 'helps',
  rule: 'we ring again',
  ...facts,
})
export const line = (facts: Partial<Extract<MeetingCommand, { kind: 'set_line' }>> = {}): MeetingCommand => ({
  kind: 'set_line',
  no: null,
  what: 'Send the form to the clinic',
  who: 'Amira',
  owner: amira,
  dueAt: T0 + 2 * DAY,
  waitsOn: 'nobody',
  ...facts,
})

/** Every required step done with its answer, everybody's understanding marked: only lines may still be missing. */
export function carriedThrough(call: Call): Call {
  if (call.meeting.withoutHer === null) call.does({ kind: 'confidence', score: 3, words: 'a little' })
  call.does({ kind: 'retold', times: 1 }, { kind: 'next', next: 'none' })
  for (const { list, no, does } of call.meeting.steps) {
    const state = does === 'confidence' && call.meeting.confidence === null ? 'skipped' : 'done'
    call.does({ kind: 'set_step', list, no, state, reason: 'she is not there' })
  }
  for (const { no } of call.meeting.participants) call.does({ kind: 'understood', no, words: 'I ring the clinic on Monday' })
  return call
}

const words = fc.constantFrom('', 'she says so')
const no = fc.integer({ min: 0, max: 5 })
const due = fc.option(fc.integer({ min: -HOUR, max: 3 * DAY }), { freq: 3 })
const staff = fc.constantFrom(amira, bo, sol)
const someone: fc.Arbitrary<StaffId | null> = fc.constantFrom(amira, bo, sol, null)
const somePartner: fc.Arbitrary<PartnerId | null> = fc.constantFrom(clinic, null)
const someNo: fc.Arbitrary<number | null> = fc.option(no)

/** What anybody may ask of a meeting, sensible or not; times are told from the moment it is asked. */
type Ask = (now: number) => MeetingCommand
const always = (command: fc.Arbitrary<MeetingCommand>): fc.Arbitrary<Ask> => command.map((one) => () => one)
const setLine: fc.Arbitrary<Ask> = fc
  .record({ no: someNo, what: words, owner: someone, due, waitsOn: fc.constantFrom(...WAITS_ON) })
  .map(({ due: ahead, ...facts }): Ask => (now) => ({ kind: 'set_line', who: '', ...facts, dueAt: ahead === null ? null : now + ahead }))
const asks: fc.Arbitrary<Ask> = fc.oneof(
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
  due.map((ahead): Ask => (now) => ({ kind: 'next', next: ahead === null ? 'none' : { at: now + ahead, lead: bo, what: '' } })),
  always(fc.record({ kind: fc.constant('copy' as const), copy: fc.constantFrom(...COPIES) })),
  fc
    .record({
      how: fc.constantFrom('complete', 'she_ended_it'),
      words,
      ago: fc.option(fc.integer({ min: -MINUTE, max: 3 * HOUR })),
    } as const)
    .map(({ ago, ...facts }): Ask => (now) => ({ kind: 'close', ...facts, at: ago === null ? null : now - ago })),
)

export interface Life {
  readonly mode: Meeting['mode']
  readonly withoutHer: string | null
  readonly ago: number | null
  readonly deeds: readonly { readonly pause: number; readonly by: StaffId; readonly ask: Ask }[]
  /** Then everything that is asked for is done, and it is closed. */
  readonly carried: boolean
}
/** A meeting of any kind, and what is then asked of it, by three workers. */
export const meetingLife: fc.Arbitrary<Life> = fc.record({
  mode: fc.constantFrom(...MEETING_MODES),
  withoutHer: fc.constantFrom(null, null, null, 'go on, I am tired'),
  ago: fc.constantFrom(null, null, null, 20 * MINUTE),
  deeds: fc.array(
    fc.record({
      pause: fc.oneof(fc.integer({ min: 0, max: 2 * HOUR }), fc.constant(0)),
      by: fc.constantFrom(amira, amira, amira, bo),
      ask: asks,
    }),
    { maxLength: 30, size: 'max' },
  ),
  carried: fc.boolean(),
})

export function liveMeeting({ mode, withoutHer, ago, deeds, carried }: Life, look: (call: Call) => void): void {
  const call = callOf({ mode, withoutHer, startedAt: ago === null ? null : T0 - ago })
  look(call)
  for (const { pause, by, ask } of deeds) {
    call.now += pause
    call.by = by
    const command = ask(call.now)
    if (call.asks(command).ok) call.does(command)
    look(call)
  }
  if (!carried || call.meeting.closed) return
  call.by = call.meeting.lead
  carriedThrough(call)
  for (const one of call.meeting.lines)
    if (one.owner === null || one.dueAt === null)
      call.does({ ...one, kind: 'set_line', owner: one.owner ?? amira, dueAt: one.dueAt ?? call.now + DAY })
  call.does({ kind: 'close', how: 'complete', words: '', at: null })
  look(call)
}
