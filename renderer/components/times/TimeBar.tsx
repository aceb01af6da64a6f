import { getDueState } from '#shared/domain/core/wording'

interface Props {
  readonly receivedAt: number
  readonly dueAt: number
  readonly now: number
  /** When each attempt was made, UTC ms. */
  readonly attempts?: readonly number[]
  /** Spans the whole record page; otherwise 72 units for a row. */
  readonly wide?: boolean
  /** A source that is only measured raises no alarm (C2). */
  readonly calm?: boolean
}

/** A bar with receipt at the left, due time at the right, and a tick for every attempt. Decoration: the words beside it say the same. */
export function TimeBar({ receivedAt, dueAt, now, attempts = [], wide = false, calm = false }: Props) {
  const width = wide ? 384 : 72
  const span = Math.max(dueAt - receivedAt, 1)
  const place = (at: number) => Math.round(1 + Math.min(Math.max((at - receivedAt) / span, 0), 1) * (width - 2))
  const near = getDueState(dueAt, now)
  return (
    <svg
      className={['bar', wide ? 'wide' : '', near === 'later' || calm ? '' : `is-${near}`].filter(Boolean).join(' ')}
      viewBox={`0 0 ${width} 8`}
      {...(wide ? { preserveAspectRatio: 'none' } : {})}
      aria-hidden="true"
    >
      <path className="track" d={`M1 4.5H${width - 1}`} />
      <path className="gone" d={`M1 4.5H${place(now)}`} />
      {attempts.map((at, index) => (
        <path key={index} className="tick" d={`M${place(at)} 1v7`} />
      ))}
      <path className="due" d={`M${width - 1} 1v7`} />
    </svg>
  )
}
