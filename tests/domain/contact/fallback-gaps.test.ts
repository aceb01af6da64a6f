import { describe, expect, test } from 'vitest'
import { HOUR } from '#shared/domain/core/moment'
import { listHandoffFallbackGaps } from '#shared/domain/handoff/decide/decide-ending'
import { attempt } from '../../support/domain/commands'
import { T0 } from '../../support/domain/people'
import { startScenario } from '../../support/domain/scenario'

const listGaps = (...hours: readonly number[]) => {
  const scenario = startScenario()
  for (const hour of hours) scenario.setTime(T0 + hour * HOUR).run(attempt())
  return listHandoffFallbackGaps(scenario.handoff, scenario.around)
}

describe('what of the fallback was not made (C5)', () => {
  test.each([
    [[], ['first_window', 'second_window']],
    [[1], ['first_window', 'second_window']],
    [[1, 4], ['second_window']],
    [[1, 4, 25], []],
    // Three of three tries, and the first window is short of one all the same: the bounce says which, not "not all are made".
    [[1, 25, 28], ['first_window']],
    [[25, 28, 31], ['first_window']],
  ] as const)('tries after %j hours leave %j', (hours, gaps) => expect(listGaps(...hours)).toEqual(gaps))
})
