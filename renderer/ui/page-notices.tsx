import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button'

/** A line across the page: what happened, what is safe, what to do. `heavy` for what stops work, `plain` for a mark such as the practice office. */
export function Banner({
  tone = 'soon',
  children,
  acts,
}: {
  readonly tone?: 'soon' | 'heavy' | 'plain'
  readonly children: ReactNode
  readonly acts?: ReactNode
}) {
  return (
    <div className={tone === 'soon' ? 'notice' : `notice ${tone}`} role="status">
      <span>{children}</span>
      {acts}
    </div>
  )
}

/** A quiet line with Undo that disappears after eight seconds, but never while it has the focus. */
export function UndoLine({
  children,
  onUndo,
  onGone,
  undoLabel,
}: {
  readonly children: ReactNode
  readonly onUndo: () => void
  readonly onGone: () => void
  readonly undoLabel?: string
}) {
  const { t } = useTranslation()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(onGone, 8000)
    return () => clearTimeout(timer)
  }, [held, onGone])
  return (
    // Stays while the worker reads it or reaches for it; the button inside is what is pressed.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="undo undo-place"
      role="status"
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
    >
      <span>{children}</span>
      <Button keys="Ctrl Z" onPress={onUndo}>
        {undoLabel ?? t('frame.undo')}
      </Button>
    </div>
  )
}

/** The state of an empty page: what will appear, and one button to begin. */
export function EmptyState({
  title,
  children,
  action,
}: {
  readonly title: ReactNode
  readonly children?: ReactNode
  readonly action?: ReactNode
}) {
  return (
    <div className="empty-state">
      <p>
        <b>{title}</b>
      </p>
      {children && <p className="muted">{children}</p>}
      {action && <p className="acts">{action}</p>}
    </div>
  )
}

/** Static bars, shown only if loading takes longer than 300 ms. */
export function Loading({ children }: { readonly children: ReactNode }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return late ? (
    <div className="wait-rows" role="status">
      <p className="muted">{children}</p>
      <span />
      <span />
      <span />
      <span />
    </div>
  ) : null
}
