import { useTranslation } from 'react-i18next'
import type { MeetingView } from '#shared/contract/handoff/meeting'
import css from '../call.module.css'

/** H10: that the meeting is contact, and what of the confirmation is still missing; it is said before the meeting ends and after. */
export function ContactOnClosing({ contact }: { readonly contact: MeetingView['contact'] }) {
  const { t } = useTranslation()
  if (contact === null) return null
  if (contact.missing.length === 0) return <p className="say">{t('meeting.contact.confirmed')}</p>
  return (
    <div className={`stack ${css.answer}`}>
      <p className="say">{t('meeting.contact.missing')}</p>
      <ul aria-label={t('meeting.contact.list')}>
        {contact.missing.map((part) => (
          <li key={part}>{t(`handoffState.missing.${part}`)}</li>
        ))}
      </ul>
    </div>
  )
}
