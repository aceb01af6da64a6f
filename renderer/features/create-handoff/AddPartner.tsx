import { useTranslation } from 'react-i18next'
import { PARTNER_KINDS, type PartnerKind } from '#shared/domain/core/vocabulary'
import { useCall, useForm } from '../../office'
import { FormFailure } from '../../components'
import { Button, Checkbox, Field, Select } from '../../ui'

/** Adds a partner on the spot: name, kind and phone; the rest is written on its own page. */
export function AddPartnerForm({
  name: first,
  onAdded,
  onClose,
}: {
  readonly name: string
  readonly onAdded: (id: string) => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { send } = useCall('partner.save')
  const form = useForm({
    id: 'add-partner',
    of: null,
    initial: { name: first, kind: 'agency' as PartnerKind, phone: '', helps: false },
    send: ({ name, kind, phone, helps }) => send({ id: null, name, kind, phone, note: '', helpsToReach: helps }),
    findField: (path) => (path === 'name' || path === 'phone' ? path : null),
    onSent: ({ id }) => onAdded(id),
    onClose,
    afterSend: 'clear',
    onCancel: 'drop',
  })
  if (!form.ready) return null
  const { name, kind, phone, helps } = form.values
  return (
    <section className="inset" aria-label={t('createHandoff.addPartner')}>
      <Field
        label={t('createHandoff.partnerName')}
        value={name}
        onChange={(typed) => form.change({ name: typed })}
        error={form.error('name')}
        autoFocus
      />
      <div className="two">
        <Select
          label={t('createHandoff.partnerKind')}
          options={PARTNER_KINDS.map((value) => ({ value, label: t(`word.partnerKind.${value}`) }))}
          value={kind}
          onChange={(next) => form.change({ kind: next })}
        />
        <Field
          label={t('createHandoff.partnerPhone')}
          type="tel"
          dir="ltr"
          value={phone}
          onChange={(typed) => form.change({ phone: typed })}
          error={form.error('phone')}
        />
      </div>
      <Checkbox on={helps} onChange={(on) => form.change({ helps: on })}>
        {t('createHandoff.partnerWillHelp')}
      </Checkbox>
      <p className="acts">
        <Button onPress={form.submit} busy={form.sending}>
          {t('createHandoff.addIt')}
        </Button>
        <Button look="bare" onPress={form.cancel}>
          {t('createHandoff.dontAdd')}
        </Button>
      </p>
      <FormFailure form={form} />
    </section>
  )
}
