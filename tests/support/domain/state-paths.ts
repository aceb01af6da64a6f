import type { HandoffStateKind } from '#shared/domain/handoff/handoff'
import { DAY, HOUR } from '#shared/domain/core/moment'
import type { TaskKind } from '#shared/domain/core/vocabulary'
import { attempt, bounce, close, confirmation, heldMeeting } from './commands'
import { T0 } from './people'
import { version } from './plans'
import { incoming, outgoing, startScenario, type Scenario } from './scenario'

/** Contact is confirmed an hour after the story begins. */
export const confirmed = () => startScenario().advance(HOUR).run(attempt('reached'), confirmation())
const booked = () => confirmed().run({ kind: 'book_meeting', at: T0 + 20 * HOUR, what: 'first talk' })
export const sourceAsked = () =>
  startScenario(incoming(), { plan: version({ sourceMayHelp: true }), partnerHelps: true }).run({ kind: 'ask_source' })

/** Section 3: how each state is come to, its next action, and when that is due. */
export const STATE_PATHS: Readonly<Record<HandoffStateKind, readonly [tell: () => Scenario, next: TaskKind | null, dueAt: number | null]>> =
  {
    permission_pending: [() => startScenario(outgoing({ permissionGiven: false })), 'ask_permission', T0 + 4 * HOUR],
    contact_due: [() => startScenario(), 'reach_her', T0],
    attempting: [() => startScenario().run(attempt()), 'reach_her', T0 + 2 * HOUR],
    reached_not_confirmed: [() => startScenario().run(attempt('reached')), 'complete_confirmation', T0 + 24 * HOUR],
    waiting_for_her: [
      () => startScenario().run({ kind: 'agree_waiting', checkAt: T0 + 5 * HOUR, why: 'she_asked' }),
      'check_she_called',
      T0 + 5 * HOUR,
    ],
    loop_back_asked: [sourceAsked, 'reach_her', T0],
    confirmed: [confirmed, 'book_next_step', T0 + 25 * HOUR],
    meeting_booked: [booked, 'meeting', T0 + 20 * HOUR],
    accompanying: [
      () =>
        booked()
          .setTime(T0 + 21 * HOUR)
          .run(heldMeeting(T0 + 7 * DAY, T0 + 21 * HOUR)),
      'next_meeting',
      T0 + 7 * DAY,
    ],
    on_hold: [() => confirmed().run({ kind: 'put_on_hold', reviewAt: T0 + 3 * DAY, what: 'wait list' }), 'review_hold', T0 + 3 * DAY],
    bounced: [() => startScenario().run(bounce()), 'bounce_action', T0 + 10 * DAY],
    closed: [() => confirmed().run(close()), null, null],
    entered_in_error: [() => startScenario().run({ kind: 'mark_error', reason: 'twice' }), null, null],
  }
