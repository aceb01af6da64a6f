import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Input } from 'react-aria-components'
import { readNow, useZone } from '../../office'
import { Choices } from '../../ui'
import { listTypedInstants, parseMoment, type TypedMoment } from './moment-text'

interface Props {
  readonly label: ReactNode
  readonly value: TypedMoment
  readonly onChange: (value: TypedMoment) => void
  readonly error?: ReactNode
  readonly hint?: ReactNode
  readonly dateLabel?: string
  readonly timeLabel?: string
  readonly quietLabel?: boolean
  /** Nothing before it can be meant (UTC ms), such as the receipt of the handoff. */
  readonly notBefore?: number
}

/** Date and time of the shelter, typed as text: nothing is corrected under the hand. `parseMoment` makes an instant of it. */
export function MomentField({ label, value, onChange, error, hint, dateLabel, timeLabel, quietLabel, notBefore }: Props) {
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
          onChange={(event) => onChange({ date: event.target.value, time: value.time })}
        />
        <Input
          {...more}
          aria-label={timeLabel ?? t('frame.time')}
          value={value.time}
          placeholder={t('frame.timeShape')}
          onChange={(event) => onChange({ date: value.date, time: event.target.value })}
        />
      </span>
      <WhichHour value={value} onChange={onChange} notBefore={notBefore ?? -Infinity} />
      {hint && (
        <p className="hint" id={`${id}h`}>
          {hint}
        </p>
      )}
    </div>
  )
}

/** In the hour that an autumn change repeats: which of the two is meant, with the one that fits chosen already. */
function WhichHour({ value, onChange, notBefore }: Required<Pick<Props, 'value' | 'onChange' | 'notBefore'>>) {
  const { t } = useTranslation()
  const zone = useZone()
  const found = listTypedInstants(value, readNow(), zone)
  if (!found.ok || found.value.length < 2) return null
  const meant = parseMoment(value, readNow(), zone, notBefore)
  return (
    <Choices
      label={t('frame.twice.label')}
      look="tight"
      value={meant.ok && meant.value === found.value[1] ? 'second' : 'first'}
      options={(['first', 'second'] as const).map((which) => ({ value: which, label: t(`frame.twice.${which}`) }))}
      onChange={(which) => onChange({ ...value, which })}
    />
  )
}
