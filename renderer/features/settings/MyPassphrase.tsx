import { useTranslation } from 'react-i18next'
import { useCall, useForm } from '../../office'
import { FormFailure, NewPassphraseField } from '../../components'
import { Button, Field, FormPageHead, FormPageRow } from '../../ui'

const EMPTY = { now: '', next: '' }

/** Changes the worker's own passphrase; the current one is required (K3). */
export function MyPassphrase() {
  const { t } = useTranslation()
  const { send } = useCall('session.changePassphrase')
  const form = useForm({
    id: 'my-passphrase',
    of: null,
    initial: EMPTY,
    validate: ({ now, next }) => ({ now: now === '' && t('mine.empty'), next: next === '' && t('choose.empty') }),
    send,
    findField: (path, _, failure) =>
      path === 'now' || path === 'next'
        ? path
        : failure.kind === 'refused' && path === 'passphrase'
          ? failure.reason === 'wrong_passphrase'
            ? 'now'
            : 'next'
          : null,
    describe: (failure) => (failure.kind === 'refused' && failure.reason === 'wrong_passphrase' ? t('mine.wrong') : undefined),
    announces: t('mine.changed'),
  })
  const { values, change } = form
  const [nowWrong, nextWrong] = [form.error('now'), form.error('next')]
  return (
    <form aria-label={t('mine.change')} {...form.props}>
      <FormPageHead margin={t('mine.passphraseMargin')}>{t('mine.passphrase')}</FormPageHead>
      <FormPageRow label="" hasError={Boolean(nowWrong)}>
        <Field
          label={t('mine.now')}
          type="password"
          dir="ltr"
          autoComplete="current-password"
          value={values.now}
          onChange={(now) => change({ now })}
          error={nowWrong}
        />
      </FormPageRow>
      <FormPageRow label="" hasError={Boolean(nextWrong)}>
        <div className="stack">
          <NewPassphraseField value={values.next} onChange={(next) => change({ next })} error={nextWrong} />
        </div>
      </FormPageRow>
      <FormPageRow label="">
        <p className="acts flush">
          <Button type="submit" busy={form.sending}>
            {form.sending ? t('mine.changing') : t('mine.change')}
          </Button>
          {form.sent && (
            <span className="second" role="status">
              {t('mine.changed')}
            </span>
          )}
        </p>
        <FormFailure form={form} />
      </FormPageRow>
    </form>
  )
}
