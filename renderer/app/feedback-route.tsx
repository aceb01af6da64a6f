import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { HandoffId } from '#shared/domain/core/ids'
import { FeedbackPage } from '../features/feedback/FeedbackPage'
import { ROUTES } from '../office'

/** While this route is open the person uses the screen (A6). */
const FEEDBACK_PATH = /^\/feedback\/([^/?]+)/
const parseFeedbackRecord = (location: string): HandoffId | null => (FEEDBACK_PATH.exec(location)?.[1] as HandoffId | undefined) ?? null

/** Returns true from the moment the screen was turned to the person until it is locked, whatever route is requested meanwhile. */
export function useFeedbackScreen(location: string): boolean {
  const feedbackRecord = parseFeedbackRecord(location) !== null
  const [turned, setTurned] = useState(feedbackRecord)
  if (feedbackRecord && !turned) setTurned(true)
  return turned || feedbackRecord
}

/**
 * The feedback page at '#/feedback/<id>' and nothing else. Every way out of it (going back, a link, the end) hides all data and locks the
 * screen; the next worker signs in to the board.
 */
export function FeedbackRoute({ onLock }: { readonly onLock: () => void }) {
  const { t } = useTranslation()
  const [location, go] = useLocation()
  const id = parseFeedbackRecord(location)
  useEffect(() => {
    if (id === null) onLock()
  }, [id, onLock])
  useEffect(() => () => go(ROUTES.board, { replace: true }), [go])
  if (id !== null) return <FeedbackPage id={id} onEnd={() => go(ROUTES.board, { replace: true })} />
  return (
    <main className="nothing" id="main">
      <h1 className="hidden">{t('frame.app')}</h1>
    </main>
  )
}
