import type { StayView } from '#shared/contract/stay'
import type { Instant } from '#shared/domain/moment'
import { dayOfStay, goalsStanding, type GoalsStanding } from '#shared/domain/stay'
import { useMinute, useZone } from '../../office'

type Staying = Pick<StayView, 'intakeAt' | 'goals'> & { readonly endedAt?: Instant | null }

/** A4: the day of the stay and how the talk stands at this minute: a page that lies open over midnight says the new day. */
export function useGoals({ intakeAt, goals, endedAt = null }: Staying): { readonly day: number; readonly standing: GoalsStanding } {
  const now = useMinute()
  const zone = useZone()
  return {
    day: dayOfStay(intakeAt, endedAt ?? now, zone),
    standing: goalsStanding({ intakeAt, goalsAskedAt: goals.askedAt, endedAt }, now, zone),
  }
}
