import type { ReactNode } from 'react'

/** A list by time: the time in the left margin, a mark on the line, the entry at the right. Holds `TimelineLine`s. */
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
    <ol className={['timeline', tight ? 'tight' : '', className].filter(Boolean).join(' ')} {...(label ? { 'aria-label': label } : {})}>
      {children}
    </ol>
  )
}

/** One line. `mark` is a `MarkShape` or an `Icon`; the default is a small ring. */
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
