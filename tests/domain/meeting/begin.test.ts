import { expect, test } from 'vitest'
import { beginMeeting } from '#shared/domain/meeting/begin'
import type { MeetingId } from '#shared/domain/core/ids'
import { getStepKind, SEED_MEETING_STEPS } from '#shared/domain/meeting/steps'
import { HOUR, MINUTE } from '#shared/domain/core/moment'
import { refusal } from '../../support/domain/commands'
import { startMeetingScenario, tryBeginMeeting } from '../../support/domain/meeting-scenario'
import { amira, T0 } from '../../support/domain/people'
import { incoming, startScenario } from '../../support/domain/scenario'

test('a closed handoff has no new meeting', () => {
  const { handoff } = startScenario(incoming()).run({ kind: 'mark_error', reason: 'written twice' })
  const facts = { id: 'meeting' as MeetingId, handoff, mode: 'virtual', where: '', withoutHer: null, steps: SEED_MEETING_STEPS } as const
  expect(beginMeeting({ ...facts, policyVersion: 1, startedAt: null }, { now: T0, by: amira })).toEqual(refusal('already_closed'))
})

test('it may begin in the moment of the receipt, and a minute late is still now (C8)', () => {
  expect(tryBeginMeeting({ startedAt: T0 - 3 * HOUR })).toMatchObject({ ok: true })
  expect(startMeetingScenario({ startedAt: T0 - MINUTE }).meeting).toMatchObject({ late: false, runningSince: T0 - MINUTE })
  expect(startMeetingScenario({ startedAt: T0 - MINUTE - 1 }).meeting).toMatchObject({ late: true, runningSince: null })
})

test('every step begins open, without a reason, a worker or a time', () => {
  const { steps } = startMeetingScenario().meeting
  expect(new Set(steps.map(({ state, reason, at, by }) => JSON.stringify({ state, reason, at, by })))).toEqual(
    new Set([JSON.stringify({ state: 'open', reason: '', at: null, by: null })]),
  )
})

test.each([
  [{ text: 'Deadline risks named', required: true }, 'risks'],
  [{ text: 'Deadline risks named', required: true, does: 'plan' }, 'plan'],
  [{ text: 'Bring the umbrella back', required: false }, 'check'],
] as const)('the step %j does %s', (step, does) => expect(getStepKind(step)).toBe(does))
