import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import { FailureLine, describeFailure, describeFieldFailure, refreshTopics, useCall } from '../../office'
import { announce, Button, Checkbox, Field, FormPageHead, FormPageRow, focusFirstError } from '../../ui'

const EMPTY = { passphrase: '', pin: '' }
type PinResult = 'pinSet' | 'pinRemoved'

/** A PIN unlocks the screen after a lock. It is set and removed with the passphrase (L3). */
export function MyPin({ hasPin }: { readonly hasPin: boolean }) {
  const { t } = useTranslation()
  const { send, sending } = useCall('session.setPin')
  const [form, setForm] = useState(EMPTY)
  const [shown, setShown] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [missing, setMissing] = useState<'passphrase' | 'pin' | null>(null)
  const [said, setSaid] = useState<PinResult | null>(null)
  const set = (part: Partial<typeof form>) => {
    setForm({ ...form, ...part })
    setFailure(null)
    setMissing(null)
    setSaid(null)
  }
  const save = async (pin: string | null) => {
    if (sending) return
    const lacks = form.passphrase === '' ? 'passphrase' : pin !== null && !/^\d{6,32}$/.test(pin) ? 'pin' : null
    setMissing(lacks)
    setSaid(null)
    if (lacks) return focusFirstError()
    const answer = await send({ passphrase: form.passphrase, pin })
    if (!answer.ok) {
      setFailure(answer.failure)
      return focusFirstError()
    }
    const now: PinResult = pin === null ? 'pinRemoved' : 'pinSet'
    setForm(EMPTY)
    setSaid(now)
    announce(t(`mine.${now}`))
    await refreshTopics(['office'])
  }
  const reason = failure?.kind === 'refused' ? failure.reason : null
  const phraseWrong =
    missing === 'passphrase'
      ? t('mine.empty')
      : reason === 'wrong_passphrase'
        ? t('mine.wrong')
        : describeFieldFailure(t, failure, 'passphrase')
  const pinWrong =
    missing === 'pin'
      ? t('mine.digits')
      : failure && (reason === 'pin_too_short' || reason === 'pin_too_simple')
        ? describeFailure(t, failure)
        : describeFieldFailure(t, failure, 'pin')
  return (
    <form
      aria-label={t('mine.pin')}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void save(form.pin)
      }}
    >
      <FormPageHead margin={t('mine.pinMargin')}>{t('mine.pin')}</FormPageHead>
      <FormPageRow label="">
        <p>{t('mine.pinWhen')}</p>
        {hasPin && <p className="second">{t('mine.pinHas')}</p>}
      </FormPageRow>
      <FormPageRow label="" hasError={Boolean(phraseWrong ?? pinWrong)}>
        <div className="two">
          <Field
            label={t('mine.now')}
            type="password"
            dir="ltr"
            autoComplete="current-password"
            value={form.passphrase}
            onChange={(passphrase) => set({ passphrase })}
            error={phraseWrong}
          />
          <Field
            label={t('mine.newPin')}
            type={shown ? 'tel' : 'password'}
            dir="ltr"
            value={form.pin}
            onChange={(pin) => set({ pin })}
            error={pinWrong}
          />
        </div>
        <Checkbox on={shown} onChange={setShown}>
          {t('mine.showPin')}
        </Checkbox>
      </FormPageRow>
      <FormPageRow label="">
        <p className="acts flush">
          <Button look="do" type="submit" busy={sending}>
            {t('mine.setPin')}
          </Button>
          {hasPin && (
            <Button onPress={() => void save(null)} busy={sending}>
              {t('mine.removePin')}
            </Button>
          )}
          {said && (
            <span className="second" role="status">
              {t(`mine.${said}`)}
            </span>
          )}
        </p>
        {!phraseWrong && !pinWrong && <FailureLine failure={failure} />}
      </FormPageRow>
    </form>
  )
}
