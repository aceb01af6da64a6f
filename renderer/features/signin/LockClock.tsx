import { formatLongDay, formatTime } from '#shared/domain/core/wording'
import { useMinute, useZone } from '../../office'

/** A large clock. */
export function LockClock() {
  const now = useMinute()
  const zone = useZone()
  return (
    <>
      <p className="lock-time">
        <time>{formatTime(now, zone)}</time>
      </p>
      <p className="lock-day">{formatLongDay(now, zone)}</p>
    </>
  )
}
