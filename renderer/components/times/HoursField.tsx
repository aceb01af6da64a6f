import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button'
import { ManyChoices } from '../../ui/Choices'
import { Field } from '../../ui/Field'
import { crossesMidnight, EMPTY_HOURS, parseHours, WEEKDAYS, type TypedHours } from './hours-text'

interface Props {
  /** What the hours are, for screen readers and the group's name: 'Safe hours'. */
  readonly label: string
  readonly hours: readonly TypedHours[]
  readonly onChange: (hours: TypedHours[]) => void
  /** Shows what is wrong with each line; false while it is still being typed. */
  readonly checked: boolean
  readonly error?: string | undefined
}

type Day = `${(typeof WEEKDAYS)[number]}`

/** Weekly hours in several lines: the days as buttons, from and to as text; hours past midnight are explained in words. */
export function HoursField({ label, hours, onChange, checked, error }: Props) {
  const { t } = useTranslation()
  const set = (at: number, part: Partial<TypedHours>) => onChange(hours.map((line, index) => (index === at ? { ...line, ...part } : line)))
  return (
    <div className="hours" role="group" aria-label={label}>
      {error && (
        <p className="error" role="alert">
          {error}
        </p>
      )}
      {hours.map((line, at) => {
        const wrong = checked ? parseHours(line) : null
        const complaint = typeof wrong === 'string' ? wrong : null
        return (
          <div className="hours-line" key={at} role="group" aria-label={t('hours.line', { what: label, n: at + 1 })}>
            <ManyChoices<Day>
              label={t('hours.days')}
              quietLabel
              look="tight"
              values={line.weekdays.map((day): Day => `${day}`)}
              onChange={(days) => set(at, { weekdays: WEEKDAYS.filter((day) => days.includes(`${day}`)) })}
              options={WEEKDAYS.map((day) => ({ value: `${day}` as const, label: t(`word.weekday.d${day}`) }))}
              error={complaint === 'days' && t('hours.wrong.days')}
            />
            <div className="hours-times">
              <Field
                className="clock"
                label={t('hours.from')}
                dir="ltr"
                placeholder="18:00"
                value={line.from}
                onChange={(from) => set(at, { from })}
                error={complaint === 'from' && t('hours.wrong.time')}
              />
              <Field
                className="clock"
                label={t('hours.to')}
                dir="ltr"
                placeholder="20:00"
                value={line.to}
                onChange={(to) => set(at, { to })}
                error={complaint === 'to' ? t('hours.wrong.time') : complaint === 'same' && t('hours.wrong.same')}
                {...(crossesMidnight(line) ? { hint: t('hours.nextDay') } : {})}
              />
              <Button
                look="bare"
                label={t('hours.removeLine', { n: at + 1 })}
                onPress={() => onChange(hours.filter((_, index) => index !== at))}
              >
                {t('hours.remove')}
              </Button>
            </div>
          </div>
        )
      })}
      <Button icon="plus" onPress={() => onChange([...hours, EMPTY_HOURS])}>
        {hours.length === 0 ? t('hours.add') : t('hours.addMore')}
      </Button>
    </div>
  )
}
