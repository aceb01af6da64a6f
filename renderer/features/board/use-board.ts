import { useCallback, useMemo, useState } from 'react'
import type { BoardRow } from '#shared/contract/handoff/board'
import { readNow, useOffice } from '../../office'
import { placeRows, type PlacedRow } from './filters/board-filters'

const NONE: readonly BoardRow[] = []
const SECOND = 1000

/**
 * Returns the board at this moment. `now` changes (through `BoardTicker`) only when a row's words or lane would change, so that the rows
 * are rendered about once a minute and not every second.
 */
export function useBoard() {
  const { value, failure, loading, again } = useOffice('board.read', {})
  const [now, setNow] = useState(() => Math.floor(readNow() / SECOND) * SECOND)
  const rows = value?.rows ?? NONE
  const shiftEndsAt = value?.shiftEndsAt ?? 0
  const all: readonly PlacedRow[] = useMemo(() => placeRows(rows, now, shiftEndsAt), [rows, now, shiftEndsAt])
  const turn = useCallback((at: number) => setNow(at), [])
  return { all, now, shiftEndsAt, readAt: value?.now, failure, loading, again, turn }
}

/** Counts the open handoffs, for the rail. */
export const useOpenCount = (): number | undefined => useOffice('board.read', {}).value?.rows.length
