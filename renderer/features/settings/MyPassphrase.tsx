import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import { FailureLine, describeFailure, describeFieldFailure, useCall } from '../../office'
import { announce, Button, Field, FormPageHead, FormPageRow, NewPassphraseField, focusFirstError } from '../../ui'

const EMPTY = { now: '', next: '' }

/** Changes the worker's own passphrase; the current one is required (K3). */
export function MyPassphrase() {
  const { t } = useTranslation()
  const { send, sending } = useCall('session.changePassphrase')
  const [form, setForm] = useState(EMPTY)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [missing, setMissing] = useState(false)
  const [saved, setSaved] = useState(false)
  const set = (part: Partial<typeof form>) => {
    setForm({ ...form, ...part })
    setFailure(null)
    setMissing(false)
    setSaved(false)
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (sending) return
    const incomplete = form.now === '' || form.next === ''
    setMissing(incomplete)
    if (incomplete) return focusFirstError()
    const answer = await send(form)
    if (!answer.ok) {
      setFailure(answer.failure)
      return focusFirstError()
    }
    setForm(EMPTY)
    setSaved(true)
    announce(t('mine.changed'))
  }
  const reason = failure?.kind === 'refused' ? failure.reason : null
  const nowWrong =
    missing && form.now === '' ? t('mine.empty') : reason === 'wrong_passphrase' ? t('mine.wrong') : describeFieldFailure(t, failure, 'now')
  const nextWrong =
    missing && form.next === ''
      ? t('choose.empty')
      : failure && (reason === 'passphrase_too_short' || reason === 'passphrase_too_common')
        ? describeFailure(t, failure)
        : describeFieldFailure(t, failure, 'next')
  return (
    <form aria-label={t('mine.change')} noValidate onSubmit={(event) => void save(event)}>
      <FormPageHead margin={t('mine.passphraseMargin')}>{t('mine.passphrase')}</FormPageHead>
      <FormPageRow label="" hasError={Boolean(nowWrong)}>
        <Field
          label={t('mine.now')}
          type="password"
          dir="ltr"
          autoComplete="current-password"
          value={form.now}
          onChange={(now) => set({ now })}
          error={nowWrong}
        />
      </FormPageRow>
      <FormPageRow label="" hasError={Boolean(nextWrong)}>
        <div className="stack">
          <NewPassphraseField value={form.next} onChange={(next) => set({ next })} error={nextWrong} />
        </div>
      </FormPageRow>
      <FormPageRow label="">
        <p className="acts flush">
          <Button type="submit" busy={sending}>
            {sending ? t('mine.changing') : t('mine.change')}
          </Button>
          {saved && (
            <span className="second" role="status">
              {t('mine.changed')}
            </span>
          )}
        </p>
        {!nowWrong && !nextWrong && <FailureLine failure={failure} />}
      </FormPageRow>
    </form>
  )
}
