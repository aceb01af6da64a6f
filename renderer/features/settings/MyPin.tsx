import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/entry'
import { FailureLine, failureWords, fieldWords, readAgain, useCall } from '../../office'
import { announce, Button, Checkbox, Field, LeafHead, LeafRow, toFirstWrong } from '../../ui'

const EMPTY = { passphrase: '', pin: '' }
type Said = 'pinSet' | 'pinRemoved'

/** L3: a PIN takes the desk back after a lock. It is set and removed with the passphrase. */
export function MyPin({ hasPin }: { readonly hasPin: boolean }) {
  const { t } = useTranslation()
  const { send, sending } = useCall('session.pin')
  const [form, setForm] = useState(EMPTY)
  const [shown, setShown] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [missing, setMissing] = useState<'passphrase' | 'pin' | null>(null)
  const [said, setSaid] = useState<Said | null>(null)
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
    if (lacks) return toFirstWrong()
    const answer = await send({ passphrase: form.passphrase, pin })
    if (!answer.ok) {
      setFailure(answer.failure)
      return toFirstWrong()
    }
    const now: Said = pin === null ? 'pinRemoved' : 'pinSet'
    setForm(EMPTY)
    setSaid(now)
    announce(t(`mine.${now}`))
    await readAgain(['office'])
  }
  const reason = failure?.kind === 'refused' ? failure.reason : null
  const phraseWrong =
    missing === 'passphrase' ? t('mine.empty') : reason === 'wrong_passphrase' ? t('mine.wrong') : fieldWords(t, failure, 'passphrase')
  const pinWrong =
    missing === 'pin'
      ? t('mine.digits')
      : failure && (reason === 'pin_too_short' || reason === 'pin_too_simple')
        ? failureWords(t, failure)
        : fieldWords(t, failure, 'pin')
  return (
    <form
      aria-label={t('mine.pin')}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void save(form.pin)
      }}
    >
      <LeafHead margin={t('mine.pinMargin')}>{t('mine.pin')}</LeafHead>
      <LeafRow label="">
        <p>{t('mine.pinWhen')}</p>
        {hasPin && <p className="second">{t('mine.pinHas')}</p>}
      </LeafRow>
      <LeafRow label="" wrong={Boolean(phraseWrong ?? pinWrong)}>
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
      </LeafRow>
      <LeafRow label="">
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
      </LeafRow>
    </form>
  )
}
