import { describe, expect, test } from 'vitest'
import type { HandoffCommand } from '#shared/domain/handoff-command'
import { DAY, HOUR } from '#shared/domain/moment'
import type { TaskKind } from '#shared/domain/vocabulary'
import { attempt, bounce, confirmation } from '../support/commands'
import { sol, T0 } from '../support/people'
import { sheCalls, version } from '../support/plans'
import { begin, incoming, internal, outgoing, type Story } from '../support/story'

const relay = { who: 'her aunt', partnerId: null, agreed: true }
const mayHelp = () => begin(incoming(), { plan: version({ sourceMayHelp: true }), partnerHelps: true })
const tried = () =>
  mayHelp()
    .does(attempt())
    .after(3 * HOUR)
    .does(attempt())
const confirmed = () => begin().does(attempt('reached'), confirmation())
const meeting = (): HandoffCommand => ({ kind: 'book_meeting', at: T0 + 2 * DAY, what: '' })
const held = (): HandoffCommand => ({ kind: 'meeting_held', nextAt: T0 + 3 * DAY, what: '' })
const hold = (days = 4): HandoffCommand => ({ kind: 'put_on_hold', reviewAt: T0 + days * DAY, what: '' })
const wait = (hours = 5): HandoffCommand => ({ kind: 'agree_waiting', checkAt: T0 + hours * HOUR, why: 'she_asked' })
const danger = () => begin().does(bounce({ reason: 'possible_danger' }))
const settle = { kind: 'settle_bounce', words: 'looked at', then: 'close' } as const
const needs = () => begin(incoming(), { plan: version({ interpreter: 'needed' }) })
const booking = { kind: 'book_interpreter', from: T0 + HOUR, until: T0 + 2 * HOUR } as const

describe('the tasks that a command does are done, not merely no longer asked for (H1)', () => {
  test.each<readonly [TaskKind, () => Story, HandoffCommand]>([
    ['reach_her', begin, attempt()],
    ['neutral_check', () => begin(incoming(), { plan: version({}, null) }), attempt()],
    ['chase_receiver', () => begin(outgoing()), attempt()],
    ['meet_her', () => begin(internal()), attempt('reached', { channel: 'in_person', wayId: null })],
    ['relay', () => begin(incoming(), { plan: version({ ways: [], relay }) }), attempt('partner_relayed', { channel: 'through_partner' })],
    ['check_she_called', () => begin().does(wait()), attempt('she_called_us')],
    ['find_another_way', () => begin().does(attempt('number_not_in_service')), attempt('reached')],
    ['find_another_way', () => begin().does(attempt('number_not_in_service')), { kind: 'change_plan', version: 2, verified: true }],
    ['ask_permission', () => begin(outgoing({ permissionGiven: false })), { kind: 'answer_permission', given: true, words: '' }],
    ['complete_confirmation', () => begin().does(attempt('reached')), confirmation()],
    ['check_she_called', () => begin().does(wait()), { kind: 'end_waiting' }],
    ['check_she_called', () => begin().does(wait()), wait(7)],
    ['relay', () => begin(incoming(), { plan: sheCalls({ relay }) }), wait()],
    ['reach_her', begin, wait()],
    ['neutral_check', () => begin(incoming(), { plan: version({}, null) }), wait()],
    ['ask_source', tried, { kind: 'ask_source' }],
    [
      'chase_source',
      () => mayHelp().does({ kind: 'ask_source' }),
      { kind: 'source_answered', answer: 'new_way', words: '', checkAt: null },
    ],
    ['book_next_step', confirmed, meeting()],
    ['meeting', () => confirmed().does(meeting()), { kind: 'book_meeting', at: T0 + 5 * DAY, what: '' }],
    ['review_hold', () => confirmed().does(hold()), meeting()],
    ['next_meeting', () => confirmed().does(meeting(), held()), meeting()],
    ['meeting', () => confirmed().does(meeting()), held()],
    ['next_meeting', () => confirmed().does(meeting(), held()), held()],
    ['book_next_step', confirmed, hold()],
    ['meeting', () => confirmed().does(meeting()), hold()],
    ['next_meeting', () => confirmed().does(meeting(), held()), hold()],
    ['review_hold', () => confirmed().does(hold()), hold(6)],
    [
      'record_bounce',
      () =>
        begin()
          .at(T0 + 3 * DAY)
          .does(attempt()),
      bounce(),
    ],
    ['bounce_action', () => begin().does(bounce()), settle],
    ['possible_danger', danger, settle],
    ['possible_danger', () => danger().with({ by: sol }), { kind: 'acknowledge_danger', words: 'with her' }],
    ['book_interpreter', needs, booking],
  ])('%s, by the command (%#)', (kind, tell, command) => {
    const story = tell()
    const no = story.open.find((task) => task.kind === kind)?.no
    const outcome = story.asks(command)
    expect(outcome.ok && outcome.value.filter((event) => event.kind === 'task_closed' && event.no === no)).toMatchObject([{ how: 'done' }])
  })
  test('what somebody only looks at, passes on or writes down does nothing', () => {
    const story = needs().does({ kind: 'cancel_interpreter', from: T0, until: T0 + HOUR }, { kind: 'look_again' })
    expect(story.events.map(({ kind }) => kind)).not.toContain('task_closed')
  })
})
