import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { HandoffId } from '#shared/domain/ids'
import { FeedbackPage } from '../features/feedback/FeedbackPage'
import { PLACES } from '../office'

/** A6: while this place is open the screen is in her hands. */
const HERS = /^\/feedback\/([^/?]+)/
const herRecord = (location: string): HandoffId | null => (HERS.exec(location)?.[1] as HandoffId | undefined) ?? null

/** True from the moment the screen was turned to her until the desk is locked, whatever place is asked for meanwhile. */
export function useTurned(location: string): boolean {
  const hers = herRecord(location) !== null
  const [turned, setTurned] = useState(hers)
  if (hers && !turned) setTurned(true)
  return turned || hers
}

/**
 * '#/feedback/<id>': her page and nothing else. Going back, a link, the end: each way out of it draws nothing of the book and
 * locks the desk; whoever signs in next is at the board.
 */
export function TurnedToHer({ onLock }: { readonly onLock: () => void }) {
  const { t } = useTranslation()
  const [location, go] = useLocation()
  const id = herRecord(location)
  useEffect(() => {
    if (id === null) onLock()
  }, [id, onLock])
  useEffect(() => () => go(PLACES.board, { replace: true }), [go])
  if (id !== null) return <FeedbackPage id={id} onEnd={() => go(PLACES.board, { replace: true })} />
  return (
    <main className="nothing" id="main">
      <h1 className="hidden">{t('frame.app')}</h1>
    </main>
  )
}
