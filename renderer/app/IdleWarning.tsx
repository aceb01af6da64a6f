import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callOffice, sendDrafts, useNow } from '../office'

/** Input is reported at most this often (ms). */
const REPORT_INTERVAL = 5_000
const ACTIVITY_EVENTS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('textarea, select, input') !== null)
/** Tells whether a key would act by itself: "press any key" must not press the focused button. A letter into a field is kept. */
const isActionKey = (event: Event): boolean =>
  event instanceof KeyboardEvent &&
  !isTyping(event.target) &&
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !/^F\d+$/.test(event.key)

/** Reports input to the office and warns before the screen locks by itself (L2). Rendered while a worker is signed in. */
export function IdleWarning({ locksAt }: { readonly locksAt: number | null }) {
  const [stayed, setStayed] = useState<number | null>(null)
  const warned = locksAt !== null && locksAt !== stayed ? locksAt : null
  const warning = useRef<number | null>(warned)
  const last = useRef(-REPORT_INTERVAL)

  useEffect(() => {
    warning.current = warned
    // No one may come back before the lock, so the typed words go to the office now.
    if (warned !== null) sendDrafts()
  }, [warned])

  useEffect(() => {
    const stir = (event: Event) => {
      // F9 was handled already: it is no input that keeps the session open.
      if (event instanceof KeyboardEvent && event.key === 'F9') return
      const shown = warning.current
      if (shown !== null && isActionKey(event)) {
        event.preventDefault()
        event.stopPropagation()
      }
      // An answer to the warning is reported at once, however recent the last report was.
      if (shown === null && event.timeStamp - last.current < REPORT_INTERVAL) return
      last.current = event.timeStamp
      warning.current = null
      if (shown !== null) setStayed(shown)
      void callOffice('session.reportActivity', {})
    }
    for (const sign of ACTIVITY_EVENTS) window.addEventListener(sign, stir, { capture: true, passive: false })
    return () => {
      for (const sign of ACTIVITY_EVENTS) window.removeEventListener(sign, stir, { capture: true })
    }
  }, [])

  return warned === null ? null : <IdleCountdown locksAt={warned} />
}

/** Announces the sentence once; the seconds are only shown. */
function IdleCountdown({ locksAt }: { readonly locksAt: number }) {
  const { t } = useTranslation()
  const count = Math.max(0, Math.ceil((locksAt - useNow()) / 1000))
  const [first] = useState(count)
  return (
    <div className="stay-line">
      <p role="alert" className="hidden">
        {t('frame.idle', { count: first })}
      </p>
      <p aria-hidden="true">{t('frame.idle', { count })}</p>
    </div>
  )
}
