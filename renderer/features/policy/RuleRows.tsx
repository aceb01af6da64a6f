import { useTranslation } from 'react-i18next'
import { Checkbox, durationOf, durationText, LeafHead, LeafRow } from '../../ui'
import { Answer, AsOffice, within, type RowProps } from './Answer'
import css from './Policy.module.css'

interface Props extends RowProps {
  readonly hours: number
  /** Who is told at the due time. */
  readonly owner: string | null
}

/** What happens when (C3, C5), in the drawn order: the office's, or a source's where it has its own (C2). */
export function RuleRows({ hours, owner, ...row }: Props) {
  const { t } = useTranslation()
  const { form, wrong } = row
  const window = durationOf(form.window)
  const end = window === null ? '' : durationText(hours * 3_600_000 + window).replace(' h', '')
  const [first, second] = [within(row, 'first'), within(row, 'second')]
  const firstLabel = t('policy.from0', { hours })
  const secondLabel = t('policy.then', { from: hours, until: end })
  return (
    <>
      <LeafHead margin={t('policy.since')}>{t('policy.what')}</LeafHead>
      <LeafRow label={firstLabel} wrong={Boolean(wrong('first'))}>
        <div className={css['line']}>
          <span>{t('policy.attempts')}</span>
          <Answer {...first} field="first" label={t('policy.firstTries')} />
          <span className="second">{t('policy.onWays')}</span>
          <AsOffice {...row} row="first" of={firstLabel} />
        </div>
      </LeafRow>
      <LeafRow label={secondLabel} wrong={Boolean(wrong('second') ?? wrong('window'))}>
        <div className={css['line']}>
          <span>{t('policy.attempts')}</span>
          <Answer {...second} field="second" label={t('policy.secondTries')} />
          <span className="second">{t('policy.lasts')}</span>
          <Answer {...second} field="window" label={t('policy.window')} />
          {second.mayChange ? (
            <Checkbox on={form.askSource} onChange={(askSource) => row.set({ askSource })}>
              {t('policy.askSource')}
            </Checkbox>
          ) : (
            <span>{t(form.askSource ? 'policy.askSource' : 'policy.noSource')}</span>
          )}
          <AsOffice {...row} row="second" of={secondLabel} />
        </div>
      </LeafRow>
      <LeafRow label={t('policy.last', { hours: end })}>
        <p className={css['line']}>{t('policy.bounce')}</p>
      </LeafRow>
      <LeafRow label={t('policy.between')} wrong={Boolean(wrong('gap'))}>
        <div className={css['line']}>
          <Answer {...within(row, 'gap')} field="gap" label={t('policy.gap')} />
          <span className="second">{t('policy.atLeast')}</span>
          <AsOffice {...row} row="gap" of={t('policy.between')} />
        </div>
      </LeafRow>
      <LeafRow label={t('policy.before')} wrong={Boolean(wrong('alert1') ?? wrong('alert2'))}>
        <div className={css['line']}>
          <Alerts {...within(row, 'alerts')} />
          <span className="second">{owner ? t('policy.alerts', { name: owner }) : t('policy.alertsNobody')}</span>
          <AsOffice {...row} row="alerts" of={t('policy.before')} />
        </div>
      </LeafRow>
    </>
  )
}

function Alerts(row: RowProps) {
  const { t } = useTranslation()
  const { alert1, alert2 } = row.form
  if (!row.mayChange && !alert1 && !alert2) return <b>{t('policy.none')}</b>
  return (
    <>
      <Answer {...row} field="alert1" label={t('policy.firstAlert')} />
      {(row.mayChange || alert2) && (
        <>
          <span>{t('policy.and')}</span>
          <Answer {...row} field="alert2" label={t('policy.secondAlert')} />
        </>
      )}
    </>
  )
}
