import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { RecordView } from '#shared/contract/record'
import { PLACES, useOffice, useOfficeState } from '../../office'
import { Button, useCommands } from '../../ui'
import { Step } from './Step'

/** A6: nobody who works with her asks; the office looks again when it is sent. */
export const asksHow = ({ assignedTo, supporting }: RecordView, me: string | undefined): boolean =>
  me !== assignedTo.id && !supporting.some(({ id }) => id === me)

/** Before the screen is turned to her: what opens, and how one comes back. */
export function AskHow({ record, onClose }: { readonly record: RecordView; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const me = useOfficeState()?.me?.id
  const along = useOffice('accompaniment.read', { handoffId: record.id })
  // Whoever goes along with her may be neither the record's own worker nor a supporting one.
  const hers = along.value?.workerId === me
  const open = () => go(PLACES.feedback(record.id))
  const ready = !along.loading && !hers
  useCommands(ready ? [{ id: 'ask-how', label: t('feedback.ask.open'), keys: 'Enter', run: open }] : [])
  return (
    <Step title={t('feedback.ask.title')}>
      <p>{t('feedback.ask.text')}</p>
      <p>{t('feedback.ask.back')}</p>
      <p className="acts">
        <Button look="do" keys="Enter" busy={!ready} {...(hers ? { why: t('feedback.ask.why') } : {})} onPress={open}>
          {t('feedback.ask.open')}
        </Button>
        <Button look="bare" keys="Esc" onPress={onClose}>
          {t('record.steps.cancel')}
        </Button>
      </p>
    </Step>
  )
}
