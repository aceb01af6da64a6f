import type { StayView } from '#shared/contract/person/stay'
import type { Instant } from '#shared/domain/core/moment'
import { getDayOfStay, getGoalsState, type GoalsState } from '#shared/domain/stay/stay'
import { useMinute, useZone } from '../../office'

type StayDates = Pick<StayView, 'intakeAt' | 'goals'> & { readonly endedAt?: Instant | null }

/**
 * Returns the day of the stay and the state of the conversation at this minute: a page that is open over midnight shows the new day (A4).
 */
export function useGoalsState({ intakeAt, goals, endedAt = null }: StayDates): { readonly day: number; readonly goalsState: GoalsState } {
  const now = useMinute()
  const zone = useZone()
  return {
    day: getDayOfStay(intakeAt, endedAt ?? now, zone),
    goalsState: getGoalsState({ intakeAt, goalsAskedAt: goals.askedAt, endedAt }, now, zone),
  }
}
