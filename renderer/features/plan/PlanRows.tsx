import { useTranslation } from 'react-i18next'
import { INTERPRETER_NEEDS, MAIL_RULES, MAY_CONTACT, SPEECH_MODES } from '#shared/domain/contact/contact-plan'
import type { FieldName } from '#shared/domain/policy/form-fields'
import { useFormFields } from '../../office'
import { HoursField, NotKnownButton } from '../../components'
import { Checkbox, Choices, Field, FormPageHead, FormPageRow, Select } from '../../ui'
import type { PlanPartProps } from './plan-form'
import { RelayPart } from './RelayPart'
import { PlanWays } from './PlanWays'

interface Props extends PlanPartProps {
  /** Errors at hours and days are shown only after the first try to save. */
  readonly checked: boolean
  readonly hoursWrong: { readonly safe: string | undefined; readonly never: string | undefined; readonly days: string | undefined }
}

/** The default label of each field. */
const ROWS = {
  mayContact: 'mayContact',
  safeHours: 'safeHours',
  neverHours: 'neverHours',
  mail: 'mail',
  sourceMayHelp: 'source',
  nameToUse: 'nameToUse',
  whoMayAnswer: 'whoMayAnswer',
  ifSomeoneElse: 'ifSomeoneElse',
  codeWords: 'codeWords',
  ifLineDrops: 'ifLineDrops',
  language: 'language',
  dialect: 'dialect',
  interpreter: 'interpreter',
  speech: 'speech',
  signal: 'signal',
  monitoringWorry: 'worry',
  verified: 'verified',
  reverifyAfterDays: 'reverify',
} as const

/** Talk first, form second: the rules, the ways, what to say, the language, and whether it was verified with the person. */
export function PlanRows({ form, set, wrong, checked, hoursWrong }: Props) {
  const { t } = useTranslation()
  const { hidden, required, label } = useFormFields()
  // Uses the data owner's labels (section 14). A field that is not asked is not shown; its value stays in the form.
  const says = (field: FieldName & keyof typeof ROWS) => label(field, t(`plan.${ROWS[field]}`))
  const line = (field: 'nameToUse' | 'whoMayAnswer' | 'ifSomeoneElse' | 'ifLineDrops' | 'signal' | 'language' | 'dialect') =>
    !hidden(field) && (
      <FormPageRow label={says(field)} missing={required(field) && form[field].trim() === ''} hasError={Boolean(wrong(field))}>
        <Field
          label={says(field)}
          quietLabel
          value={form[field]}
          onChange={(value) => set({ [field]: value })}
          error={wrong(field)}
          placeholder={t(`plan.hint.${field}`)}
        />
        {required(field) && <NotKnownButton subject={says(field)} value={form[field]} onChange={(value) => set({ [field]: value })} />}
      </FormPageRow>
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
      <FormPageRow label={says('mayContact')}>
        <Choices
          label={says('mayContact')}
          quietLabel
          value={form.mayContact}
          onChange={(mayContact) => set({ mayContact })}
          options={MAY_CONTACT.map((value) => ({ value, label: t(`vocabulary.mayContact.${value}`) }))}
        />
      </FormPageRow>
      <FormPageRow label={says('safeHours')} hasError={Boolean(hoursWrong.safe)}>
        <Choices
          label={says('safeHours')}
          quietLabel
          value={form.safeIs}
          onChange={(safeIs) => set({ safeIs })}
          error={form.safeIs === 'times' ? undefined : hoursWrong.safe}
          options={(['any', 'times', 'not_known'] as const).map((value) => ({ value, label: t(`plan.safeIs.${value}`) }))}
        />
        {form.safeIs === 'times' && (
          <HoursField
            label={says('safeHours')}
            hours={form.safeTimes}
            onChange={(safeTimes) => set({ safeTimes })}
            checked={checked}
            error={hoursWrong.safe}
          />
        )}
      </FormPageRow>
      {!hidden('neverHours') && (
        <FormPageRow label={says('neverHours')} hasError={Boolean(hoursWrong.never)}>
          <HoursField
            label={says('neverHours')}
            hours={form.neverHours}
            onChange={(neverHours) => set({ neverHours })}
            checked={checked}
            error={hoursWrong.never}
          />
        </FormPageRow>
      )}
      <FormPageHead margin={t('plan.waysMargin')}>{t('plan.waysHead')}</FormPageHead>
      <PlanWays {...{ form, set, wrong }} />
      {!hidden('mail') && (
        <FormPageRow label={says('mail')}>
          <Choices
            label={says('mail')}
            quietLabel
            value={form.mail}
            onChange={(mail) => set({ mail })}
            options={MAIL_RULES.map((value) => ({ value, label: t(`plan.mailIs.${value}`) }))}
          />
        </FormPageRow>
      )}
      {!hidden('relay') && <RelayPart {...{ form, set, wrong }} />}
      {!hidden('sourceMayHelp') && (
        <FormPageRow label={says('sourceMayHelp')}>
          <Checkbox on={form.sourceMayHelp} onChange={(sourceMayHelp) => set({ sourceMayHelp })}>
            {t('plan.sourceMayHelp')}
          </Checkbox>
        </FormPageRow>
      )}
      <FormPageHead margin={t('plan.sayMargin')}>{t('plan.sayHead')}</FormPageHead>
      {line('nameToUse')}
      {line('whoMayAnswer')}
      {line('ifSomeoneElse')}
      {!hidden('codeWords') && (
        <FormPageRow label={says('codeWords')} hasError={Boolean(wrong('codeWords'))}>
          <div className="thirds">
            {code('safe')}
            {code('notSafe')}
            {code('police')}
          </div>
        </FormPageRow>
      )}
      {line('ifLineDrops')}
      <FormPageHead margin={t('plan.herMargin')}>{t('plan.herHead')}</FormPageHead>
      {line('language')}
      {line('dialect')}
      {!hidden('interpreter') && (
        <FormPageRow label={says('interpreter')}>
          <Select
            label={says('interpreter')}
            quietLabel
            options={INTERPRETER_NEEDS.map((value) => ({ value, label: t(`plan.interpreterIs.${value}`) }))}
            value={form.interpreter}
            onChange={(interpreter) => set({ interpreter })}
          />
        </FormPageRow>
      )}
      {!hidden('speech') && (
        <FormPageRow label={says('speech')}>
          <Select
            label={says('speech')}
            quietLabel
            options={SPEECH_MODES.map((value) => ({ value, label: t(`plan.speechIs.${value}`) }))}
            value={form.speech}
            onChange={(speech) => set({ speech })}
          />
        </FormPageRow>
      )}
      {line('signal')}
      {!hidden('monitoringWorry') && (
        <FormPageRow label={says('monitoringWorry')}>
          <Checkbox on={form.monitoringWorry} onChange={(monitoringWorry) => set({ monitoringWorry })}>
            {t('plan.monitoringWorry')}
          </Checkbox>
        </FormPageRow>
      )}
      <FormPageHead margin={t('plan.checkMargin')}>{t('plan.checkHead')}</FormPageHead>
      <FormPageRow label={says('verified')}>
        <Choices
          label={says('verified')}
          quietLabel
          value={form.verified}
          onChange={(verified) => set({ verified })}
          options={(['her', 'source', 'no'] as const).map((value) => ({ value, label: t(`plan.verifiedIs.${value}`) }))}
        />
      </FormPageRow>
      <FormPageRow label={says('reverifyAfterDays')} hasError={Boolean(hoursWrong.days ?? wrong('reverifyAfterDays'))}>
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
      </FormPageRow>
    </>
  )
}
