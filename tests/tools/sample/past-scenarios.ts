import type { ScenarioRun } from './scenario-endings'
import * as otherwise from './scenarios-not-reached'
import * as reached from './scenarios-reached'
import type { SampleScenario } from './scenario'

/** How a past handoff went. `days`: it has certainly ended this long after its referral. */
export interface PastScenario {
  readonly weight: number
  readonly days: number
  readonly start: (scenario: SampleScenario) => ScenarioRun
}

export const PAST_SCENARIOS: readonly PastScenario[] = [
  { weight: 34, days: 8, start: reached.reached },
  { weight: 8, days: 0.4, start: reached.reachedQuickly },
  { weight: 8, days: 9, start: reached.reachedLate },
  { weight: 6, days: 8, start: reached.inParts },
  { weight: 5, days: 10, start: reached.askedTheSource },
  { weight: 6, days: 10, start: otherwise.neverReached },
  { weight: 9, days: 7, start: otherwise.bouncedFor },
  { weight: 2, days: 6, start: otherwise.deadNumber },
  { weight: 1, days: 8, start: reached.danger },
  { weight: 3, days: 7, start: otherwise.noSafeWay },
  { weight: 3, days: 9, start: reached.stopped },
  { weight: 3, days: 8, start: reached.sheRings },
  { weight: 3, days: 15, start: reached.reopened },
  { weight: 6, days: 8, start: otherwise.outgoing },
  { weight: 6, days: 8, start: otherwise.internal },
  { weight: 2, days: 40, start: otherwise.accompanied },
  { weight: 2, days: 34, start: otherwise.onHold },
  { weight: 2, days: 0.2, start: otherwise.inError },
  { weight: 3, days: 8, start: reached.corrected },
  { weight: 4, days: 8, start: reached.toldTheSource },
]
