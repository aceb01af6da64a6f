import { useTranslation } from 'react-i18next'
import { INTERPRETER_NEEDS, MAY_CONTACT } from '#shared/domain/contact-plan'
import { Checkbox, Choices, Field, HoursField, LeafHead, LeafRow, Select } from '../../ui'
import type { PartProps } from './form'
import { Ways } from './Ways'

interface Props extends PartProps {
  /** Complaints at hours and days are shown only after the first try to save. */
  readonly checked: boolean
  readonly hoursWrong: { readonly safe: string | undefined; readonly never: string | undefined; readonly days: string | undefined }
}

/** Talk first, form second: the rules, the ways, what to say, her language, and whether it was checked with her. */
export function Rows({ form, set, wrong, checked, hoursWrong }: Props) {
  const { t } = useTranslation()
  const line = (field: 'nameToUse' | 'whoMayAnswer' | 'ifSomeoneElse' | 'ifLineDrops' | 'signal' | 'language') => (
    <LeafRow label={t(`plan.${field}`)} wrong={Boolean(wrong(field))}>
      <Field
        label={t(`plan.${field}`)}
        quietLabel
        value={form[field]}
        onChange={(value) => set({ [field]: value })}
        error={wrong(field)}
        placeholder={t(`plan.hint.${field}`)}
      />
    </LeafRow>
  )
  const code = (field: 'safe' | 'notSafe' | 'police') => (
    <Field
      label={t(`plan.code.${field}`)}
      value={form.codeWords[field]}
      onChange={(value) => set({ codeWords: { ...form.codeWords, [field]: value } })}
      error={wrong(`codeWords.${field}`)}
    />
  )
  return (
    <>
      <LeafRow label={t('plan.mayContact')}>
        <Choices
          label={t('plan.mayContactStar')}
          quietLabel
          value={form.mayContact}
          onChange={(mayContact) => set({ mayContact })}
          options={MAY_CONTACT.map((value) => ({ value, label: t(`vocabulary.mayContact.${value}`) }))}
        />
      </LeafRow>
      <LeafRow label={t('plan.safeHours')} wrong={Boolean(hoursWrong.safe)}>
        <Choices
          label={t('plan.safeHours')}
          quietLabel
          value={form.safeIs}
          onChange={(safeIs) => set({ safeIs })}
          error={form.safeIs === 'times' ? undefined : hoursWrong.safe}
          options={(['any', 'times', 'not_known'] as const).map((value) => ({ value, label: t(`plan.safeIs.${value}`) }))}
        />
        {form.safeIs === 'times' && (
          <HoursField
            label={t('plan.safeHours')}
            hours={form.safeTimes}
            onChange={(safeTimes) => set({ safeTimes })}
            checked={checked}
            error={hoursWrong.safe}
          />
        )}
      </LeafRow>
      <LeafRow label={t('plan.neverHours')} wrong={Boolean(hoursWrong.never)}>
        <HoursField
          label={t('plan.neverHours')}
          hours={form.neverHours}
          onChange={(neverHours) => set({ neverHours })}
          checked={checked}
          error={hoursWrong.never}
        />
      </LeafRow>
      <LeafHead margin={t('plan.waysMargin')}>{t('plan.waysHead')}</LeafHead>
      <Ways {...{ form, set, wrong }} />
      <LeafRow label={t('plan.relay')} wrong={Boolean(wrong('relay'))}>
        <div className="two">
          <Field
            label={t('plan.relay')}
            quietLabel
            value={form.relayWho}
            onChange={(relayWho) => set({ relayWho })}
            error={wrong('relay')}
            placeholder={t('plan.hint.relay')}
          />
          <Checkbox on={form.relayAgreed} onChange={(relayAgreed) => set({ relayAgreed })}>
            {t('plan.relayAgreed')}
          </Checkbox>
        </div>
      </LeafRow>
      <LeafRow label={t('plan.source')}>
        <Checkbox on={form.sourceMayHelp} onChange={(sourceMayHelp) => set({ sourceMayHelp })}>
          {t('plan.sourceMayHelp')}
        </Checkbox>
      </LeafRow>
      <LeafHead margin={t('plan.sayMargin')}>{t('plan.sayHead')}</LeafHead>
      {line('nameToUse')}
      {line('whoMayAnswer')}
      {line('ifSomeoneElse')}
      <LeafRow label={t('plan.codeWords')} wrong={Boolean(wrong('codeWords'))}>
        <div className="thirds">
          {code('safe')}
          {code('notSafe')}
          {code('police')}
        </div>
      </LeafRow>
      {line('ifLineDrops')}
      <LeafHead margin={t('plan.herMargin')}>{t('plan.herHead')}</LeafHead>
      {line('language')}
      <LeafRow label={t('plan.interpreter')}>
        <Select
          label={t('plan.interpreter')}
          quietLabel
          options={INTERPRETER_NEEDS.map((value) => ({ value, label: t(`plan.interpreterIs.${value}`) }))}
          value={form.interpreter}
          onChange={(interpreter) => set({ interpreter })}
        />
      </LeafRow>
      {line('signal')}
      <LeafRow label={t('plan.worry')}>
        <Checkbox on={form.monitoringWorry} onChange={(monitoringWorry) => set({ monitoringWorry })}>
          {t('plan.monitoringWorry')}
        </Checkbox>
      </LeafRow>
      <LeafHead margin={t('plan.checkMargin')}>{t('plan.checkHead')}</LeafHead>
      <LeafRow label={t('plan.verified')}>
        <Choices
          label={t('plan.verifiedStar')}
          quietLabel
          value={form.verified}
          onChange={(verified) => set({ verified })}
          options={(['her', 'source', 'no'] as const).map((value) => ({ value, label: t(`plan.verifiedIs.${value}`) }))}
        />
      </LeafRow>
      <LeafRow label={t('plan.reverify')} wrong={Boolean(hoursWrong.days ?? wrong('reverifyAfterDays'))}>
        <div className="two">
          <Field
            label={t('plan.reverifyDays')}
            quietLabel
            className="clock"
            dir="ltr"
            value={form.reverifyAfterDays}
            onChange={(reverifyAfterDays) => set({ reverifyAfterDays })}
            error={hoursWrong.days ?? wrong('reverifyAfterDays')}
          />
          <span className="second">{t('plan.days')}</span>
        </div>
      </LeafRow>
    </>
  )
}
