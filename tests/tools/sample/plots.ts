import type { Telling } from './endings'
import * as otherwise from './plots-otherwise'
import * as reached from './plots-reached'
import type { Tale } from './tale'

/** How a handoff of the past went. `days`: it has surely ended so long after its referral. */
export interface Plot {
  readonly weight: number
  readonly days: number
  readonly tell: (tale: Tale) => Telling
}

export const PLOTS: readonly Plot[] = [
  { weight: 34, days: 8, tell: reached.reached },
  { weight: 8, days: 0.4, tell: reached.reachedQuickly },
  { weight: 8, days: 9, tell: reached.reachedLate },
  { weight: 6, days: 8, tell: reached.inParts },
  { weight: 5, days: 10, tell: reached.askedTheSource },
  { weight: 6, days: 10, tell: otherwise.neverReached },
  { weight: 9, days: 7, tell: otherwise.bouncedFor },
  { weight: 2, days: 6, tell: otherwise.deadNumber },
  { weight: 1, days: 8, tell: reached.danger },
  { weight: 3, days: 7, tell: otherwise.noSafeWay },
  { weight: 3, days: 9, tell: reached.stopped },
  { weight: 3, days: 8, tell: reached.sheRings },
  { weight: 3, days: 15, tell: reached.reopened },
  { weight: 6, days: 8, tell: otherwise.outgoing },
  { weight: 6, days: 8, tell: otherwise.internal },
  { weight: 2, days: 40, tell: otherwise.accompanied },
  { weight: 2, days: 34, tell: otherwise.onHold },
  { weight: 2, days: 0.2, tell: otherwise.inError },
  { weight: 3, days: 8, tell: reached.corrected },
  { weight: 4, days: 8, tell: reached.toldTheSource },
]
