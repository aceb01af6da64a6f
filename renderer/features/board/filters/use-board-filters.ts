import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { ROUTES } from '../../../office'
import { parseFilters, DEFAULT_FILTERS, formatFilters, type BoardFilters } from './board-filters'

/** The last filters of the board: coming back restores them. Ids only, gone with the window. */
let lastSearch = ''
let lastAt: string | null = null

/**
 * Returns the view and its filters from the address. The selected row is not in the address, because arrows would flood the history.
 * `change` takes only what is new and is stable.
 */
export function useBoardFilters(): readonly [BoardFilters, (part: Partial<BoardFilters>) => void] {
  const search = useSearch()
  const [, go] = useLocation()
  const [at, setAt] = useState(lastAt)
  const said = useMemo(() => parseFilters(search), [search])
  const filters = useMemo(() => ({ ...DEFAULT_FILTERS, ...said, at }), [said, at])
  const latest = useRef({ choice: filters, go })
  useEffect(() => {
    latest.current = { choice: filters, go }
  })

  const change = useCallback((part: Partial<BoardFilters>) => {
    const next = { ...latest.current.choice, ...part }
    lastAt = next.at
    setAt(next.at)
    const nextSearch = formatFilters({ ...next, at: null })
    if (nextSearch === formatFilters({ ...latest.current.choice, at: null })) return
    lastSearch = nextSearch
    latest.current.go(`${ROUTES.board}?${nextSearch}`, { replace: true })
  }, [])

  const arrived = useRef(false)
  useEffect(() => {
    if (arrived.current) return
    arrived.current = true
    // The worker comes back from another page whose address said nothing about the board.
    if (lastSearch !== '' && formatFilters(parseFilters(search)) === '') go(`${ROUTES.board}?${lastSearch}`, { replace: true })
  }, [go, search])

  return [filters, change]
}
