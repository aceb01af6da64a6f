import { HOUR, MINUTE } from '#shared/domain/core/moment'
import type { SampleScenario } from './scenario'
import type { ScenarioRun } from './scenario-endings'
import type { StaffName } from './set-up-sample'

/** One of the handoffs that are open when the sample ends: when it begins, in ms before the end, and what has happened so far. */
export interface OpenScenario {
  readonly by: StaffName
  readonly before: number
  readonly start: (scenario: SampleScenario, end: number) => ScenarioRun
}

/** Hours and minutes as milliseconds. */
export const age = (h: number, min = 0): number => h * HOUR + min * MINUTE
