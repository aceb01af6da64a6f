import { useTranslation } from 'react-i18next'
import type { MeetingText } from '#shared/domain/meeting/meeting'
import { CoveredText } from './CoveredText'
import css from '../call.module.css'

/** What is said in a step, in short sentences, saved as it is typed. */
export function TextPart({ field }: { readonly field: Exclude<MeetingText, 'note'> }) {
  const { t } = useTranslation()
  return (
    <div className={css.text} data-first>
      <CoveredText field={field} label={t(`meeting.steps.text.${field}`)} rows={6} />
    </div>
  )
}
