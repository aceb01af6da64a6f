import { useTranslation } from 'react-i18next'
import type { StayView } from '#shared/contract/person/stay'
import { readNow, useCall, useForm, useZone } from '../../office'
import { FormFailure, MomentField, parseMoment, type TypedMoment } from '../../components'
import { Button, FormPageHead, FormPageRow } from '../../ui'
import { isEmptyMoment } from './BeginStay'

const NOW: TypedMoment = { date: '', time: '' }

/** The person leaves the shelter; from then on it is asked whether contact goes on (A3). */
export function EndStayForm({ stay }: { readonly stay: StayView }) {
  const { t } = useTranslation()
  const zone = useZone()
  const { send } = useCall('stay.end')
  const form = useForm({
    id: 'end-stay',
    of: stay.id,
    initial: { at: NOW },
    validate: ({ at }) => ({ at: !isEmptyMoment(at) && !parseMoment(at, readNow(), zone).ok && t('failure.refused.no_such_time') }),
    send: ({ at: typed }) => {
      const at = isEmptyMoment(typed) ? null : parseMoment(typed, readNow(), zone)
      return send({ id: stay.id, at: at?.ok ? at.value : null })
    },
    announces: t('stay.end.ended'),
  })
  if (!form.ready) return null
  return (
    <form {...form.props}>
      <FormPageHead>{t('stay.end.title')}</FormPageHead>
      <FormPageRow label={t('stay.end.when')} hasError={Boolean(form.error('at'))}>
        <MomentField
          label={t('stay.end.when')}
          quietLabel
          value={form.values.at}
          onChange={(at) => form.change({ at })}
          hint={t('stay.begin.hint')}
          error={form.error('at')}
          dateLabel={t('stay.end.date')}
          timeLabel={t('stay.end.time')}
        />
        <FormFailure form={form} />
        <p className="acts flush">
          <Button busy={form.sending} onPress={form.submit}>
            {t('stay.end.save')}
          </Button>
        </p>
      </FormPageRow>
    </form>
  )
}
