import type { ReactNode } from 'react'

/** The margin keeps the time: time at the left against a rule, a mark on it, the entry at the right. Holds `BookLine`s. */
export function Timeline({
  children,
  tight,
  label,
  className = '',
}: {
  readonly children: ReactNode
  readonly tight?: boolean
  readonly label?: string
  readonly className?: string | undefined
}) {
  return (
    <ol className={['book-list', tight ? 'tight' : '', className].filter(Boolean).join(' ')} {...(label ? { 'aria-label': label } : {})}>
      {children}
    </ol>
  )
}

/** One line. `mark` is a `Shape` or an `Icon`; a small ring when nothing is given. */
export function TimelineLine({
  time,
  mark,
  children,
}: {
  readonly time: ReactNode
  readonly mark?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <li>
      <span className="m">{time}</span>
      {mark ?? <span className="dot" aria-hidden="true" />}
      <div>{children}</div>
    </li>
  )
}
