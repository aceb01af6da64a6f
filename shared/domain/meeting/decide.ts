import { takeCall } from './decide-call'
import { closeMeeting } from './decide-closing'
import { agreeRule, continueWithoutPerson, joinMeeting, setPresence, recordUnderstanding } from './decide-participants'
import { answerRisks, setLine, setPaper, setStep, removeLine } from './decide-steps'
import type { Meeting } from './meeting'
import type { MeetingCommand, MeetingSituation } from './command'
import type { MeetingDecision } from './event'
import { assertNever, ok, refuse } from '../core/outcome'

/**
 * What a command makes happen in a meeting, in order, or the first reason why not (M1 to M5). Pure: the clock and what was
 * typed are in `situation`. A closed meeting takes nothing more; what comes to mind later is a note of the handoff.
 */
export function decideMeeting(meeting: Meeting, command: MeetingCommand, situation: MeetingSituation): MeetingDecision {
  const { steady } = situation
  const decided = decideCommand(meeting, command, situation)
  return decided.ok && steady !== undefined ? ok(decided.value.map((event) => ({ ...event, steady }))) : decided
}

function decideCommand(meeting: Meeting, command: MeetingCommand, situation: MeetingSituation): MeetingDecision {
  const { now, by } = situation
  if (meeting.closed) return refuse('meeting_closed')
  // M4: one worker has the call; another worker takes it first, so that everybody can see who has it.
  if (meeting.lead !== by && command.kind !== 'hand_to' && command.kind !== 'resume') return refuse('somebody_has_the_call')
  switch (command.kind) {
    case 'join':
      return joinMeeting(meeting, command, situation)
    case 'presence':
      return setPresence(meeting, command, situation)
    case 'agree_rule':
      return agreeRule(meeting, command, situation)
    case 'understood':
      return recordUnderstanding(meeting, command, situation)
    case 'without_her':
      return continueWithoutPerson(meeting, command, situation)
    case 'set_step':
      return setStep(meeting, command, situation)
    case 'set_line':
      return setLine(meeting, command, situation)
    case 'take_out_line':
      return removeLine(meeting, command, situation)
    case 'set_paper':
      return setPaper(meeting, command, situation)
    case 'pause':
      return meeting.runningSince === null ? refuse('wrong_state') : ok([{ at: now, by, kind: 'paused' }])
    case 'resume':
    case 'hand_to':
      return takeCall(meeting, command, situation)
    case 'confidence':
      return meeting.withoutHer === null
        ? ok([{ at: now, by, kind: 'confidence_said', score: command.score, words: command.words }])
        : refuse('she_is_not_there')
    case 'retold':
      return ok([{ at: now, by, kind: 'retold_said', times: command.times }])
    case 'next':
      return command.next !== 'none' && command.next.at <= now
        ? refuse('due_in_the_past', { field: 'at' })
        : ok([{ at: now, by, kind: 'next_agreed', next: command.next }])
    case 'copy':
      return ok([{ at: now, by, kind: 'copy_answered', copy: command.copy }])
    case 'risks':
      return answerRisks(meeting, command, situation)
    case 'check_plan':
      return meeting.withoutHer === null
        ? ok([{ at: now, by, kind: 'plan_checked', verified: command.verified }])
        : refuse('she_is_not_there')
    case 'close':
      return closeMeeting(meeting, command, situation)
    default:
      return assertNever(command)
  }
}
