import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { HandoffId } from '#shared/domain/core/ids'
import { FeedbackPage } from '../features/feedback/FeedbackPage'
import { ROUTES } from '../office'

/** A6: while this place is open the screen is in her hands. */
const FEEDBACK_PATH = /^\/feedback\/([^/?]+)/
const parseFeedbackRecord = (location: string): HandoffId | null => (FEEDBACK_PATH.exec(location)?.[1] as HandoffId | undefined) ?? null

/** True from the moment the screen was turned to her until the desk is locked, whatever place is asked for meanwhile. */
export function useFeedbackScreen(location: string): boolean {
  const feedbackRecord = parseFeedbackRecord(location) !== null
  const [turned, setTurned] = useState(feedbackRecord)
  if (feedbackRecord && !turned) setTurned(true)
  return turned || feedbackRecord
}

/**
 * '#/feedback/<id>': her page and nothing else. Going back, a link, the end: each way out of it draws nothing of the book and
 * locks the desk; whoever signs in next is at the board.
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
