import { useCallback, useEffect, useMemo, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { PLACES } from '../../office'
import { choiceOf, EVERYTHING, searchOf, type Choice } from './choice'

/** How the board was looked at last: coming back brings it back. Ids only, gone with the window. */
let lastSearch = ''
let lastAt: string | null = null

/** The view and its filters live in the address; the chosen row does not, because arrows would flood the history. */
export function useChoice(): readonly [Choice, (next: Choice) => void] {
  const search = useSearch()
  const [, go] = useLocation()
  const [at, setAt] = useState(lastAt)
  const said = useMemo(() => choiceOf(search), [search])

  const change = useCallback((next: Choice) => {
    lastAt = next.at
    setAt(next.at)
    const nextSearch = searchOf({ ...next, at: null })
    if (nextSearch === searchOf(choiceOf(search))) return
    lastSearch = nextSearch
    go(`${PLACES.board}?${nextSearch}`, { replace: true })
  }, [go, search])

  useEffect(() => {
    // Back from another page whose address said nothing about the board.
    if (lastSearch !== '' && searchOf(choiceOf(search)) === '') go(`${PLACES.board}?${lastSearch}`, { replace: true })
  }, [])

  return [useMemo(() => ({ ...EVERYTHING, ...said, at }), [said, at]), change]
}
