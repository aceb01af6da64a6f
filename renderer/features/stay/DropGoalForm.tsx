import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import type { GoalView } from '#shared/contract/stay'
import { describeFailure, useCall, useDraft } from '../../office'
import { announce, Button, Field, useCommands } from '../../ui'
import css from './stay.module.css'

const EMPTY = { why: '' }

/** The person may give up a goal; the reason is in their own words. */
export function DropGoalForm({ goal, onDone }: { readonly goal: GoalView; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { value, change, drop, ready } = useDraft(`letgo:${goal.id}`, EMPTY)
  const { send, sending } = useCall('goal.drop')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [tried, setTried] = useState(false)
  const save = async () => {
    setTried(true)
    if (value.why.trim() === '') return
    const answer = await send({ id: goal.id, why: value.why })
    if (!answer.ok) return setFailure(answer.failure)
    await drop()
    announce(t('stay.goal.letGoSaid'))
    return onDone()
  }
  useCommands([{ id: 'let-go-leave', label: t('stay.goal.leave'), keys: 'Esc', quiet: true, run: onDone }])
  if (!ready) return null
  return (
    <form
      className={css.form}
      aria-label={t('stay.goal.letGo')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Field
        label={t('stay.goal.letGoWhy')}
        value={value.why}
        onChange={(why) => {
          change({ why })
          setFailure(null)
        }}
        error={tried && value.why.trim() === '' ? t('stay.needed') : failure ? describeFailure(t, failure) : undefined}
        autoFocus
      />
      <p className="acts flush">
        <Button type="submit" busy={sending}>
          {t('stay.goal.letGoSave')}
        </Button>
        <Button look="bare" keys="Esc" onPress={onDone}>
          {t('stay.goal.leave')}
        </Button>
      </p>
    </form>
  )
}
