import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract/index'
import { useCall, useForm } from '../../office'
import { Field, FormPageHead, FormPageRow } from '../../ui'
import { SaveRow } from './SaveRow'

/** Whom F1 shows on every screen (P1). */
export function HelpForm({ settings }: { readonly settings: Output<'settings.read'> }) {
  const { t } = useTranslation()
  const { send } = useCall('settings.save')
  const form = useForm({
    id: 'help',
    of: null,
    initial: {
      policeNumber: settings.policeNumber,
      supervisorName: settings.supervisorName,
      supervisorPhone: settings.supervisorPhone,
    },
    send,
    announces: t('settings.saved'),
    afterSend: 'keep',
    keys: { send: t('settings.save') },
  })
  if (!form.ready) return null
  const { values, change, error } = form
  return (
    <form aria-label={t('settings.help')} {...form.props}>
      <FormPageHead margin="F1">{t('settings.help')}</FormPageHead>
      <FormPageRow label={t('settings.police')} hasError={Boolean(error('policeNumber'))}>
        <div className="two">
          <Field
            label={t('settings.police')}
            quietLabel
            type="tel"
            dir="ltr"
            value={values.policeNumber}
            onChange={(policeNumber) => change({ policeNumber })}
            error={error('policeNumber')}
          />
          <span className="second">{t('settings.oneKey')}</span>
        </div>
      </FormPageRow>
      <FormPageRow label={t('settings.supervisor')} hasError={Boolean(error('supervisorName') ?? error('supervisorPhone'))}>
        <div className="two">
          <Field
            label={t('settings.supervisorName')}
            value={values.supervisorName}
            onChange={(supervisorName) => change({ supervisorName })}
            error={error('supervisorName')}
          />
          <Field
            label={t('settings.supervisorPhone')}
            type="tel"
            dir="ltr"
            value={values.supervisorPhone}
            onChange={(supervisorPhone) => change({ supervisorPhone })}
            error={error('supervisorPhone')}
          />
        </div>
      </FormPageRow>
      <SaveRow form={form} />
    </form>
  )
}
