import { useTranslation } from 'react-i18next'
import type { Form } from '../../office'
import { FormFailure } from '../../components'
import { Button, FormPageRow } from '../../ui'

/** The foot of a settings form: save, that it is saved, or why it is not. */
export function SaveRow({ form }: { readonly form: Pick<Form<object>, 'sending' | 'sent' | 'failure' | 'submit'> }) {
  const { t } = useTranslation()
  return (
    <FormPageRow label="">
      <p className="acts flush">
        <Button look="do" keys="Ctrl Enter" busy={form.sending} onPress={form.submit}>
          {t('settings.save')}
        </Button>
        {form.sent && (
          <span className="second" role="status">
            {t('settings.saved')}
          </span>
        )}
      </p>
      <FormFailure form={form} />
    </FormPageRow>
  )
}
