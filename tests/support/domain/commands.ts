import type { HandoffCommand } from '#shared/domain/handoff/command'
import type { MeetingId } from '#shared/domain/core/ids'
import type { Instant } from '#shared/domain/core/moment'
import { DAY } from '#shared/domain/core/moment'
import { refuse, type Outcome, type RefusalReason } from '#shared/domain/core/outcome'
import type { AttemptOutcome } from '#shared/domain/core/vocabulary'
import { amira, bo, T0, uuid } from './people'

type CommandOfKind<K extends HandoffCommand['kind']> = Extract<HandoffCommand, { kind: K }>

/** Makes an attempt: a call that was made now, after asking whether it is safe. */
export const attempt = (
  outcome: AttemptOutcome = 'no_answer',
  facts: Partial<CommandOfKind<'log_attempt'>> = {},
): CommandOfKind<'log_attempt'> => ({
  kind: 'log_attempt',
  at: null,
  channel: 'call',
  wayId: 'w1',
  outcome,
  safeCheck: 'safe',
  note: '',
  checkAt: null,
  override: false,
  ...facts,
})

/** Makes a confirmation with all three parts of C4 by default. */
export const confirmation = (facts: Partial<CommandOfKind<'save_confirmation'>> = {}): CommandOfKind<'save_confirmation'> => ({
  kind: 'save_confirmation',
  at: null,
  wayVerified: true,
  nextStep: { kind: 'appointment', what: 'Intake talk', date: null, waitLength: '', herWords: '' },
  risks: { answer: 'none', dates: [] },
  ...facts,
})
export const NOTHING_CONFIRMED = { wayVerified: false, nextStep: null, risks: null } as const

export const bounce = (facts: Partial<CommandOfKind<'record_bounce'>> = {}): CommandOfKind<'record_bounce'> => ({
  kind: 'record_bounce',
  reason: 'not_reached_after_fallback',
  side: 'contact',
  seen: 'all windows used',
  change: 'look at times',
  action: 'other_resource',
  what: 'the drop-in knows her',
  owner: bo,
  dueAt: T0 + 10 * DAY,
  ...facts,
})

/** A meeting with her has ended, and the next one is agreed. */
export const heldMeeting = (nextAt: Instant, endedAt: Instant = T0): CommandOfKind<'close_meeting'> => ({
  kind: 'close_meeting',
  meetingId: uuid(41) as MeetingId,
  mode: 'in_person',
  withHer: true,
  how: 'complete',
  startedAt: endedAt,
  endedAt,
  contact: null,
  lines: [],
  next: { at: nextAt, lead: amira, what: '' },
})

export const close = (as: CommandOfKind<'close'>['as'] = 'help_received', reason = 'she has a room'): HandoffCommand => ({
  kind: 'close',
  as,
  reason,
})
export const reopen: HandoffCommand = { kind: 'reopen', reason: 'she rang again' }
export const correct = (receivedAt: Instant, reason = 'the letter was dated'): HandoffCommand => ({
  kind: 'correct_received',
  receivedAt,
  reason,
})

/** Returns why an outcome refused; undefined when it did not. */
export const refusalReason = (outcome: Outcome<unknown>): RefusalReason | undefined => (outcome.ok ? undefined : outcome.failure.reason)
export const refusal = (reason: RefusalReason, field?: string) => refuse(reason, field === undefined ? {} : { field })
