import { useTranslation } from 'react-i18next'
import type { GoalView } from '#shared/contract/person/stay'
import { useCall, useForm } from '../../office'
import { FormButtons } from '../../components'
import { Field } from '../../ui'
import css from './stay.module.css'

/** The person may give up a goal; the reason is in their own words. */
export function DropGoalForm({ goal, onDone }: { readonly goal: GoalView; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { send } = useCall('goal.drop')
  const form = useForm({
    id: 'drop-goal',
    of: goal.id,
    initial: { why: '' },
    validate: ({ why }) => ({ why: why.trim() === '' && t('stay.needed') }),
    send: ({ why }) => send({ id: goal.id, why }),
    announces: t('stay.goal.letGoSaid'),
    onClose: onDone,
    keys: { send: t('stay.goal.letGoSave'), close: t('stay.goal.leave') },
  })
  if (!form.ready) return null
  return (
    <form className={css.form} aria-label={t('stay.goal.letGo')} {...form.props}>
      <Field
        label={t('stay.goal.letGoWhy')}
        value={form.values.why}
        onChange={(why) => form.change({ why })}
        error={form.error('why')}
        autoFocus
      />
      <FormButtons form={form} send={t('stay.goal.letGoSave')} cancel={t('stay.goal.leave')} look="plain" flush />
    </form>
  )
}
