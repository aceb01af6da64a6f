import { useEffect, useMemo, useRef } from 'react'
import type { BoardRow } from '#shared/contract/board'
import { MINUTE, type Instant } from '#shared/domain/moment'
import { useNow, useOffice } from '../../office'
import { placed, type Placed } from './choice'

const NONE: readonly BoardRow[] = []

/** The next moment at which what was read no longer holds: a shift or a safe stretch begins or ends (P1). */
function nextEdge(readAt: Instant, shiftEndsAt: Instant, rows: readonly BoardRow[]): Instant {
  return rows.flatMap((row) => [row.next.until, row.safe.from, row.safe.until]).reduce<Instant>((soonest, at) => (at !== null && at > readAt ? Math.min(soonest, at) : soonest), shiftEndsAt)
}

/**
 * The board as it stands at this moment. Lanes and words move by themselves: `now` changes only when a row's words or
 * lane would change, so that the rows are drawn again once a minute or so and not every second.
 */
export function useBoard() {
  const { value, failure, loading, again } = useOffice('board.read', {})
  const exact = useNow()
  const rows = value?.rows ?? NONE
  const shiftEndsAt = value?.shiftEndsAt ?? 0

  const words = `${Math.floor(exact / MINUTE)} ${rows.map((row) => Math.floor((row.clockAt - exact) / MINUTE)).join()}`
  const seen = useRef({ words: '', now: 0 })
  if (seen.current.words !== words) seen.current = { words, now: exact }
  const { now } = seen.current

  const edge = value ? nextEdge(value.now, value.shiftEndsAt, rows) : Infinity
  // A second later, so that the office is past it too.
  const stale = exact > edge + 1000
  useEffect(() => {
    if (stale) again()
    // Once for each edge: the answer brings the next one.
  }, [stale, edge])

  const all: readonly Placed[] = useMemo(() => placed(rows, now, shiftEndsAt), [rows, now, shiftEndsAt])
  return { all, now, shiftEndsAt, ready: value !== undefined, failure, loading, again }
}

/** How many handoffs are open, for the rail. */
export const useOpenCount = (): number | undefined => useOffice('board.read', {}).value?.rows.length
