import { useTranslation } from 'react-i18next'
import type { MeetingText } from '#shared/domain/meeting/meeting'
import { HiddenText } from './HiddenText'
import css from '../call.module.css'

/** What is said in a step, in short sentences, saved as it is typed. */
export function TextPart({ field }: { readonly field: Exclude<MeetingText, 'note'> }) {
  const { t } = useTranslation()
  return (
    <div className={css.text} data-first>
      <HiddenText field={field} label={t(`meeting.steps.text.${field}`)} rows={6} />
    </div>
  )
}
