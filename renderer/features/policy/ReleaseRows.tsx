import { useTranslation } from 'react-i18next'
import { PARTNER_KINDS } from '#shared/domain/core/vocabulary'
import { Button, Checkbox, Choices, Field, FormPageHead, FormPageRow, Select } from '../../ui'
import { PolicyAnswer, type PolicyRowProps } from './PolicyAnswer'
import type { ReleaseRule } from './policy-form'
import css from './policy.module.css'

/** How long a release lasts, whether the source needs one, and for whom one is required, by which law, policy or contract (R1, R3). */
export function ReleaseRows(row: PolicyRowProps) {
  const { t } = useTranslation()
  const { form, set, wrong, mayChange } = row
  const rules = form.releaseRules
  const findPartnerName = ({ who }: Pick<ReleaseRule, 'who'>): string =>
    who === 'outside' ? t('policy.releaseOutside') : t(`word.partnerKind.${who}`)
  const change = (who: ReleaseRule['who'], part: Partial<ReleaseRule>) =>
    set({ releaseRules: rules.map((rule) => (rule.who === who ? { ...rule, ...part } : rule)) })
  const without = PARTNER_KINDS.filter((kind) => !rules.some(({ who }) => who === kind))
  return (
    <>
      <FormPageHead margin={t('policy.releasesMargin')}>{t('policy.releases')}</FormPageHead>
      <FormPageRow label={t('policy.releaseDays')} hasError={Boolean(wrong('releaseDays'))}>
        <div className={css['line']}>
          <PolicyAnswer {...row} field="releaseDays" label={t('policy.releaseDaysLabel')} />
          <span className="second">{t('policy.releaseDaysSay')}</span>
        </div>
      </FormPageRow>
      <FormPageRow label={t('policy.releaseSource')}>
        <div className={css['line']}>
          {mayChange ? (
            <Checkbox on={form.loopBackRelease} onChange={(loopBackRelease) => set({ loopBackRelease })}>
              {t('policy.releaseSourceAsk')}
            </Checkbox>
          ) : (
            <span>{t(form.loopBackRelease ? 'policy.releaseSourceAsk' : 'policy.releaseSourceFree')}</span>
          )}
        </div>
      </FormPageRow>
      {rules.map((rule) => (
        <FormPageRow key={rule.who} label={findPartnerName(rule)} hasError={Boolean(wrong('releaseRules')) && rule.basis.trim() === ''}>
          {mayChange ? (
            <>
              <div className={css['line']}>
                <Choices
                  label={t('policy.releaseNeededOf', { who: findPartnerName(rule) })}
                  quietLabel
                  look="tight"
                  options={[
                    { value: 'yes', label: t('policy.releaseYes') },
                    { value: 'no', label: t('policy.releaseNo') },
                  ]}
                  value={rule.needed ? 'yes' : 'no'}
                  onChange={(needed) => change(rule.who, { needed: needed === 'yes' })}
                />
                {rule.who !== 'outside' && (
                  <Button
                    look="bare"
                    label={t('policy.releaseRemoveOf', { who: findPartnerName(rule) })}
                    onPress={() => set({ releaseRules: rules.filter(({ who }) => who !== rule.who) })}
                  >
                    {t('policy.releaseRemove')}
                  </Button>
                )}
              </div>
              <Field
                label={t('policy.releaseBasisOf', { who: findPartnerName(rule) })}
                quietLabel
                placeholder={t('policy.releaseBasis')}
                value={rule.basis}
                onChange={(basis) => change(rule.who, { basis })}
                error={rule.basis.trim() === '' ? wrong('releaseRules') : undefined}
              />
            </>
          ) : (
            <p className={css['line']}>
              <span>{t(rule.needed ? 'policy.releaseYes' : 'policy.releaseNo')}</span>
              <span className="second">
                <bdi dir="auto">{t('policy.releaseBy', { basis: rule.basis })}</bdi>
              </span>
            </p>
          )}
        </FormPageRow>
      ))}
      {mayChange && without.length > 0 && (
        <FormPageRow label="">
          <Select
            label={t('policy.releaseAdd')}
            placeholder={t('policy.releasePick')}
            options={without.map((kind) => ({ value: kind, label: t(`word.partnerKind.${kind}`) }))}
            value={null}
            onChange={(who) => set({ releaseRules: [...rules, { who, needed: true, basis: '' }] })}
          />
        </FormPageRow>
      )}
    </>
  )
}
