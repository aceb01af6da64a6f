import type { ScenarioRun } from './scenario-endings'
import type { StaffName } from './set-up-sample'
import { DUE_NOW } from './open-scenarios-due'
import { WAITING } from './open-scenarios-waiting'
import type { SampleScenario } from './scenario'

/** A handoff that is open when the sample ends: when it begins, in ms before the end, and what has happened so far. */
export interface OpenScenario {
  readonly by: StaffName
  readonly before: number
  readonly start: (scenario: SampleScenario, end: number) => ScenarioRun
}

export const OPEN_SCENARIOS: readonly OpenScenario[] = [...DUE_NOW, ...WAITING]
