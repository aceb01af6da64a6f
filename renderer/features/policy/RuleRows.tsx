import { useTranslation } from 'react-i18next'
import { HOUR } from '#shared/domain/core/moment'
import { parseDuration, formatDuration } from '../../components'
import { Checkbox, FormPageHead, FormPageRow } from '../../ui'
import { PolicyAnswer, SameAsOffice, narrowRow, type PolicyRowProps } from './PolicyAnswer'
import css from './policy.module.css'

interface Props extends PolicyRowProps {
  readonly hours: number
  /** Who is notified at the due time. */
  readonly owner: string | null
}

/** What happens when (C3, C5), in the order of the design: the office's, or a source's own (C2). */
export function RuleRows({ hours, owner, ...row }: Props) {
  const { t } = useTranslation()
  const { form, wrong } = row
  const window = parseDuration(form.window)
  const end = window === null ? '' : formatDuration(hours * HOUR + window).replace(' h', '')
  const [first, second] = [narrowRow(row, 'first'), narrowRow(row, 'second')]
  const firstLabel = t('policy.from0', { hours })
  const secondLabel = t('policy.then', { from: hours, until: end })
  return (
    <>
      <FormPageHead margin={t('policy.since')}>{t('policy.what')}</FormPageHead>
      <FormPageRow label={firstLabel} hasError={Boolean(wrong('first'))}>
        <div className={css['line']}>
          <span>{t('policy.attempts')}</span>
          <PolicyAnswer {...first} field="first" label={t('policy.firstTries')} />
          <span className="second">{t('policy.onWays')}</span>
          <SameAsOffice {...row} row="first" subject={firstLabel} />
        </div>
      </FormPageRow>
      <FormPageRow label={secondLabel} hasError={Boolean(wrong('second') ?? wrong('window'))}>
        <div className={css['line']}>
          <span>{t('policy.attempts')}</span>
          <PolicyAnswer {...second} field="second" label={t('policy.secondTries')} />
          <span className="second">{t('policy.lasts')}</span>
          <PolicyAnswer {...second} field="window" label={t('policy.window')} />
          {second.mayChange ? (
            <Checkbox on={form.askSource} onChange={(askSource) => row.set({ askSource })}>
              {t('policy.askSource')}
            </Checkbox>
          ) : (
            <span>{t(form.askSource ? 'policy.askSource' : 'policy.noSource')}</span>
          )}
          <SameAsOffice {...row} row="second" subject={secondLabel} />
        </div>
      </FormPageRow>
      <FormPageRow label={t('policy.last', { hours: end })}>
        <p className={css['line']}>{t('policy.bounce')}</p>
      </FormPageRow>
      <FormPageRow label={t('policy.between')} hasError={Boolean(wrong('gap'))}>
        <div className={css['line']}>
          <PolicyAnswer {...narrowRow(row, 'gap')} field="gap" label={t('policy.gap')} />
          <span className="second">{t('policy.atLeast')}</span>
          <SameAsOffice {...row} row="gap" subject={t('policy.between')} />
        </div>
      </FormPageRow>
      <FormPageRow label={t('policy.before')} hasError={Boolean(wrong('alert1') ?? wrong('alert2'))}>
        <div className={css['line']}>
          <AlertsRow {...narrowRow(row, 'alerts')} />
          <span className="second">{owner ? t('policy.alerts', { name: owner }) : t('policy.alertsNobody')}</span>
          <SameAsOffice {...row} row="alerts" subject={t('policy.before')} />
        </div>
      </FormPageRow>
    </>
  )
}

function AlertsRow(row: PolicyRowProps) {
  const { t } = useTranslation()
  const { alert1, alert2 } = row.form
  if (!row.mayChange && !alert1 && !alert2) return <b>{t('policy.none')}</b>
  return (
    <>
      <PolicyAnswer {...row} field="alert1" label={t('policy.firstAlert')} />
      {(row.mayChange || alert2) && (
        <>
          <span>{t('policy.and')}</span>
          <PolicyAnswer {...row} field="alert2" label={t('policy.secondAlert')} />
        </>
      )}
    </>
  )
}
