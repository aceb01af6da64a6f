import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refreshTopics, useCall, useForm } from '../../office'
import { FormFailure } from '../../components'
import { announce, Button, Checkbox, Field, FormPageHead, FormPageRow } from '../../ui'

const EMPTY = { passphrase: '', pin: '', remove: false }

/** A PIN unlocks the screen after a lock. It is set and removed with the passphrase (L3). */
export function MyPin({ hasPin }: { readonly hasPin: boolean }) {
  const { t } = useTranslation()
  const { send } = useCall('session.setPin')
  const [shown, setShown] = useState(false)
  const [result, setResult] = useState<'pinSet' | 'pinRemoved'>('pinSet')
  const form = useForm({
    id: 'my-pin',
    of: null,
    initial: EMPTY,
    validate: ({ passphrase, pin, remove }) => ({
      passphrase: passphrase === '' && t('mine.empty'),
      pin: passphrase !== '' && !remove && !/^\d{6,32}$/.test(pin) && t('mine.digits'),
    }),
    send: ({ passphrase, pin, remove }) => send({ passphrase, pin: remove ? null : pin }),
    describe: (failure) => (failure.kind === 'refused' && failure.reason === 'wrong_passphrase' ? t('mine.wrong') : undefined),
    onSent: (_, { remove }) => {
      const now = remove ? 'pinRemoved' : 'pinSet'
      setResult(now)
      announce(t(`mine.${now}`))
      void refreshTopics(['office'])
    },
  })
  const { values, change } = form
  const [phraseWrong, pinWrong] = [form.error('passphrase'), form.error('pin')]
  return (
    <form
      aria-label={t('mine.pin')}
      {...form.props}
      onSubmit={(event) => {
        event.preventDefault()
        form.submitWith({ remove: false })
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
            value={values.passphrase}
            onChange={(passphrase) => change({ passphrase })}
            error={phraseWrong}
          />
          <Field
            label={t('mine.newPin')}
            type={shown ? 'tel' : 'password'}
            dir="ltr"
            value={values.pin}
            onChange={(pin) => change({ pin })}
            error={pinWrong}
          />
        </div>
        <Checkbox on={shown} onChange={setShown}>
          {t('mine.showPin')}
        </Checkbox>
      </FormPageRow>
      <FormPageRow label="">
        <p className="acts flush">
          <Button look="do" type="submit" busy={form.sending}>
            {t('mine.setPin')}
          </Button>
          {hasPin && (
            <Button onPress={() => form.submitWith({ remove: true })} busy={form.sending}>
              {t('mine.removePin')}
            </Button>
          )}
          {form.sent && (
            <span className="second" role="status">
              {t(`mine.${result}`)}
            </span>
          )}
        </p>
        <FormFailure form={form} />
      </FormPageRow>
    </form>
  )
}
