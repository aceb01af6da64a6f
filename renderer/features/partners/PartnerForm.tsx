import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import type { PartnerDetailView } from '#shared/contract/partner'
import { PARTNER_KINDS } from '#shared/domain/core/vocabulary'
import { callOffice, describeFailure, describeFieldFailure, readNow, useCall, useDraft, useZone } from '../../office'
import { Button, Checkbox, Field, Select, useCommands } from '../../ui'
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
  const draft = useDraft(`partner.${partner?.id ?? 'new'}`, initial)
  const { send, sending } = useCall('partner.save')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [checked, setChecked] = useState(false)
  const form = draft.value
  const set = (part: Partial<PartnerFormValues>) => {
    draft.change((before) => ({ ...before, ...part }))
    setFailure(null)
  }
  const until = parseAgreementEnd(form, readNow(), zone)
  const untilWrong = checked && form.helpsToReach && until === 'wrong' ? t('partners.wrong.until') : undefined
  const toFirst = () => requestAnimationFrame(() => document.querySelector<HTMLElement>('#main .wrong :is(input, textarea)')?.focus())
  const save = async () => {
    setChecked(true)
    if (form.helpsToReach && until === 'wrong') return toFirst()
    const answer = await send(toPartnerInput(partner?.id ?? null, form, until === 'wrong' ? null : until))
    if (!answer.ok) {
      // The worker has been told; the next save is deliberate.
      if (answer.failure.kind === 'refused' && answer.failure.reason === 'changed_meanwhile' && partner)
        draft.change((before) => ({ ...before, basedOn: partner.changedAt }))
      setFailure(answer.failure)
      return toFirst()
    }
    await draft.drop()
    onSaved(answer.value.id)
  }
  const close = () => void draft.drop().then(onClose)
  const showAddress = async () => {
    if (!partner) return
    const answer = await callOffice('partner.address', { id: partner.id })
    if (answer.ok) set({ address: answer.value.address })
    else setFailure(answer.failure)
  }
  useCommands([
    { id: 'save-partner', label: t('partners.save'), keys: 'Ctrl Enter', run: () => void save() },
    { id: 'leave-partner', label: t('partners.leave'), keys: 'Esc', run: close },
  ])
  const wrong = (path: string) => describeFieldFailure(t, failure, path)
  const named = failure?.kind === 'invalid' || (failure?.kind === 'refused' && failure.field !== undefined)
  const line = (
    field: PartnerLineField,
    more: { readonly path?: string; readonly rows?: number; readonly hint?: string; readonly autoFocus?: boolean } = {},
  ) => {
    const { path = `more.${field}`, ...rest } = more
    return (
      <Field label={t(`partners.${field}`)} value={form[field]} onChange={(text) => set({ [field]: text })} error={wrong(path)} {...rest} />
    )
  }
  if (!draft.ready) return null
  return (
    <form
      className="stack partner-form"
      aria-label={partner ? t('partners.change') : t('partners.add')}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void save()
      }}
    >
      {line('name', { path: 'name', autoFocus: true })}
      <div className="two">
        <Select
          label={t('partners.kind')}
          options={PARTNER_KINDS.map((value) => ({ value, label: t(`word.partnerKind.${value}`) }))}
          value={form.kind}
          onChange={(kind) => set({ kind })}
        />
        <Field
          label={t('partners.phone')}
          type="tel"
          dir="ltr"
          value={form.phone}
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
      <Checkbox on={form.helpsToReach} onChange={(helpsToReach) => set({ helpsToReach })}>
        {t('partners.helps')}
      </Checkbox>
      {form.helpsToReach && (
        <Field
          label={t('partners.until')}
          value={form.helpsUntil}
          onChange={(helpsUntil) => set({ helpsUntil })}
          error={untilWrong ?? wrong('more.helpsUntil')}
          hint={t('partners.untilHint')}
        />
      )}
      {line('relay', { hint: t('partners.relayHint') })}
      <PartnerContacts contacts={form.contacts} onChange={(contacts) => set({ contacts })} wrong={wrong} />
      {form.address === null ? (
        <p className="second">
          {t('partners.address')}: {t('partners.addressHidden')}{' '}
          <Button look="bare" className="inline" onPress={() => void showAddress()}>
            {t('partners.showAddress')}
          </Button>
        </p>
      ) : (
        <Field
          label={t('partners.address')}
          value={form.address}
          onChange={(address) => set({ address })}
          error={wrong('more.address')}
          hint={t('partners.addressHint')}
          className="no-print"
        />
      )}
      {line('note', { path: 'note', rows: 3 })}
      {line('doNotRefer', { hint: t('partners.doNotReferHint') })}
      <p className="acts">
        <Button look="do" keys="Ctrl Enter" onPress={() => void save()} busy={sending}>
          {t('partners.save')}
        </Button>
        <Button look="bare" keys="Esc" onPress={close}>
          {t('partners.leave')}
        </Button>
      </p>
      {failure && !named && (
        <p className="error" role="alert">
          {describeFailure(t, failure)}
        </p>
      )}
    </form>
  )
}
