import { expect, test } from 'vitest'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { T0 } from '../../support/domain/people'
import { version } from '../../support/domain/plans'
import { startScenario, incoming } from '../../support/domain/scenario'

const needed = version({ interpreter: 'needed' })
const at = (hours: number) => ({ from: T0 + hours * HOUR, until: T0 + (hours + 1) * HOUR })

test('an interpreter who is booked for next week does not keep us from ringing her today: another is booked first (C5, section 5)', () => {
  const scenario = startScenario(incoming(), { plan: needed, interpreter: [at(7 * 24)] })
  expect(scenario.proposal).toMatchObject({ kind: 'slot', at: T0, because: ['interpreter_needed'] })
  expect(scenario.nextTask).toMatchObject({ kind: 'book_interpreter', dueAt: T0 })
})

test('one before the bounce is due is waited for, and one after it is where she is tried when the windows have no room', () => {
  expect(startScenario(incoming(), { plan: needed, interpreter: [at(47), at(7 * 24)] }).proposal).toMatchObject({
    kind: 'slot',
    at: T0 + 47 * HOUR,
  })
  expect(startScenario(incoming(), { plan: needed, interpreter: [at(7 * 24)] }).setTime(T0 + 2 * DAY).proposal).toMatchObject({
    kind: 'windows_over',
  })
})
