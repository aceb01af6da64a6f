import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { RecordView } from '#shared/contract/handoff/record'
import { ROUTES, useOffice, useOfficeState } from '../../../office'
import { Button, useCommands } from '../../../ui'
import { StepFrame } from './StepFrame'

/** Tells whether the worker may ask for feedback: no one who works with the person may; the office checks it again (A6). */
export const mayAskFeedback = ({ assignedTo, supporting }: RecordView, me: string | undefined): boolean =>
  me !== assignedTo.id && !supporting.some(({ id }) => id === me)

/** Shown before the screen is turned to the person: what opens, and how to come back. */
export function AskFeedback({ record, onClose }: { readonly record: RecordView; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const me = useOfficeState()?.me?.id
  const along = useOffice('accompaniment.read', { handoffId: record.id })
  // The accompanying worker may be neither the assigned worker nor a supporting one.
  const isAlongside = along.value?.workerId === me
  const open = () => go(ROUTES.feedback(record.id))
  const ready = !along.loading && !isAlongside
  useCommands(ready ? [{ id: 'ask-how', label: t('feedback.ask.open'), keys: 'Enter', run: open }] : [])
  return (
    <StepFrame title={t('feedback.ask.title')}>
      <p>{t('feedback.ask.text')}</p>
      <p>{t('feedback.ask.back')}</p>
      <p className="acts">
        <Button look="do" keys="Enter" busy={!ready} {...(isAlongside ? { why: t('feedback.ask.why') } : {})} onPress={open}>
          {t('feedback.ask.open')}
        </Button>
        <Button look="bare" keys="Esc" onPress={onClose}>
          {t('record.steps.cancel')}
        </Button>
      </p>
    </StepFrame>
  )
}
