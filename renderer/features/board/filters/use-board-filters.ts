import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { ROUTES } from '../../../office'
import { parseFilters, DEFAULT_FILTERS, formatFilters, type BoardFilters } from './board-filters'

/** How the board was looked at last: coming back brings it back. Ids only, gone with the window. */
let lastSearch = ''
let lastAt: string | null = null

/** The view and its filters live in the address; the chosen row does not, because arrows would flood the history. `change` takes what is new and never changes itself. */
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
    // Back from another page whose address said nothing about the board.
    if (lastSearch !== '' && formatFilters(parseFilters(search)) === '') go(`${ROUTES.board}?${lastSearch}`, { replace: true })
  }, [go, search])

  return [filters, change]
}
