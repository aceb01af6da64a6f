import { useEffect, useRef } from 'react'
import { MINUTE, type Instant } from '#shared/domain/core/moment'
import { useNow } from '../../office'
import type { PlacedRow } from './filters/board-filters'

interface Props {
  readonly rows: readonly PlacedRow[]
  readonly readAt: Instant
  readonly shiftEndsAt: Instant
  readonly onTurn: (now: Instant) => void
  /** Called when the rows that were read are out of date. */
  readonly onStale: () => void
}

/** Finds the next moment at which the rows that were read are out of date: a shift or a safe stretch begins or ends (P1). */
const findNextChange = (readAt: Instant, shiftEndsAt: Instant, rows: readonly PlacedRow[]): Instant =>
  rows
    .flatMap((row) => [row.next.until, row.safe.from, row.safe.until])
    .reduce<Instant>((soonest, at) => (at !== null && at > readAt ? Math.min(soonest, at) : soonest), shiftEndsAt)

/** Counts the seconds so that the board need not; renders nothing. */
export function BoardTicker({ rows, readAt, shiftEndsAt, onTurn, onStale }: Props) {
  const now = useNow()
  const words = `${Math.floor(now / MINUTE)} ${rows.map((row) => Math.floor((row.clockAt - now) / MINUTE)).join()}`
  const latest = useRef({ now, onTurn, onStale })
  useEffect(() => {
    latest.current = { now, onTurn, onStale }
  })
  useEffect(() => latest.current.onTurn(latest.current.now), [words])
  const edge = findNextChange(readAt, shiftEndsAt, rows)
  // A second later, so that the office is past it too; once for each moment, because the answer brings the next one.
  const stale = now > edge + 1000
  useEffect(() => {
    if (stale) latest.current.onStale()
  }, [stale, edge])
  return null
}
