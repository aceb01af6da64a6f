import { useTranslation } from 'react-i18next'
import { INTERPRETER_NEEDS, MAIL, MAY_CONTACT, SPEECH } from '#shared/domain/contact-plan'
import type { FieldName } from '#shared/domain/fields'
import { useFields } from '../../office'
import { Checkbox, Choices, Field, HoursField, LeafHead, LeafRow, NotKnown, Select } from '../../ui'
import type { PartProps } from './form'
import { Relay } from './Relay'
import { Ways } from './Ways'

interface Props extends PartProps {
  /** Complaints at hours and days are shown only after the first try to save. */
  readonly checked: boolean
  readonly hoursWrong: { readonly safe: string | undefined; readonly never: string | undefined; readonly days: string | undefined }
}

/** Which of the form's words a field has as long as nobody says it otherwise. */
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

/** Talk first, form second: the rules, the ways, what to say, her language, and whether it was checked with her. */
export function Rows({ form, set, wrong, checked, hoursWrong }: Props) {
  const { t } = useTranslation()
  const { hidden, required, label } = useFields()
  // Section 14: the data owner's words, and what she does not ask is not drawn; its value stays in the form.
  const says = (field: FieldName & keyof typeof ROWS) => label(field, t(`plan.${ROWS[field]}`))
  const line = (field: 'nameToUse' | 'whoMayAnswer' | 'ifSomeoneElse' | 'ifLineDrops' | 'signal' | 'language' | 'dialect') =>
    !hidden(field) && (
      <LeafRow label={says(field)} missing={required(field) && form[field].trim() === ''} wrong={Boolean(wrong(field))}>
        <Field
          label={says(field)}
          quietLabel
          value={form[field]}
          onChange={(value) => set({ [field]: value })}
          error={wrong(field)}
          placeholder={t(`plan.hint.${field}`)}
        />
        {required(field) && <NotKnown of={says(field)} value={form[field]} onChange={(value) => set({ [field]: value })} />}
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
      <LeafRow label={says('mayContact')}>
        <Choices
          label={says('mayContact')}
          quietLabel
          value={form.mayContact}
          onChange={(mayContact) => set({ mayContact })}
          options={MAY_CONTACT.map((value) => ({ value, label: t(`vocabulary.mayContact.${value}`) }))}
        />
      </LeafRow>
      <LeafRow label={says('safeHours')} wrong={Boolean(hoursWrong.safe)}>
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
      </LeafRow>
      {!hidden('neverHours') && (
        <LeafRow label={says('neverHours')} wrong={Boolean(hoursWrong.never)}>
          <HoursField
            label={says('neverHours')}
            hours={form.neverHours}
            onChange={(neverHours) => set({ neverHours })}
            checked={checked}
            error={hoursWrong.never}
          />
        </LeafRow>
      )}
      <LeafHead margin={t('plan.waysMargin')}>{t('plan.waysHead')}</LeafHead>
      <Ways {...{ form, set, wrong }} />
      {!hidden('mail') && (
        <LeafRow label={says('mail')}>
          <Choices
            label={says('mail')}
            quietLabel
            value={form.mail}
            onChange={(mail) => set({ mail })}
            options={MAIL.map((value) => ({ value, label: t(`plan.mailIs.${value}`) }))}
          />
        </LeafRow>
      )}
      {!hidden('relay') && <Relay {...{ form, set, wrong }} />}
      {!hidden('sourceMayHelp') && (
        <LeafRow label={says('sourceMayHelp')}>
          <Checkbox on={form.sourceMayHelp} onChange={(sourceMayHelp) => set({ sourceMayHelp })}>
            {t('plan.sourceMayHelp')}
          </Checkbox>
        </LeafRow>
      )}
      <LeafHead margin={t('plan.sayMargin')}>{t('plan.sayHead')}</LeafHead>
      {line('nameToUse')}
      {line('whoMayAnswer')}
      {line('ifSomeoneElse')}
      {!hidden('codeWords') && (
        <LeafRow label={says('codeWords')} wrong={Boolean(wrong('codeWords'))}>
          <div className="thirds">
            {code('safe')}
            {code('notSafe')}
            {code('police')}
          </div>
        </LeafRow>
      )}
      {line('ifLineDrops')}
      <LeafHead margin={t('plan.herMargin')}>{t('plan.herHead')}</LeafHead>
      {line('language')}
      {line('dialect')}
      {!hidden('interpreter') && (
        <LeafRow label={says('interpreter')}>
          <Select
            label={says('interpreter')}
            quietLabel
            options={INTERPRETER_NEEDS.map((value) => ({ value, label: t(`plan.interpreterIs.${value}`) }))}
            value={form.interpreter}
            onChange={(interpreter) => set({ interpreter })}
          />
        </LeafRow>
      )}
      {!hidden('speech') && (
        <LeafRow label={says('speech')}>
          <Select
            label={says('speech')}
            quietLabel
            options={SPEECH.map((value) => ({ value, label: t(`plan.speechIs.${value}`) }))}
            value={form.speech}
            onChange={(speech) => set({ speech })}
          />
        </LeafRow>
      )}
      {line('signal')}
      {!hidden('monitoringWorry') && (
        <LeafRow label={says('monitoringWorry')}>
          <Checkbox on={form.monitoringWorry} onChange={(monitoringWorry) => set({ monitoringWorry })}>
            {t('plan.monitoringWorry')}
          </Checkbox>
        </LeafRow>
      )}
      <LeafHead margin={t('plan.checkMargin')}>{t('plan.checkHead')}</LeafHead>
      <LeafRow label={says('verified')}>
        <Choices
          label={says('verified')}
          quietLabel
          value={form.verified}
          onChange={(verified) => set({ verified })}
          options={(['her', 'source', 'no'] as const).map((value) => ({ value, label: t(`plan.verifiedIs.${value}`) }))}
        />
      </LeafRow>
      <LeafRow label={says('reverifyAfterDays')} wrong={Boolean(hoursWrong.days ?? wrong('reverifyAfterDays'))}>
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
