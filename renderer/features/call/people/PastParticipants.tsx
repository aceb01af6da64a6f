import { useTranslation } from 'react-i18next'
import { Name, OwnWords } from '../../../components'
import { findParticipantName } from './presence'
import { useMeetingSession } from '../meeting-session'
import css from '../call.module.css'

/** After the end: all participants with their role, and what each said happens next. No clock runs. */
export function PastParticipants() {
  const { t } = useTranslation()
  const { view } = useMeetingSession()
  return (
    <section className={css.people} aria-labelledby="call-people">
      <h2 id="call-people">{t('meeting.people.there')}</h2>
      <ul>
        {view.participants.map(({ no, role, understanding }) => (
          <li key={no}>
            <span className={css.no} aria-hidden="true">
              {no}
            </span>
            <div className={css.who}>
              <Name strong>{findParticipantName(view, no)}</Name>
              <span className="second">{t(`meeting.role.${role}`)}</span>
            </div>
            {understanding !== null && (
              <p className={css.rule}>
                <OwnWords>{understanding}</OwnWords>
              </p>
            )}
          </li>
        ))}
      </ul>
      {view.withoutHer !== null && (
        <p>
          {t('meeting.withoutHer')} <OwnWords>{view.withoutHer}</OwnWords>
        </p>
      )}
    </section>
  )
}
