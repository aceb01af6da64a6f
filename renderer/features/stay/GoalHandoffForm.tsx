import { useTranslation } from 'react-i18next'
import type { GoalView } from '#shared/contract/person/stay'
import type { StaffId } from '#shared/domain/core/ids'
import { useCall, useForm, useMinute, useOffice, useOfficeState, useZone } from '../../office'
import { FormButtons, toStaffOption } from '../../components'
import { Checkbox, Select } from '../../ui'
import css from './stay.module.css'

/**
 * Creates an internal handoff from a goal (A4, H8). The person is asked first; what they approved goes with it, what they withhold does
 * not (M5).
 */
export function GoalHandoffForm({ goal, onDone }: { readonly goal: GoalView; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const me = useOfficeState()?.me?.id
  const staff = (useOffice('staff.list', {}).value ?? []).filter(({ id }) => id !== me)
  const { send } = useCall('goal.createHandoff')
  const form = useForm({
    id: 'goal-handoff',
    of: goal.id,
    initial: { to: null as StaffId | null, agreed: false },
    validate: ({ to }) => ({ to: to === null && t('failure.refused.receiver_needed') }),
    send: ({ to, agreed }) => send({ id: goal.id, to: to!, agreed }),
    findField: () => 'to',
    announces: t('stay.goal.handedOn'),
    onClose: onDone,
    keys: { send: t('stay.goal.handOnNow'), close: t('stay.goal.leave') },
  })
  if (!form.ready) return null
  return (
    <form className={css.form} aria-label={t('stay.goal.handOn')} {...form.props}>
      <Select
        label={t('stay.goal.handOnTo')}
        value={form.values.to}
        options={staff.map((one) => toStaffOption(t, one, now, zone))}
        onChange={(to) => form.change({ to })}
        error={form.error('to') ?? form.failure}
      />
      <Checkbox on={form.values.agreed} onChange={(agreed) => form.change({ agreed })}>
        {t('stay.goal.agreed')}
      </Checkbox>
      <p className="second">{t('stay.goal.background')}</p>
      <FormButtons form={{ ...form, failure: undefined }} send={t('stay.goal.handOnNow')} cancel={t('stay.goal.leave')} flush />
    </form>
  )
}
