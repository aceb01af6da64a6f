import { replayMeeting } from './apply'
import type { Handoff } from '../handoff/handoff'
import type { MeetingId } from '../core/ids'
import type { Meeting, MeetingMode, Participant, MeetingStepProgress } from './meeting'
import type { MeetingEvent } from './event'
import type { MeetingSituation } from './command'
import { getStepKind, STEP_LISTS, type MeetingSteps, type StepKind } from './steps'
import { MINUTE, type Instant } from '../core/moment'
import { ok, refuse, type Outcome } from '../core/outcome'
import { isOpen } from '../handoff/state'

/**
 * A5: the person makes the call, and a worker sits beside. Nobody is introduced, nothing is told for the person and nobody goes
 * on from there alone, so of the checklist only these make sense: what the person wants shared, what was agreed with the agency,
 * what each of those present takes from it (M3), how the person reaches us, and how often the story had to be told again.
 */
const AGENCY_CALL_STEPS: readonly StepKind[] = ['permission', 'plan', 'understanding', 'way_back', 'retold']

/** The steps of a policy as they stand when the meeting begins; what is changed later is for later meetings (section 7). */
const listMeetingSteps = (policy: MeetingSteps, mode: MeetingMode): readonly MeetingStepProgress[] =>
  STEP_LISTS.flatMap((list) =>
    policy[list]
      .map((step) => ({ text: step.text, required: step.required, does: getStepKind(step) }))
      .filter(({ does }) => mode !== 'agency_call' || AGENCY_CALL_STEPS.includes(does))
      .map((step, no): MeetingStepProgress => ({ ...step, list, no, state: 'open', reason: '', at: null, by: null })),
  )

interface BeginMeetingInput extends Pick<Meeting, 'mode' | 'where' | 'withoutHer'> {
  readonly id: MeetingId
  readonly handoff: Handoff
  readonly steps: MeetingSteps
  readonly policyVersion: number
  /** When it began, where it is written down later (C8); null: now. */
  readonly startedAt: Instant | null
}

interface BegunMeeting {
  readonly events: readonly MeetingEvent[]
  readonly meeting: Meeting
}

/** M1, M2: a meeting of an open handoff begins, with the person as the first participant. */
export function beginMeeting(
  { id, handoff, mode, where, withoutHer, steps, policyVersion, startedAt: earlier }: BeginMeetingInput,
  { now, by, steady }: Pick<MeetingSituation, 'now' | 'by' | 'steady'>,
): Outcome<BegunMeeting> {
  if (!isOpen(handoff)) return refuse('already_closed')
  if (withoutHer === '') return refuse('reason_needed', { field: 'withoutHer' })
  const startedAt = earlier ?? now
  if (startedAt > now) return refuse('in_the_future', { field: 'startedAt' })
  if (startedAt < handoff.receivedAt) return refuse('before_received', { field: 'startedAt' })
  const present = { partnerId: null, presence: 'on', since: startedAt, rule: '', understanding: null, name: '' } as const
  const person: Omit<Participant, 'no'> = { ...present, kind: 'her', staffId: null, role: 'for_herself' }
  const worker: Omit<Participant, 'no'> = {
    ...present,
    kind: 'staff',
    staffId: by,
    role: mode === 'agency_call' ? 'supports' : 'introduces',
  }
  const participants = (withoutHer === null ? [person, worker] : [worker]).map((one, index) => ({ ...one, no: index + 1 }))
  const events: readonly MeetingEvent[] = [
    {
      at: now,
      by,
      ...(steady === undefined ? {} : { steady }),
      kind: 'begun',
      id,
      handoffId: handoff.id,
      personId: handoff.personId,
      mode,
      where,
      withoutHer,
      startedAt,
      late: now - startedAt > MINUTE,
      policyVersion,
      steps: listMeetingSteps(steps, mode),
      participants,
    },
  ]
  const meeting = replayMeeting(events)
  if (!meeting) throw new Error('a begun event always makes a meeting')
  return ok({ events, meeting })
}
