import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Choices, Field, useCommands } from '../../../ui'
import { useFieldCommand, useMeetingSession } from '../meeting-session'
import css from '../call.module.css'

const TIMES = ['0', '1', '2', '3', '4', '5'] as const
type RetellingsAnswer = (typeof TIMES)[number] | 'more'

/** How often the person had to retell the story in this handoff, which writing it once should reduce (M5). */
export function RetellingsPart() {
  const { t } = useTranslation()
  const { view, sendCommand: act } = useMeetingSession()
  const { retold } = view
  const [more, setMore] = useState(retold !== null && retold >= TIMES.length)
  const [wrong, setWrong] = useState(false)
  const save = useCallback(
    async (text: string) => {
      const fits = /^\d{1,2}$/.test(text.trim())
      setWrong(!fits)
      return fits && act({ kind: 'retold', times: Number(text) })
    },
    [act],
  )
  useCommands(
    TIMES.map((key) => ({
      id: `call-retold-${key}`,
      label: t('meeting.steps.retell.key', { times: key }),
      keys: key,
      run: () => void act({ kind: 'retold', times: Number(key) }),
    })),
  )
  const number = useFieldCommand('retold', retold === null ? '' : String(retold), save)
  const value: RetellingsAnswer | null = more ? 'more' : retold === null ? null : (TIMES.find((one) => Number(one) === retold) ?? 'more')
  return (
    <div className={`stack ${css.answer}`}>
      <Choices<RetellingsAnswer>
        label={t('meeting.steps.retell.label')}
        value={value}
        options={[...TIMES.map((one) => ({ value: one, label: one })), { value: 'more' as const, label: t('meeting.steps.retell.more') }]}
        onChange={(next) => {
          setMore(next === 'more')
          if (next !== 'more') void act({ kind: 'retold', times: Number(next) })
        }}
      />
      {more && (
        <Field
          label={t('meeting.steps.retell.number')}
          className={css.short ?? ''}
          error={wrong ? t('meeting.steps.retell.wrong') : undefined}
          {...number}
        />
      )}
    </div>
  )
}
