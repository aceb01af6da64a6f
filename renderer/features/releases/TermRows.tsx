import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { DISCLOSURE_WAYS } from '#shared/domain/release/release'
import { useOffice } from '../../office'
import { MomentField } from '../../components'
import { ComboBox, Field, FormPageRow, ManyChoices } from '../../ui'
import type { ReleaseFormField as FieldName, ReleaseFormValues } from './release-form'
import css from './releases.module.css'

export interface ReleaseRowProps {
  readonly form: ReleaseFormValues
  readonly set: (part: Partial<ReleaseFormValues>) => void
  readonly wrong: (field: FieldName) => string | undefined
}

/** The value for an organisation that is not in the directory. */
const TYPED_ORGANISATION = 'typed'

/** One recipient, the purpose, what may be told and what not, how, until when (R3). */
export function TermRows({ form, set, wrong, days }: ReleaseRowProps & { readonly days: number }) {
  const { t } = useTranslation()
  const partners = useOffice('partner.list', {}).value
  const options = useMemo(
    () => [
      ...(partners ?? [])
        .filter(({ retired }) => !retired)
        .map(({ id, name, kind }) => ({ value: id as string, label: name, second: t(`word.partnerKind.${kind}`) })),
      ...(form.partnerId === null && form.organisation !== '' ? [{ value: TYPED_ORGANISATION, label: form.organisation }] : []),
    ],
    [partners, form.partnerId, form.organisation, t],
  )
  const value = form.partnerId ?? (form.organisation === '' ? null : TYPED_ORGANISATION)
  return (
    <>
      <FormPageRow label={t('releases.to')} hasError={Boolean(wrong('organisation') ?? wrong('recipient'))}>
        <div className="two">
          <ComboBox
            label={t('releases.organisation')}
            quietLabel
            placeholder={t('releases.organisation')}
            options={options}
            value={value}
            error={wrong('organisation')}
            onChange={(picked) => {
              const partner = partners?.find(({ id }) => id === picked)
              if (partner) set({ partnerId: partner.id, organisation: partner.name })
              else if (picked === null) set({ partnerId: null, organisation: '' })
            }}
            onAdd={(organisation) => set({ partnerId: null, organisation })}
            addLabel={(name) => t('releases.addAs', { name })}
          />
          <Field
            label={t('releases.recipient')}
            quietLabel
            placeholder={t('releases.recipient')}
            value={form.recipient}
            onChange={(recipient) => set({ recipient })}
            error={wrong('recipient')}
          />
        </div>
      </FormPageRow>
      <FormPageRow label={t('releases.purpose')} hasError={Boolean(wrong('purpose'))}>
        <Field
          label={t('releases.purpose')}
          quietLabel
          className={css['said'] ?? ''}
          value={form.purpose}
          onChange={(purpose) => set({ purpose })}
          error={wrong('purpose')}
        />
      </FormPageRow>
      <FormPageRow label={t('releases.may')} hasError={Boolean(wrong('may'))}>
        <Field label={t('releases.may')} quietLabel rows={2} value={form.may} onChange={(may) => set({ may })} error={wrong('may')} />
      </FormPageRow>
      <FormPageRow label={t('releases.mayNot')}>
        <Field label={t('releases.mayNot')} quietLabel rows={2} value={form.mayNot} onChange={(mayNot) => set({ mayNot })} />
      </FormPageRow>
      <FormPageRow label={t('releases.how')} hasError={Boolean(wrong('ways'))}>
        <ManyChoices
          label={t('releases.how')}
          quietLabel
          look="tight"
          options={WAYS.map((way) => ({ value: way, label: t(`releases.way.${way}`) }))}
          values={form.ways}
          onChange={(ways) => set({ ways })}
          error={wrong('ways')}
        />
      </FormPageRow>
      <FormPageRow label={t('releases.starts')} hasError={Boolean(wrong('starts'))}>
        <MomentField
          label={t('releases.starts')}
          quietLabel
          value={form.starts}
          onChange={(starts) => set({ starts })}
          error={wrong('starts')}
        />
      </FormPageRow>
      <FormPageRow label={t('releases.ends')} hasError={Boolean(wrong('ends'))}>
        <MomentField
          label={t('releases.ends')}
          quietLabel
          value={form.ends}
          onChange={(ends) => set({ ends })}
          error={wrong('ends')}
          hint={t('releases.endsSay', { days })}
        />
      </FormPageRow>
    </>
  )
}

/** In the order of the design: the call first. */
const WAYS = ['conference_call', 'phone', 'in_person', 'paper', 'email'] as const satisfies readonly (typeof DISCLOSURE_WAYS)[number][]
