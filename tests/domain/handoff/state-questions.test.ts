import { describe, expect, test } from 'vitest'
import { HANDOFF_STATE_KINDS, type HandoffStateKind } from '#shared/domain/handoff/handoff'
import { isClockRunning, isOpen } from '#shared/domain/handoff/state'
import {
  isContactClockRunning,
  isContactDueShown,
  isContactProposed,
  isEnded,
  isNextStepOpen,
  isWaitingForOthers,
  mayAgreeWaiting,
  mayBookMeeting,
  mayConfirm,
  mayLogAttempt,
} from '#shared/domain/handoff/state-questions'
import { STATE_PATHS } from '../../support/domain/state-paths'

const QUESTIONS = [
  isContactClockRunning,
  isContactProposed,
  isContactDueShown,
  mayLogAttempt,
  mayAgreeWaiting,
  mayConfirm,
  mayBookMeeting,
  isWaitingForOthers,
  isNextStepOpen,
  isEnded,
] as const

/** A row is a state, a column a question, in their order: clock, proposed, due shown, log, wait, confirm, book, others, next step, ended. */
const ANSWERS: Readonly<Record<HandoffStateKind, string>> = {
  permission_pending: 'y------y--',
  contact_due: 'yyyyyy----',
  attempting: 'yyyyyy----',
  reached_not_confirmed: 'y-yyyy----',
  waiting_for_her: 'y--yyy-y--',
  loop_back_asked: 'yy-yyy-y--',
  confirmed: '------y-y-',
  meeting_booked: '------y-y-',
  accompanying: '------y-y-',
  on_hold: '------yy--',
  bounced: '---y-y----',
  closed: '---------y',
  entered_in_error: '---------y',
}

describe('what the state of a handoff answers by itself (section 3)', () => {
  test.each(HANDOFF_STATE_KINDS)('%s answers every question as the table says', (kind) => {
    const { state } = STATE_PATHS[kind][0]()
    expect(QUESTIONS.map((answers) => (answers(state) ? 'y' : '-')).join('')).toBe(ANSWERS[kind])
  })
  test.each(HANDOFF_STATE_KINDS)('%s says of the clock and of the end what the facts say (C1, H1)', (kind) => {
    const { handoff, state } = STATE_PATHS[kind][0]()
    expect([isContactClockRunning(state), isEnded(state)]).toEqual([isClockRunning(handoff), !isOpen(handoff)])
  })
  test('nothing is proposed on a bounced record: its own action is the only task (B2, C5)', () => {
    const bounced = STATE_PATHS.bounced[0]()
    expect(isContactProposed(bounced.state)).toBe(false)
    expect(bounced.openTasks.map(({ kind }) => kind)).toEqual(['bounce_action'])
  })
})
