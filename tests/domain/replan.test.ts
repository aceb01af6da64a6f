import { describe, expect, test } from 'vitest'
import type { HandoffCommand } from '#shared/domain/handoff-command'
import type { HandoffEvent } from '#shared/domain/handoff-event'
import { HOUR } from '#shared/domain/moment'
import { attempt, reasonOf } from '../support/commands'
import { amira, bo, sol, T0 } from '../support/people'
import { daily, sheCalls, times, version } from '../support/plans'
import { begin, incoming, outgoing, type Story } from '../support/story'

// T0 is 10:00 on the shelter's clock.
const evenings = (verified = version().verified) => version({ safeHours: times(daily('18:00', '20:00')) }, verified)
const move = (dueAt: number, owner = amira, no = 1): HandoffCommand => ({ kind: 'move_task', no, owner, dueAt })
/** What a command makes of the open tasks, without when and by whom. */
const newsOf = (story: Story, command: HandoffCommand) => {
  const outcome = story.asks(command)
  return outcome.ok ? outcome.value.filter(({ kind }) => kind.startsWith('task_')).map(brief) : outcome.failure.reason
}
const brief = (event: HandoffEvent) =>
  event.kind === 'task_opened'
    ? `opened ${event.task.kind}`
    : event.kind === 'task_closed'
      ? `${event.how} ${event.no}`
      : event.kind === 'task_moved'
        ? `moved ${event.no} to ${event.owner === bo ? 'bo' : event.owner === amira ? 'amira' : 'sol'} at ${(event.dueAt - T0) / HOUR}`
        : event.kind

describe('the open tasks follow what is due (H1)', () => {
  test('nothing is written where nothing changes', () => expect(newsOf(begin(), { kind: 'look_again' })).toEqual([]))
  test('what a command did is done, what is no longer asked for is superseded', () => {
    expect(newsOf(begin(), attempt())).toEqual(['done 1', 'opened reach_her'])
    expect(newsOf(begin().with({ plan: sheCalls() }), { kind: 'change_plan', version: 2, verified: true })).toEqual([
      'superseded 1',
      'opened check_she_called',
    ])
  })
  test('a time that changes moves the task, also back again', () => {
    const story = begin().does(attempt())
    expect(newsOf(story, { kind: 'withdraw_attempt', no: 1 })).toEqual(['moved 2 to amira at 0'])
    expect(story.does({ kind: 'withdraw_attempt', no: 1 }).next).toMatchObject({ kind: 'reach_her', dueAt: T0 })
  })
  test('so does the end of its slot alone', () => {
    const story = begin().with({ plan: version({ safeHours: times(daily('10:00', '12:00')) }) })
    expect(story.does({ kind: 'change_plan', version: 2, verified: true }).next).toMatchObject({ dueAt: T0, until: T0 + 2 * HOUR })
  })
})

describe('a task that a person moved', () => {
  test('stays as she set it, and nothing is written about it', () => {
    const story = begin().does(move(T0 + 5 * HOUR))
    expect(newsOf(story.after(HOUR), { kind: 'look_again' })).toEqual([])
  })
  test('goes on with the handoff where it was the worker’s own, and stays where she gave it to somebody else (H4, H9)', () => {
    const pass = { kind: 'assign', to: bo, reason: '' } as const
    expect(newsOf(begin().does(move(T0 + 5 * HOUR)), pass)).toEqual(['moved 1 to bo at 5'])
    expect(newsOf(begin().does(move(T0 + 5 * HOUR, sol)), pass)).toEqual([])
  })
  test('a neutral check is no more moved outside her safe times than a call to her (P1)', () => {
    expect(newsOf(begin(incoming(), { plan: evenings(null) }), move(T0 + 5 * HOUR))).toBe('outside_safe_times')
    expect(newsOf(begin(incoming(), { plan: evenings() }), move(T0 + 5 * HOUR))).toBe('outside_safe_times')
  })
  test('what rings nobody, or is not ours to ring, may be done at any hour (H8)', () => {
    const waiting = begin(incoming(), { plan: evenings() }).does({ kind: 'agree_waiting', checkAt: T0 + 2 * HOUR, why: 'she_asked' })
    expect(reasonOf(waiting.asks(move(T0 + 5 * HOUR, amira, 2)))).toBeUndefined()
    expect(reasonOf(begin(outgoing(), { plan: evenings() }).asks(move(T0 + 5 * HOUR)))).toBeUndefined()
    const unknown = begin(incoming(), { plan: null }).does(move(T0 + 5 * HOUR))
    expect(newsOf(unknown, { kind: 'look_again' })).toEqual([])
  })
  test('and is kept there when all is planned anew', () => {
    for (const story of [begin(outgoing(), { plan: evenings() }), begin(incoming(), { plan: evenings(null) })]) {
      const at = story.handoff.direction === 'outgoing' ? T0 + 5 * HOUR : T0 + 9 * HOUR
      expect(newsOf(story.does(move(at)), { kind: 'look_again' })).toEqual([])
    }
  })
})
