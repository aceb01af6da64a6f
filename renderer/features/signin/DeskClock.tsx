import { longDay, shortTime } from '#shared/domain/wording'
import { useMinute, useZone } from '../../office'

/** A clock that is read across the room. */
export function DeskClock() {
  const now = useMinute()
  const zone = useZone()
  return (
    <>
      <p className="lock-time">
        <time>{shortTime(now, zone)}</time>
      </p>
      <p className="lock-day">{longDay(now, zone)}</p>
    </>
  )
}
