import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
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

/** Date and time of the shelter, typed as text: nothing is corrected under the hand. `instantOf` of moment-text makes an instant of it. */
export function MomentField({ label, value, onChange, error, hint, dateLabel, timeLabel, quietLabel }: Props) {
  const { t } = useTranslation()
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
          aria-label={dateLabel ?? t('frame.date')}
          value={value.date}
          placeholder={t('frame.example', { of: t('wording.today') })}
          onChange={(event) => onChange({ ...value, date: event.target.value })}
        />
        <Input
          {...more}
          aria-label={timeLabel ?? t('frame.time')}
          value={value.time}
          placeholder={t('frame.timeShape')}
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
