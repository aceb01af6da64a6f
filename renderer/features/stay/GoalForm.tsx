import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import type { StayId } from '#shared/domain/core/ids'
import { KINDS_OF_HELP, type KindOfHelp } from '#shared/domain/core/vocabulary'
import { FailureLine, useCall, useDraft } from '../../office'
import { announce, Button, Field, Loading, Select, focusFirstError, useCommands } from '../../ui'
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
  const { value: typed, change, drop, ready } = useDraft(`goal:${stayId}`, EMPTY)
  const { send, sending } = useCall('goal.save')
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const set = (part: Partial<GoalFormValues>) => {
    change((before) => ({ ...before, ...part }))
    setFailure(null)
  }
  const noWords = typed.words.trim() === ''
  const save = async () => {
    setTried(true)
    if (noWords || typed.help === null) return focusFirstError()
    const answer = await send({ stayId, id: null, words: typed.words, help: typed.help, need: typed.need })
    if (!answer.ok) return setFailure(answer.failure)
    await drop()
    announce(t('stay.goal.saved'))
    return onDone()
  }
  useCommands([
    { id: 'goal-save', label: t('stay.goal.save'), keys: 'Ctrl Enter', run: () => void save() },
    { id: 'goal-leave', label: t('stay.goal.leave'), keys: 'Esc', quiet: true, run: onDone },
  ])
  if (!ready) return <Loading>{t('stay.her.loading')}</Loading>
  return (
    <form
      className={css.form}
      aria-label={t('stay.goal.add')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Field
        label={t('stay.goal.words')}
        value={typed.words}
        onChange={(words) => set({ words })}
        error={tried && noWords ? t('stay.needed') : undefined}
        autoFocus
      />
      <Select
        label={t('stay.goal.help')}
        value={typed.help}
        options={KINDS_OF_HELP.map((value) => ({ value, label: t(`word.help.${value}`) }))}
        onChange={(help) => set({ help })}
        error={tried && typed.help === null ? t('stay.needed') : undefined}
      />
      <Field label={t('stay.goal.need')} hint={t('stay.goal.needHint')} value={typed.need} onChange={(need) => set({ need })} />
      <FailureLine failure={failure} />
      <p className="acts flush">
        <Button type="submit" look="do" keys="Ctrl Enter" busy={sending}>
          {t('stay.goal.save')}
        </Button>
        <Button look="bare" keys="Esc" onPress={onDone}>
          {t('stay.goal.leave')}
        </Button>
      </p>
    </form>
  )
}
