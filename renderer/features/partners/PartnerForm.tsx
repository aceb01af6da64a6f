import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/entry'
import type { PartnerView } from '#shared/contract/partners'
import { PARTNER_KINDS, type PartnerKind } from '#shared/domain/vocabulary'
import { failureWords, fieldWords, useCall, useDraft } from '../../office'
import { Button, Checkbox, Field, Select, useCommands } from '../../ui'

interface Props {
  /** Null adds one. */
  readonly partner: PartnerView | null
  readonly onSaved: (id: string) => void
  readonly onClose: () => void
}
interface Typed {
  name: string
  kind: PartnerKind
  phone: string
  note: string
  helpsToReach: boolean
}

/** Name, kind, the number on file, whether they help to reach, and a note. */
export function PartnerForm({ partner, onSaved, onClose }: Props) {
  const { t } = useTranslation()
  const [initial] = useState<Typed>(() => ({
    name: partner?.name ?? '',
    kind: partner?.kind ?? 'agency',
    phone: partner?.phone ?? '',
    note: partner?.note ?? '',
    helpsToReach: partner?.helpsToReach ?? false,
  }))
  const draft = useDraft(`partner.${partner?.id ?? 'new'}`, initial)
  const { send, sending } = useCall('partner.save')
  const [failure, setFailure] = useState<Failure | null>(null)
  const form = draft.value
  const set = (part: Partial<Typed>) => {
    draft.change((before) => ({ ...before, ...part }))
    setFailure(null)
  }
  const save = async () => {
    const answer = await send({ id: partner?.id ?? null, ...form })
    if (!answer.ok) {
      setFailure(answer.failure)
      return requestAnimationFrame(() => document.querySelector<HTMLElement>('#main .wrong :is(input, textarea)')?.focus())
    }
    await draft.drop()
    onSaved(answer.value.id)
  }
  const close = () => void draft.drop().then(onClose)
  useCommands([
    { id: 'save-partner', label: t('partners.save'), keys: 'Ctrl Enter', run: () => void save() },
    { id: 'leave-partner', label: t('partners.leave'), keys: 'Esc', run: close },
  ])
  const wrong = { name: fieldWords(t, failure, 'name'), phone: fieldWords(t, failure, 'phone'), note: fieldWords(t, failure, 'note') }
  if (!draft.ready) return null
  return (
    <form
      className="stack"
      aria-label={partner ? t('partners.change') : t('partners.add')}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void save()
      }}
    >
      <Field label={t('partners.name')} value={form.name} onChange={(name) => set({ name })} error={wrong.name} autoFocus />
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
        error={wrong.phone}
        hint={t('partners.phoneHint')}
      />
      <Field
        label={t('partners.note')}
        rows={3}
        value={form.note}
        onChange={(note) => set({ note })}
        error={wrong.note}
        hint={t('partners.noteHint')}
      />
      <Checkbox on={form.helpsToReach} onChange={(helpsToReach) => set({ helpsToReach })}>
        {t('partners.helps')}
      </Checkbox>
      <p className="acts">
        <Button look="do" keys="Ctrl Enter" onPress={() => void save()} busy={sending}>
          {t('partners.save')}
        </Button>
        <Button look="bare" keys="Esc" onPress={close}>
          {t('partners.leave')}
        </Button>
      </p>
      {failure && !wrong.name && !wrong.phone && !wrong.note && (
        <p className="error" role="alert">
          {failureWords(t, failure)}
        </p>
      )}
    </form>
  )
}
