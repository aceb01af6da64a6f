import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Checkbox, Field } from '../../ui'
import { measurePassphrase } from './setup-form'
import { EnterForm, SetupStepHead, type SetupStepProps } from './BasicSteps'

/** Five suggested words, or an own passphrase from fourteen characters (K3). */
export function PassphraseStep({ form, change, complaints, offered, whole }: SetupStepProps & { readonly offered: string }) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(false)
  const wrong = complaints.passphrase
  const type = shown ? 'text' : 'password'
  const error =
    wrong === 'short'
      ? t('setup.passphrase.short', { count: measurePassphrase(form.passphrase) })
      : wrong === 'common'
        ? t('setup.passphrase.common')
        : wrong
          ? t('setup.passphrase.empty')
          : undefined
  return (
    <>
      <SetupStepHead title={t('setup.passphrase.title', { name: form.director.trim() })} say={t('setup.passphrase.say')} />
      {offered && (
        <section className="offered" aria-labelledby="offered">
          <h2 id="offered" className="second">
            {t('setup.passphrase.offered')}
          </h2>
          <p className="big-said">{offered}</p>
          <Button
            onPress={() => {
              change({ passphrase: offered, again: offered })
              setShown(true)
            }}
          >
            {t('setup.passphrase.take')}
          </Button>
        </section>
      )}
      <EnterForm form={whole}>
        <div className="stack">
          <Field
            label={t('setup.passphrase.own')}
            type={type}
            dir="ltr"
            value={form.passphrase}
            onChange={(passphrase) => change({ passphrase })}
            error={error}
            hint={t('setup.passphrase.hint')}
          />
          <Field
            label={t('setup.passphrase.again')}
            type={type}
            dir="ltr"
            value={form.again}
            onChange={(again) => change({ again })}
            error={complaints.again && t('setup.passphrase.differ')}
          />
          <Checkbox on={shown} onChange={setShown}>
            {t('setup.passphrase.show')}
          </Checkbox>
        </div>
      </EnterForm>
    </>
  )
}
