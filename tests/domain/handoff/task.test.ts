import { describe, expect, test } from 'vitest'
import { isLoopBackAllowed } from '#shared/domain/handoff/situation'
import { findNextAction, listOpenTasks, type Task } from '#shared/domain/handoff/task'
import { amira, T0 } from '../../support/domain/people'
import { version } from '../../support/domain/plans'
import { startScenario, outgoing } from '../../support/domain/scenario'

const task = (no: number, kind: Task['kind'], dueAt: number, facts: Partial<Task> = {}): Task => ({
  no,
  kind,
  owner: amira,
  dueAt,
  until: null,
  waitsOn: 'nobody',
  what: '',
  byHand: false,
  doneAt: null,
  ...facts,
})

describe('the next action (H1)', () => {
  test('is the soonest that is open', () => {
    const tasks = [task(1, 'meeting', T0, { doneAt: T0 }), task(2, 'review_hold', T0 + 2), task(3, 'next_meeting', T0 + 1)]
    expect(listOpenTasks(tasks).map(({ no }) => no)).toEqual([2, 3])
    expect(findNextAction(tasks)?.no).toBe(3)
    expect(findNextAction([])).toBeNull()
    expect(findNextAction([task(1, 'meeting', T0, { doneAt: T0 })])).toBeNull()
  })
  test('of two at one moment it is she herself before the source (C5), and of two alike the earlier', () => {
    expect(findNextAction([task(1, 'ask_source', T0), task(2, 'reach_her', T0)])?.no).toBe(2)
    expect(findNextAction([task(2, 'meeting', T0), task(1, 'meeting', T0)])?.no).toBe(1)
  })
})

test('the source is asked only where it is a partner that agreed, and she allowed it (C5)', () => {
  const plan = version({ sourceMayHelp: true })
  const { handoff } = startScenario()
  const ours = startScenario(outgoing()).handoff
  expect(isLoopBackAllowed(handoff, { plan, partnerHelps: true })).toBe(true)
  expect(isLoopBackAllowed(handoff, { plan, partnerHelps: false })).toBe(false)
  expect(isLoopBackAllowed(handoff, { plan: version(), partnerHelps: true })).toBe(false)
  expect(isLoopBackAllowed(handoff, { plan: null, partnerHelps: true })).toBe(false)
  expect(isLoopBackAllowed(ours, { plan, partnerHelps: true })).toBe(false)
})
