import { describe, expect, test } from 'vitest'
import { loopBackAllowed } from '#shared/domain/situation'
import { nextActionOf, openTasks, type Task } from '#shared/domain/task'
import { amira, T0 } from '../support/people'
import { version } from '../support/plans'
import { begin, outgoing } from '../support/story'

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
    expect(openTasks(tasks).map(({ no }) => no)).toEqual([2, 3])
    expect(nextActionOf(tasks)?.no).toBe(3)
    expect(nextActionOf([])).toBeNull()
    expect(nextActionOf([task(1, 'meeting', T0, { doneAt: T0 })])).toBeNull()
  })
  test('of two at one moment it is she herself before the source (C5), and of two alike the earlier', () => {
    expect(nextActionOf([task(1, 'ask_source', T0), task(2, 'reach_her', T0)])?.no).toBe(2)
    expect(nextActionOf([task(2, 'meeting', T0), task(1, 'meeting', T0)])?.no).toBe(1)
  })
})

test('the source is asked only where it is a partner that agreed, and she allowed it (C5)', () => {
  const plan = version({ sourceMayHelp: true })
  const { handoff } = begin()
  const ours = begin(outgoing()).handoff
  expect(loopBackAllowed(handoff, { plan, partnerHelps: true })).toBe(true)
  expect(loopBackAllowed(handoff, { plan, partnerHelps: false })).toBe(false)
  expect(loopBackAllowed(handoff, { plan: version(), partnerHelps: true })).toBe(false)
  expect(loopBackAllowed(handoff, { plan: null, partnerHelps: true })).toBe(false)
  expect(loopBackAllowed(ours, { plan, partnerHelps: true })).toBe(false)
})
