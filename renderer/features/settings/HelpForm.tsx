import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import type { Output } from '#shared/contract/index'
import { describeFieldFailure, useCall, useDraft } from '../../office'
import { announce, Field, FormPageHead, FormPageRow, useCommands } from '../../ui'
import { SaveRow } from './SaveRow'

/** Whom F1 shows on every screen (P1). */
export function HelpForm({ settings }: { readonly settings: Output<'settings.read'> }) {
  const { t } = useTranslation()
  const [initial] = useState({
    policeNumber: settings.policeNumber,
    supervisorName: settings.supervisorName,
    supervisorPhone: settings.supervisorPhone,
  })
  const draft = useDraft('settings.help', initial)
  const { send, sending } = useCall('settings.save')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [saved, setSaved] = useState(false)
  const form = draft.value
  const set = (part: Partial<typeof form>) => {
    draft.change((before) => ({ ...before, ...part }))
    setFailure(null)
    setSaved(false)
  }
  const save = async () => {
    const answer = await send(form)
    if (!answer.ok) {
      setFailure(answer.failure)
      return requestAnimationFrame(() => document.querySelector<HTMLElement>('#main .wrong input')?.focus())
    }
    setSaved(true)
    announce(t('settings.saved'))
  }
  useCommands([{ id: 'save-settings', label: t('settings.save'), keys: 'Ctrl Enter', run: () => void save() }])
  const wrong = (field: keyof typeof form) => describeFieldFailure(t, failure, field)
  const atField = Boolean(wrong('policeNumber') ?? wrong('supervisorName') ?? wrong('supervisorPhone'))
  return (
    <form
      aria-label={t('settings.help')}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void save()
      }}
    >
      <FormPageHead margin="F1">{t('settings.help')}</FormPageHead>
      <FormPageRow label={t('settings.police')} hasError={Boolean(wrong('policeNumber'))}>
        <div className="two">
          <Field
            label={t('settings.police')}
            quietLabel
            type="tel"
            dir="ltr"
            value={form.policeNumber}
            onChange={(policeNumber) => set({ policeNumber })}
            error={wrong('policeNumber')}
          />
          <span className="second">{t('settings.oneKey')}</span>
        </div>
      </FormPageRow>
      <FormPageRow label={t('settings.supervisor')} hasError={Boolean(wrong('supervisorName') ?? wrong('supervisorPhone'))}>
        <div className="two">
          <Field
            label={t('settings.supervisorName')}
            value={form.supervisorName}
            onChange={(supervisorName) => set({ supervisorName })}
            error={wrong('supervisorName')}
          />
          <Field
            label={t('settings.supervisorPhone')}
            type="tel"
            dir="ltr"
            value={form.supervisorPhone}
            onChange={(supervisorPhone) => set({ supervisorPhone })}
            error={wrong('supervisorPhone')}
          />
        </div>
      </FormPageRow>
      <SaveRow sending={sending} saved={saved} failure={atField ? null : failure} onSave={() => void save()} />
    </form>
  )
}
