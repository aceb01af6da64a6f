import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { RecordView } from '#shared/contract/record'
import { ROUTES, useOffice, useOfficeState } from '../../../office'
import { Button, useCommands } from '../../../ui'
import { StepFrame } from './StepFrame'

/** A6: nobody who works with her asks; the office looks again when it is sent. */
export const mayAskFeedback = ({ assignedTo, supporting }: RecordView, me: string | undefined): boolean =>
  me !== assignedTo.id && !supporting.some(({ id }) => id === me)

/** Before the screen is turned to her: what opens, and how one comes back. */
export function AskFeedback({ record, onClose }: { readonly record: RecordView; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const me = useOfficeState()?.me?.id
  const along = useOffice('accompaniment.read', { handoffId: record.id })
  // Whoever goes along with her may be neither the record's own worker nor a supporting one.
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
