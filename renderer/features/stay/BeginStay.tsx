import { useTranslation } from 'react-i18next'
import type { PersonId, StaffId } from '#shared/domain/core/ids'
import { readNow, useCall, useForm, useMinute, useOffice, useOfficeState, useZone } from '../../office'
import { FormButtons, MomentField, parseMoment, toStaffOption, type TypedMoment } from '../../components'
import { FormPageHead, FormPageRow, Loading, Select } from '../../ui'

const NOW: TypedMoment = { date: '', time: '' }
export const isEmptyMoment = ({ date, time }: TypedMoment): boolean => date.trim() === '' && time.trim() === ''

/** Begins a stay with an intake (A4). */
export function BeginStayForm({ personId }: { readonly personId: PersonId }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const me = useOfficeState()?.me
  const staff = useOffice('staff.list', {}).value ?? []
  const { send } = useCall('stay.begin')
  const form = useForm({
    id: 'begin-stay',
    of: personId,
    initial: { intakeAt: NOW, worker: me?.id ?? (null as StaffId | null) },
    validate: ({ intakeAt, worker }) => ({
      intakeAt: !isEmptyMoment(intakeAt) && !parseMoment(intakeAt, readNow(), zone).ok && t('failure.refused.no_such_time'),
      worker: worker === null && t('failure.refused.owner_needed'),
    }),
    send: ({ intakeAt, worker }) => {
      const at = isEmptyMoment(intakeAt) ? null : parseMoment(intakeAt, readNow(), zone)
      return send({ personId, intakeAt: at?.ok ? at.value : null, worker: worker! })
    },
    announces: t('stay.begin.begun'),
  })
  const { values, change } = form
  if (!form.ready) return <Loading>{t('stay.her.loading')}</Loading>
  return (
    <form {...form.props}>
      <FormPageHead margin={t('stay.page.whenMargin')}>{t('stay.begin.title')}</FormPageHead>
      <FormPageRow label={t('stay.begin.when')} hasError={Boolean(form.error('intakeAt'))}>
        <MomentField
          label={t('stay.begin.when')}
          quietLabel
          value={values.intakeAt}
          onChange={(intakeAt) => change({ intakeAt })}
          hint={t('stay.begin.hint')}
          error={form.error('intakeAt')}
          dateLabel={t('stay.begin.date')}
          timeLabel={t('stay.begin.time')}
        />
      </FormPageRow>
      <FormPageRow label="" hasError={Boolean(form.error('worker'))}>
        <Select
          label={t('stay.begin.worker')}
          value={values.worker}
          options={staff.map((one) => toStaffOption(t, one, now, zone))}
          onChange={(worker) => change({ worker })}
          error={form.error('worker')}
        />
        <FormButtons form={form} send={t('stay.begin.save')} size="tall" flush />
      </FormPageRow>
    </form>
  )
}
