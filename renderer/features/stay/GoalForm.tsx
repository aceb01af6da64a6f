import { useTranslation } from 'react-i18next'
import type { StayId } from '#shared/domain/core/ids'
import { KINDS_OF_HELP, type KindOfHelp } from '#shared/domain/core/vocabulary'
import { useCall, useForm } from '../../office'
import { FormButtons } from '../../components'
import { Field, Loading, Select } from '../../ui'
import css from './stay.module.css'

interface GoalFormValues {
  readonly words: string
  readonly help: KindOfHelp | null
  readonly need: string
}
const EMPTY: GoalFormValues = { words: '', help: null, need: '' }

/** A goal in the person's own words, and the help it needs. Kept as a draft while it is typed. */
export function GoalForm({ stayId, onDone }: { readonly stayId: StayId; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { send } = useCall('goal.save')
  const form = useForm({
    id: 'goal',
    of: stayId,
    initial: EMPTY,
    validate: ({ words, help }) => ({
      words: words.trim() === '' && t('stay.needed'),
      help: help === null && t('stay.needed'),
    }),
    send: ({ words, help, need }) => send({ stayId, id: null, words, help: help!, need }),
    announces: t('stay.goal.saved'),
    onClose: onDone,
    keys: { send: t('stay.goal.save'), close: t('stay.goal.leave') },
  })
  if (!form.ready) return <Loading>{t('stay.her.loading')}</Loading>
  return (
    <form className={css.form} aria-label={t('stay.goal.add')} {...form.props}>
      <Field
        label={t('stay.goal.words')}
        value={form.values.words}
        onChange={(words) => form.change({ words })}
        error={form.error('words')}
        autoFocus
      />
      <Select
        label={t('stay.goal.help')}
        value={form.values.help}
        options={KINDS_OF_HELP.map((value) => ({ value, label: t(`word.help.${value}`) }))}
        onChange={(help) => form.change({ help })}
        error={form.error('help')}
      />
      <Field
        label={t('stay.goal.need')}
        hint={t('stay.goal.needHint')}
        value={form.values.need}
        onChange={(need) => form.change({ need })}
        error={form.error('need')}
      />
      <FormButtons form={form} send={t('stay.goal.save')} sendKeys="Ctrl Enter" cancel={t('stay.goal.leave')} flush />
    </form>
  )
}
