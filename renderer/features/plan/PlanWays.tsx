import { useTranslation } from 'react-i18next'
import { CHANNELS_BY_WAY_KIND, VOICEMAIL_RULES, WAY_KINDS, WAY_OWNERS } from '#shared/domain/contact/contact-plan'
import { useFormFields } from '../../office'
import { Button, Checkbox, Field, FormPageRow, ManyChoices, Select } from '../../ui'
import { createWay, type PlanPartProps, type TypedWay } from './plan-form'

/** Each number and address with what the person called safe on it. */
export function PlanWays({ form, set, wrong }: PlanPartProps) {
  const { t } = useTranslation()
  const { label } = useFormFields()
  return (
    <>
      {form.ways.map((way, at) => (
        <FormPageRow key={way.id} label={t(`plan.wayKind.${way.kind}`)} hasError={Boolean(wrong(`ways.${at}`))}>
          <PlanWayFields
            way={way}
            at={at}
            wrong={wrong}
            onRemove={() => set({ ways: form.ways.filter((one) => one !== way) })}
            onChange={(part) => set({ ways: form.ways.map((one) => (one === way ? { ...one, ...part } : one)) })}
          />
        </FormPageRow>
      ))}
      <FormPageRow label={form.ways.length === 0 ? label('ways', t('plan.ways')) : ''}>
        <div className="opts">
          {WAY_KINDS.map((kind) => (
            <Button key={kind} icon="plus" onPress={() => set({ ways: [...form.ways, createWay(form.ways, kind)] })}>
              {t(`plan.addWay.${kind}`)}
            </Button>
          ))}
        </div>
      </FormPageRow>
    </>
  )
}

interface PlanWayProps {
  readonly way: TypedWay
  readonly at: number
  readonly wrong: PlanPartProps['wrong']
  readonly onChange: (part: Partial<TypedWay>) => void
  readonly onRemove: () => void
}

function PlanWayFields({ way, at, wrong, onChange, onRemove }: PlanWayProps) {
  const { t } = useTranslation()
  const { kind } = way
  return (
    <div className="inset" role="group" aria-label={t('plan.wayN', { kind: t(`plan.wayKind.${kind}`), n: at + 1 })}>
      <div className="two">
        <Field
          label={t(`plan.value.${kind}`)}
          type={kind === 'phone' ? 'tel' : kind === 'email' ? 'email' : 'text'}
          dir={kind === 'phone' || kind === 'email' ? 'ltr' : 'auto'}
          value={way.value}
          onChange={(value) => onChange({ value })}
          error={wrong(`ways.${at}.value`)}
        />
        <Field
          label={t('plan.wayLabel')}
          value={way.label}
          onChange={(label) => onChange({ label })}
          error={wrong(`ways.${at}.label`)}
          placeholder={t('plan.wayLabelHint')}
        />
      </div>
      <ManyChoices
        label={t('plan.safeFor')}
        look="tight"
        values={way.safeFor}
        onChange={(safeFor) => onChange({ safeFor })}
        options={CHANNELS_BY_WAY_KIND[kind].map((channel) => ({ value: channel, label: t(`word.channel.${channel}`) }))}
      />
      <div className="two">
        <Select
          label={t('plan.whose')}
          options={WAY_OWNERS.map((value) => ({ value, label: t(`plan.whoseIs.${value}`) }))}
          value={way.whose}
          onChange={(whose) => onChange({ whose })}
        />
        {kind === 'phone' && (
          <Select
            label={t('plan.voicemail')}
            options={VOICEMAIL_RULES.map((value) => ({ value, label: t(`plan.voicemailIs.${value}`) }))}
            value={way.voicemail}
            onChange={(voicemail) => onChange({ voicemail })}
          />
        )}
      </div>
      {kind === 'phone' && way.voicemail === 'agreed_words' && (
        <Field
          label={t('plan.agreedWords')}
          value={way.agreedWords}
          onChange={(agreedWords) => onChange({ agreedWords })}
          error={wrong(`ways.${at}.agreedWords`)}
        />
      )}
      {kind === 'phone' && (
        <div className="opts">
          <Checkbox on={way.hideOurNumber} onChange={(hideOurNumber) => onChange({ hideOurNumber })}>
            {t('plan.hideOurNumber')}
          </Checkbox>
          <Checkbox on={way.rejectsHiddenNumbers} onChange={(rejectsHiddenNumbers) => onChange({ rejectsHiddenNumbers })}>
            {t('plan.rejectsHidden')}
          </Checkbox>
        </div>
      )}
      <Button look="bare" onPress={onRemove}>
        {t('plan.removeWay')}
      </Button>
    </div>
  )
}
