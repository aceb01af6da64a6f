import { describe, expect, test } from 'vitest'
import type { HandoffCommand } from '#shared/domain/handoff/command'
import { DAY, HOUR } from '#shared/domain/core/moment'
import type { TaskKind } from '#shared/domain/core/vocabulary'
import { attempt, bounce, confirmation, heldMeeting } from '../../support/domain/commands'
import { sol, T0 } from '../../support/domain/people'
import { sheCalls, version } from '../../support/domain/plans'
import { startScenario, incoming, internal, outgoing, type Scenario } from '../../support/domain/scenario'

const relay = { who: 'her aunt', partnerId: null, agreed: true }
const mayHelp = () => startScenario(incoming(), { plan: version({ sourceMayHelp: true }), partnerHelps: true })
const attemptsMade = () =>
  mayHelp()
    .run(attempt())
    .advance(3 * HOUR)
    .run(attempt())
const confirmed = () => startScenario().run(attempt('reached'), confirmation())
const meeting = (): HandoffCommand => ({ kind: 'book_meeting', at: T0 + 2 * DAY, what: '' })
const meetingHeld = (): HandoffCommand => heldMeeting(T0 + 3 * DAY)
const putOnHold = (days = 4): HandoffCommand => ({ kind: 'put_on_hold', reviewAt: T0 + days * DAY, what: '' })
const agreeWaiting = (hours = 5): HandoffCommand => ({ kind: 'agree_waiting', checkAt: T0 + hours * HOUR, why: 'she_asked' })
const danger = () => startScenario().run(bounce({ reason: 'possible_danger' }))
const settle = { kind: 'settle_bounce', words: 'looked at', then: 'close' } as const
const interpreterNeeded = () => startScenario(incoming(), { plan: version({ interpreter: 'needed' }) })
const booking = { kind: 'book_interpreter', from: T0 + HOUR, until: T0 + 2 * HOUR } as const

describe('the tasks that a command does are done, not merely no longer asked for (H1)', () => {
  test.each<readonly [TaskKind, () => Scenario, HandoffCommand]>([
    ['reach_her', startScenario, attempt()],
    ['neutral_check', () => startScenario(incoming(), { plan: version({}, null) }), attempt()],
    ['chase_receiver', () => startScenario(outgoing()), attempt()],
    ['meet_her', () => startScenario(internal()), attempt('reached', { channel: 'in_person', wayId: null })],
    [
      'relay',
      () => startScenario(incoming(), { plan: version({ ways: [], relay }) }),
      attempt('partner_relayed', { channel: 'through_partner' }),
    ],
    ['check_she_called', () => startScenario().run(agreeWaiting()), attempt('she_called_us')],
    ['find_another_way', () => startScenario().run(attempt('number_not_in_service')), attempt('reached')],
    ['find_another_way', () => startScenario().run(attempt('number_not_in_service')), { kind: 'change_plan', version: 2, verified: true }],
    ['ask_permission', () => startScenario(outgoing({ permissionGiven: false })), { kind: 'answer_permission', given: true, words: '' }],
    ['complete_confirmation', () => startScenario().run(attempt('reached')), confirmation()],
    ['check_she_called', () => startScenario().run(agreeWaiting()), { kind: 'end_waiting' }],
    ['check_she_called', () => startScenario().run(agreeWaiting()), agreeWaiting(7)],
    ['relay', () => startScenario(incoming(), { plan: sheCalls({ relay }) }), agreeWaiting()],
    ['reach_her', startScenario, agreeWaiting()],
    ['neutral_check', () => startScenario(incoming(), { plan: version({}, null) }), agreeWaiting()],
    ['ask_source', attemptsMade, { kind: 'ask_source' }],
    ['chase_source', () => mayHelp().run({ kind: 'ask_source' }), { kind: 'source_answered', answer: 'new_way', words: '', checkAt: null }],
    ['book_next_step', confirmed, meeting()],
    ['meeting', () => confirmed().run(meeting()), { kind: 'book_meeting', at: T0 + 5 * DAY, what: '' }],
    ['review_hold', () => confirmed().run(putOnHold()), meeting()],
    ['next_meeting', () => confirmed().run(meeting(), meetingHeld()), meeting()],
    ['meeting', () => confirmed().run(meeting()), meetingHeld()],
    ['next_meeting', () => confirmed().run(meeting(), meetingHeld()), meetingHeld()],
    ['book_next_step', confirmed, putOnHold()],
    ['meeting', () => confirmed().run(meeting()), putOnHold()],
    ['next_meeting', () => confirmed().run(meeting(), meetingHeld()), putOnHold()],
    ['review_hold', () => confirmed().run(putOnHold()), putOnHold(6)],
    [
      'record_bounce',
      () =>
        startScenario()
          .setTime(T0 + 3 * DAY)
          .run(attempt()),
      bounce(),
    ],
    ['bounce_action', () => startScenario().run(bounce()), settle],
    ['possible_danger', danger, settle],
    ['possible_danger', () => danger().changeSituation({ by: sol }), { kind: 'acknowledge_danger', words: 'with her' }],
    ['book_interpreter', interpreterNeeded, booking],
  ])('%s, by the command (%#)', (kind, tell, command) => {
    const scenario = tell()
    const no = scenario.openTasks.find((task) => task.kind === kind)?.no
    const outcome = scenario.asks(command)
    expect(outcome.ok && outcome.value.filter((event) => event.kind === 'task_closed' && event.no === no)).toMatchObject([{ how: 'done' }])
  })
  test('what a worker only looks at, passes on or writes down does nothing', () => {
    const scenario = interpreterNeeded().run({ kind: 'cancel_interpreter', from: T0, until: T0 + HOUR }, { kind: 'look_again' })
    expect(scenario.events.map(({ kind }) => kind)).not.toContain('task_closed')
  })
})
