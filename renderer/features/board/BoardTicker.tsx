import { useEffect, useRef } from 'react'
import { MINUTE, type Instant } from '#shared/domain/core/moment'
import { useNow } from '../../office'
import type { PlacedRow } from './filters/board-filters'

interface Props {
  readonly rows: readonly PlacedRow[]
  readonly readAt: Instant
  readonly shiftEndsAt: Instant
  readonly onTurn: (now: Instant) => void
  /** What was read no longer holds. */
  readonly onStale: () => void
}

/** The next moment at which what was read no longer holds: a shift or a safe stretch begins or ends (P1). */
const findNextChange = (readAt: Instant, shiftEndsAt: Instant, rows: readonly PlacedRow[]): Instant =>
  rows
    .flatMap((row) => [row.next.until, row.safe.from, row.safe.until])
    .reduce<Instant>((soonest, at) => (at !== null && at > readAt ? Math.min(soonest, at) : soonest), shiftEndsAt)

/** Counts the seconds so that the board need not; draws nothing. */
export function BoardTicker({ rows, readAt, shiftEndsAt, onTurn, onStale }: Props) {
  const now = useNow()
  const words = `${Math.floor(now / MINUTE)} ${rows.map((row) => Math.floor((row.clockAt - now) / MINUTE)).join()}`
  const latest = useRef({ now, onTurn, onStale })
  useEffect(() => {
    latest.current = { now, onTurn, onStale }
  })
  useEffect(() => latest.current.onTurn(latest.current.now), [words])
  const edge = findNextChange(readAt, shiftEndsAt, rows)
  // A second later, so that the office is past it too; once for each edge, because the answer brings the next one.
  const stale = now > edge + 1000
  useEffect(() => {
    if (stale) latest.current.onStale()
  }, [stale, edge])
  return null
}
