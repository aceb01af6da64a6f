import { useTranslation } from 'react-i18next'
import { useFormFields, useOffice } from '../../office'
import { Checkbox, Field, FormPageRow, Select } from '../../ui'
import type { PlanPartProps } from './plan-form'

const NOBODY = ''

/** A relay: a person in words, or a partner of the directory, which must have agreed as well. */
export function RelayPart({ form, set, wrong }: PlanPartProps) {
  const { t } = useTranslation()
  const says = useFormFields().label('relay', t('plan.relay'))
  const partners = useOffice('partner.list', {}).value ?? []
  const chosen = partners.find((one) => one.id === form.relayPartner)
  const offered = partners.filter((one) => !one.retired || one.id === form.relayPartner)
  return (
    <FormPageRow label={says} hasError={Boolean(wrong('relay'))}>
      <div className="two">
        <Select
          label={t('plan.relayPartner')}
          options={[
            { value: NOBODY as string, label: t('plan.relayNobody') },
            ...offered.map(({ id, name }) => ({ value: id as string, label: name })),
          ]}
          value={form.relayPartner ?? NOBODY}
          onChange={(id) => {
            const partner = partners.find((one) => one.id === id)
            set({ relayPartner: partner?.id ?? null, relayWho: partner?.name ?? '', relayAgreed: false })
          }}
        />
        {form.relayPartner === null && (
          <Field
            label={says}
            value={form.relayWho}
            onChange={(relayWho) => set({ relayWho })}
            error={wrong('relay')}
            placeholder={t('plan.hint.relay')}
          />
        )}
      </div>
      <Checkbox on={form.relayAgreed} onChange={(relayAgreed) => set({ relayAgreed })}>
        {t('plan.relayAgreed')}
      </Checkbox>
      {chosen && (
        <p className="second">
          <bdi dir="auto">{chosen.relay || t('plan.relayNoAgreement')}</bdi>
        </p>
      )}
    </FormPageRow>
  )
}
