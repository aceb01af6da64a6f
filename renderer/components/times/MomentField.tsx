import { useId, type ReactNode } from 'react'
import { Input } from 'react-aria-components'

/** A local date and time as typed: 'YYYY-MM-DD' (or 'today', 'yesterday', 'tomorrow') and 'HH:MM'. */
export interface TypedMoment {
  readonly date: string
  readonly time: string
}

interface Props {
  readonly label: ReactNode
  readonly value: TypedMoment
  readonly onChange: (value: TypedMoment) => void
  readonly error?: ReactNode
  readonly hint?: ReactNode
  readonly dateLabel?: string
  readonly timeLabel?: string
  readonly quietLabel?: boolean
}

/** Date and time of the shelter as text; nothing is corrected while typing. `parseMoment` of moment-text converts it to an instant. */
export function MomentField({ label, value, onChange, error, hint, dateLabel = 'Date', timeLabel = 'Time', quietLabel }: Props) {
  const id = useId()
  const described = [error ? `${id}e` : '', hint ? `${id}h` : ''].filter(Boolean).join(' ')
  const more = {
    ...(described ? { 'aria-describedby': described } : {}),
    ...(error ? { 'aria-invalid': true } : {}),
    autoComplete: 'off',
    spellCheck: false,
    className: 'input',
  } as const
  return (
    <div className={error ? 'field wrong' : 'field'} role="group" aria-labelledby={`${id}l`}>
      <span className={quietLabel ? 'hidden' : 'label'} id={`${id}l`}>
        {label}
      </span>
      {error && (
        <p className="error" id={`${id}e`}>
          {error}
        </p>
      )}
      <span className="moment">
        <Input
          {...more}
          aria-label={dateLabel}
          value={value.date}
          placeholder="today"
          onChange={(event) => onChange({ ...value, date: event.target.value })}
        />
        <Input
          {...more}
          aria-label={timeLabel}
          value={value.time}
          placeholder="16:05"
          onChange={(event) => onChange({ ...value, time: event.target.value })}
        />
      </span>
      {hint && (
        <p className="hint" id={`${id}h`}>
          {hint}
        </p>
      )}
    </div>
  )
}
