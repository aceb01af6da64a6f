import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { proposePassphrase } from './passphrase-words'
import { Checkbox } from '../../ui/Toggles'

/**
 * A field for a new passphrase: five suggested words, or an own sentence, with the rules beside it (K3). It is stored nowhere: a
 * passphrase is no draft.
 */
export function NewPassphraseField({
  value,
  onChange,
  error,
  autoFocus,
}: {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
  readonly autoFocus?: boolean
}) {
  const { t } = useTranslation()
  const id = useId()
  const [offered, setOffered] = useState(proposePassphrase)
  const [shown, setShown] = useState(false)
  return (
    <>
      <section className="offered" aria-labelledby={id}>
        <h2 id={id} className="second">
          {t('choose.offered')}
        </h2>
        <p className="big-said">{offered}</p>
        <p className="acts">
          <Button
            onPress={() => {
              onChange(offered)
              setShown(true)
            }}
          >
            {t('choose.take')}
          </Button>
          <Button look="bare" onPress={() => setOffered(proposePassphrase())}>
            {t('choose.otherWords')}
          </Button>
        </p>
      </section>
      <Field
        label={t('choose.own')}
        type={shown ? 'text' : 'password'}
        dir="ltr"
        autoComplete="new-password"
        value={value}
        onChange={onChange}
        error={error}
        hint={t('choose.rules')}
        {...(autoFocus ? { autoFocus } : {})}
      />
      <Checkbox on={shown} onChange={setShown}>
        {t('choose.show')}
      </Checkbox>
    </>
  )
}
