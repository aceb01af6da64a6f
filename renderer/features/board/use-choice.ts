import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { PLACES } from '../../office'
import { choiceOf, EVERYTHING, searchOf, type Choice } from './choice'

/** How the board was looked at last: coming back brings it back. Ids only, gone with the window. */
let lastSearch = ''
let lastAt: string | null = null

/** The view and its filters live in the address; the chosen row does not, because arrows would flood the history. `change` takes what is new and never changes itself. */
export function useChoice(): readonly [Choice, (part: Partial<Choice>) => void] {
  const search = useSearch()
  const [, go] = useLocation()
  const [at, setAt] = useState(lastAt)
  const said = useMemo(() => choiceOf(search), [search])
  const choice = useMemo(() => ({ ...EVERYTHING, ...said, at }), [said, at])
  const latest = useRef({ choice, go })
  useEffect(() => {
    latest.current = { choice, go }
  })

  const change = useCallback((part: Partial<Choice>) => {
    const next = { ...latest.current.choice, ...part }
    lastAt = next.at
    setAt(next.at)
    const nextSearch = searchOf({ ...next, at: null })
    if (nextSearch === searchOf({ ...latest.current.choice, at: null })) return
    lastSearch = nextSearch
    latest.current.go(`${PLACES.board}?${nextSearch}`, { replace: true })
  }, [])

  const arrived = useRef(false)
  useEffect(() => {
    if (arrived.current) return
    arrived.current = true
    // Back from another page whose address said nothing about the board.
    if (lastSearch !== '' && searchOf(choiceOf(search)) === '') go(`${PLACES.board}?${lastSearch}`, { replace: true })
  }, [go, search])

  return [choice, change]
}
