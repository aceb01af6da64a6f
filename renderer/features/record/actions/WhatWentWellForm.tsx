import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordView } from '#shared/contract/handoff/record'
import { useCall, useForm } from '../../../office'
import { FormButtons } from '../../../components'
import { Button, Field, Loading, useCommands } from '../../../ui'
import { StepFrame } from './StepFrame'

/** A line for the team without the person's name; what the team will read is shown before it is closed (A3). */
export function WhatWentWellForm({ record, onClose }: { readonly record: RecordView; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { send } = useCall('success.add')
  const [reads, setReads] = useState<string | null>(null)
  const form = useForm({
    id: 'what-went-well',
    of: record.id,
    initial: { words: '' },
    validate: ({ words }) => ({ words: words.trim() === '' && t('feedback.success.needed') }),
    send: ({ words }) => send({ of: record.id, words: words.trim() }),
    announces: (answer) => t('feedback.success.reads', { words: answer.reads }),
    onSent: (answer) => setReads(answer.reads),
    onClose,
    afterSend: 'clear',
    keys: reads === null ? { send: t('feedback.success.send') } : {},
  })
  useCommands(reads === null ? [] : [{ id: 'success-done', label: t('record.steps.cancel'), keys: 'Enter', quiet: true, run: onClose }])
  if (!form.ready) return <Loading>{t('record.loading')}</Loading>
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
      <form className="stack" {...form.props}>
        <Field
          label={t('feedback.success.words')}
          hint={t('feedback.success.hint')}
          value={form.values.words}
          error={form.error('words')}
          onChange={(words) => form.change({ words })}
        />
        <FormButtons form={form} send={t('feedback.success.send')} sendKeys="Ctrl Enter" cancel={t('record.steps.cancel')} />
      </form>
    </StepFrame>
  )
}
