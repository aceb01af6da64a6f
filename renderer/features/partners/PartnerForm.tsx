import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import type { PartnerDetailView } from '#shared/contract/office/partner'
import type { PartnerId } from '#shared/domain/core/ids'
import { PARTNER_KINDS } from '#shared/domain/core/vocabulary'
import { callOffice, FailureLine, readNow, useCall, useForm, useZone } from '../../office'
import { FormFailure } from '../../components'
import { Button, Checkbox, Field, Select } from '../../ui'
import { PartnerContacts } from './PartnerContacts'
import { toPartnerInput, toPartnerForm, parseAgreementEnd, type PartnerFormValues } from './partner-draft'

interface Props {
  /** Null adds one. */
  readonly partner: PartnerDetailView | null
  readonly onSaved: (id: string) => void
  readonly onClose: () => void
}
type PartnerLineField = 'name' | 'phone' | 'note' | 'relay' | 'languages' | 'areas' | 'hours' | 'eligibility' | 'doNotRefer'

/** Everything that is known of a partner, and what was agreed. */
export function PartnerForm({ partner, onSaved, onClose }: Props) {
  const { t } = useTranslation()
  const zone = useZone()
  const [initial] = useState(() => toPartnerForm(partner, zone))
  const { send } = useCall('partner.save')
  // The worker has been told of a colleague's change; what is sent next is meant.
  const [rebased, setRebased] = useState(false)
  const [addressFailure, setAddressFailure] = useState<Failure | null>(null)
  const form = useForm<PartnerFormValues, { readonly id: PartnerId }, string>({
    id: 'partner',
    of: partner?.id ?? 'new',
    initial,
    keepsAlways: ['basedOn'],
    validate: (typed) => ({
      helpsUntil: typed.helpsToReach && parseAgreementEnd(typed, readNow(), zone) === 'wrong' && t('partners.wrong.until'),
    }),
    send: (typed) => {
      const until = parseAgreementEnd(typed, readNow(), zone)
      const basedOn = rebased && partner ? partner.changedAt : typed.basedOn
      return send(toPartnerInput(partner?.id ?? null, { ...typed, basedOn }, until === 'wrong' ? null : until))
    },
    findField: (path, typed) => {
      const field = path.replace(/^more\./, '')
      return Object.hasOwn(typed, field.split('.')[0] ?? '') ? field : null
    },
    onRefused: (failure) => setRebased(failure.kind === 'refused' && failure.reason === 'changed_meanwhile'),
    onSent: ({ id }) => onSaved(id),
    onClose,
    afterSend: 'keep',
    onCancel: 'drop',
    keys: { send: t('partners.save'), close: t('partners.leave') },
  })
  const { values, change: set, error: wrong } = form
  const showAddress = async () => {
    if (!partner) return
    const answer = await callOffice('partner.address', { id: partner.id })
    setAddressFailure(answer.ok ? null : answer.failure)
    if (answer.ok) set({ address: answer.value.address })
  }
  const line = (field: PartnerLineField, more: { readonly rows?: number; readonly hint?: string; readonly autoFocus?: boolean } = {}) => (
    <Field
      label={t(`partners.${field}`)}
      value={values[field]}
      onChange={(text) => set({ [field]: text })}
      error={wrong(field)}
      {...more}
    />
  )
  if (!form.ready) return null
  return (
    <form className="stack partner-form" aria-label={partner ? t('partners.change') : t('partners.add')} {...form.props}>
      {line('name', { autoFocus: true })}
      <div className="two">
        <Select
          label={t('partners.kind')}
          options={PARTNER_KINDS.map((value) => ({ value, label: t(`word.partnerKind.${value}`) }))}
          value={values.kind}
          onChange={(kind) => set({ kind })}
        />
        <Field
          label={t('partners.phone')}
          type="tel"
          dir="ltr"
          value={values.phone}
          onChange={(phone) => set({ phone })}
          error={wrong('phone')}
          hint={t('partners.phoneHint')}
        />
      </div>
      {line('eligibility', { rows: 2, hint: t('partners.eligibilityHint') })}
      <div className="two">
        {line('hours')}
        {line('languages')}
      </div>
      {line('areas')}
      <Checkbox on={values.helpsToReach} onChange={(helpsToReach) => set({ helpsToReach })}>
        {t('partners.helps')}
      </Checkbox>
      {values.helpsToReach && (
        <Field
          label={t('partners.until')}
          value={values.helpsUntil}
          onChange={(helpsUntil) => set({ helpsUntil })}
          error={wrong('helpsUntil')}
          hint={t('partners.untilHint')}
        />
      )}
      {line('relay', { hint: t('partners.relayHint') })}
      <PartnerContacts contacts={values.contacts} onChange={(contacts) => set({ contacts })} wrong={wrong} />
      {values.address === null ? (
        <p className="second">
          {t('partners.address')}: {t('partners.addressHidden')}{' '}
          <Button look="bare" className="inline" onPress={() => void showAddress()}>
            {t('partners.showAddress')}
          </Button>
        </p>
      ) : (
        <Field
          label={t('partners.address')}
          value={values.address}
          onChange={(address) => set({ address })}
          error={wrong('address')}
          hint={t('partners.addressHint')}
          className="no-print"
        />
      )}
      {line('note', { rows: 3 })}
      {line('doNotRefer', { hint: t('partners.doNotReferHint') })}
      <p className="acts">
        <Button look="do" keys="Ctrl Enter" onPress={form.submit} busy={form.sending}>
          {t('partners.save')}
        </Button>
        <Button look="bare" keys="Esc" onPress={form.cancel}>
          {t('partners.leave')}
        </Button>
      </p>
      <FormFailure form={form} />
      <FailureLine failure={addressFailure} />
    </form>
  )
}
