import type { ScenarioRun } from './endings'
import type { StaffName } from './founding'
import { DUE_NOW } from './board-due'
import { WAITING } from './board-waiting'
import type { SampleScenario } from './tale'

/** One of the handoffs that are open when the sample ends: when it begins, in ms before the end, and what has happened so far. */
export interface OpenScenario {
  readonly by: StaffName
  readonly before: number
  readonly start: (scenario: SampleScenario, end: number) => ScenarioRun
}

export const OPEN_SCENARIOS: readonly OpenScenario[] = [...DUE_NOW, ...WAITING]
