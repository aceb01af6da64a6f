import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import type { RecordView } from '#shared/contract/record'
import { FailureLine, useCall, useDraft } from '../../../office'
import { announce, Button, Field, Loading, useCommands } from '../../../ui'
import { StepFrame } from './StepFrame'

/** A line for the team without the person's name; what the team will read is shown before it is closed (A3). */
export function WhatWentWellForm({ record, onClose }: { readonly record: RecordView; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { send, sending } = useCall('success.add')
  const draft = useDraft(`success:${record.id}`, { words: '' })
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [reads, setReads] = useState<string | null>(null)
  const words = draft.value.words.trim()
  const note = async () => {
    if (reads !== null) return onClose()
    setTried(true)
    if (words === '') return
    const answer = await send({ of: record.id, words })
    if (!answer.ok) return setFailure(answer.failure)
    await draft.drop()
    announce(t('feedback.success.reads', { words: answer.value.reads }))
    setReads(answer.value.reads)
  }
  useCommands([
    { id: 'success-note', label: t('feedback.success.send'), keys: 'Ctrl Enter', run: () => void note() },
    ...(reads === null ? [] : [{ id: 'success-done', label: t('record.steps.cancel'), keys: 'Enter' as const, quiet: true, run: onClose }]),
  ])
  if (!draft.ready) return <Loading>{t('record.loading')}</Loading>
  if (reads !== null)
    return (
      <StepFrame title={t('feedback.success.title')}>
        <p dir="auto">{t('feedback.success.reads', { words: reads })}</p>
        <p className="acts">
          <Button look="do" keys="Enter" onPress={onClose}>
            {t('feedback.success.close')}
          </Button>
        </p>
      </StepFrame>
    )
  return (
    <StepFrame title={t('feedback.success.title')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void note()
        }}
      >
        <Field
          label={t('feedback.success.words')}
          hint={t('feedback.success.hint')}
          value={draft.value.words}
          error={tried && words === '' ? t('feedback.success.needed') : undefined}
          onChange={(next) => draft.change({ words: next })}
        />
        <FailureLine failure={failure} />
        <p className="acts">
          <Button look="do" type="submit" keys="Ctrl Enter" busy={sending}>
            {t('feedback.success.send')}
          </Button>
          <Button look="bare" keys="Esc" onPress={onClose}>
            {t('record.steps.cancel')}
          </Button>
        </p>
      </form>
    </StepFrame>
  )
}
