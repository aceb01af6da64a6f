import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { PersonId } from '#shared/domain/core/ids'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { ROUTES, useMinute, useOffice, useZone } from '../../office'
import { GoalsMark } from './GoalsMark'

/** On the person's page: whether they stay here, the state of the goals conversation, and links to both. */
export function PersonStay({ personId }: { readonly personId: PersonId }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const last = useOffice('stay.read', { personId }).value?.[0]
  return (
    <section aria-labelledby="stay">
      <h2 id="stay">{t('stay.her.title')}</h2>
      <p className="second">
        {!last
          ? t('stay.her.none')
          : last.endedAt === null
            ? t('stay.her.now', { when: formatDayAndTime(last.intakeAt, now, zone), day: last.day })
            : t('stay.her.was', { when: formatDayAndTime(last.endedAt, now, zone), count: last.day })}
      </p>
      {last?.endedAt === null && (
        <p>
          <GoalsMark stay={last} />
        </p>
      )}
      <p className="acts">
        <Link className="btn" href={ROUTES.stay(personId)}>
          {!last || last.endedAt !== null ? t('stay.her.begin') : t('stay.her.open')}
        </Link>
      </p>
    </section>
  )
}
