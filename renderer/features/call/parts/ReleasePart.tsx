import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { ROUTES, useMinute, useZone } from '../../../office'
import { Mark, Name } from '../../../components'
import { Button } from '../../../ui'
import { findParticipantName } from '../people/presence'
import { useMeetingSession } from '../meeting-session'
import { TakeBackContext } from '../people/RevokeRelease'
import { useActiveReleases } from '../people/use-active-releases'
import css from '../call.module.css'

/** R1: the release of each participant from outside, and the link to the person's releases; R2: the button asks before it takes one back. */
export function ReleasePart() {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { view, writePending: settle } = useMeetingSession()
  const now = useMinute()
  const zone = useZone()
  const { active } = useActiveReleases()
  const askTakeBack = useContext(TakeBackContext)
  const outside = view.participants.filter(({ kind }) => kind === 'partner' || kind === 'other')
  return (
    <div className={`stack ${css.answer}`}>
      {outside.length === 0 ? (
        <p className="muted">{t('meeting.steps.share.nobody')}</p>
      ) : (
        <ul className={css.papers} aria-label={t('meeting.steps.share.outside')}>
          {outside.map(({ no, share }) => (
            <li key={no}>
              <Name strong>{findParticipantName(view, no)}</Name>
              {share === 'active' || share === 'in_house' ? (
                <Mark kind="confirmed">{t(share === 'active' ? 'meeting.steps.share.active' : 'meeting.steps.share.notNeeded')}</Mark>
              ) : (
                <Mark kind="missing">{t(`meeting.people.share.${share}`)}</Mark>
              )}
            </li>
          ))}
        </ul>
      )}
      {active.length > 0 && (
        <ul className={css.papers} aria-label={t('meeting.steps.share.list')}>
          {active.map((release) => (
            <li key={release.id}>
              <span>
                <Name strong>{release.organisation}</Name>{' '}
                <span className="second" dir="auto">
                  {t('meeting.steps.share.until', { who: release.recipient, when: formatDayAndTime(release.expiresAt, now, zone) })}
                </span>
              </span>
              <Button {...(active.length === 1 ? { keys: 'Alt T' } : {})} onPress={askTakeBack}>
                {t('meeting.steps.share.takeBack')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p className="acts">
        <Button onPress={() => void settle().then(() => go(ROUTES.releases(view.personId)))}>{t('meeting.steps.share.write')}</Button>
      </p>
    </div>
  )
}
