import { useTranslation } from 'react-i18next'
import { Checkbox, Field, LeafHead, LeafRow } from '../../ui'
import { Answer, type RowProps } from './Answer'
import { durationOf, durationText } from './duration-text'
import { standardOf } from './form'
import css from './Policy.module.css'

interface Props extends RowProps {
  /** Who is told at the due time. */
  readonly owner: string | null
  readonly nowHours: number
  /** A day in words. */
  readonly since: string
}

/** The standard and what happens when (C3, C5), in the drawn order. */
export function HouseRows({ owner, nowHours, since, ...row }: Props) {
  const { t } = useTranslation()
  const { form, set, wrong, mayChange } = row
  const hours = standardOf(form.standard) ?? nowHours
  const window = durationOf(form.window)
  const end = window === null ? '' : durationText(hours * 3_600_000 + window).replace(' h', '')
  return (
    <>
      <LeafRow label={t('policy.standard')} wrong={Boolean(wrong('standard'))}>
        <div className={css['line']}>
          <Answer {...row} field="standard" label={t('policy.standard')} className={css['day'] ?? ''} />
          <span className="second">{t('policy.standardNow', { hours: nowHours, when: since })}</span>
        </div>
      </LeafRow>
      <LeafHead margin={t('policy.since')}>{t('policy.what')}</LeafHead>
      <LeafRow label={t('policy.from0', { hours })} wrong={Boolean(wrong('first'))}>
        <div className={css['line']}>
          <span>{t('policy.attempts')}</span>
          <Answer {...row} field="first" label={t('policy.firstTries')} />
          <span className="second">{t('policy.onWays')}</span>
        </div>
      </LeafRow>
      <LeafRow label={t('policy.then', { from: hours, until: end })} wrong={Boolean(wrong('second') ?? wrong('window'))}>
        <div className={css['line']}>
          <span>{t('policy.attempts')}</span>
          <Answer {...row} field="second" label={t('policy.secondTries')} />
          <span className="second">{t('policy.lasts')}</span>
          <Answer {...row} field="window" label={t('policy.window')} />
          {mayChange ? (
            <Checkbox on={form.askSource} onChange={(askSource) => set({ askSource })}>
              {t('policy.askSource')}
            </Checkbox>
          ) : (
            <span>{t(form.askSource ? 'policy.askSource' : 'policy.noSource')}</span>
          )}
        </div>
      </LeafRow>
      <LeafRow label={t('policy.last', { hours: end })}>
        <p className={css['line']}>{t('policy.bounce')}</p>
      </LeafRow>
      <LeafRow label={t('policy.between')} wrong={Boolean(wrong('gap'))}>
        <div className={css['line']}>
          <Answer {...row} field="gap" label={t('policy.gap')} />
          <span className="second">{t('policy.atLeast')}</span>
        </div>
      </LeafRow>
      <LeafRow label={t('policy.before')} wrong={Boolean(wrong('alert1') ?? wrong('alert2'))}>
        <div className={css['line']}>
          <Answer {...row} field="alert1" label={t('policy.firstAlert')} />
          {(mayChange || form.alert2) && (
            <>
              <span>{t('policy.and')}</span>
              <Answer {...row} field="alert2" label={t('policy.secondAlert')} />
            </>
          )}
          <span className="second">{owner ? t('policy.alerts', { name: owner }) : t('policy.alertsNobody')}</span>
        </div>
      </LeafRow>
      {mayChange && (
        <LeafRow label={t('policy.fromDay')} wrong={Boolean(wrong('from'))}>
          <div className={css['line']}>
            <Field
              label={t('policy.fromDay')}
              quietLabel
              className={css['from'] ?? ''}
              value={form.from}
              onChange={(from) => set({ from })}
              error={wrong('from')}
              hint={t('policy.fromHint')}
            />
            <span className="second">{t('policy.keeps')}</span>
          </div>
        </LeafRow>
      )}
    </>
  )
}
