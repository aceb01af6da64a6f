import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { getDayOfStay, getGoalsState } from '#shared/domain/stay/stay'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { ROUTES, useMinute, useOffice, useZone } from '../../../office'
import { MarkShape } from '../../../components'
import css from './notices.module.css'

/** Goals that no worker has asked about from day 3 on, and contacts after a stay whose time has come (A3, A4). */
export function GoalsDue() {
  const { t } = useTranslation()
  const id = useId()
  const now = useMinute()
  const zone = useZone()
  const stays = useOffice('stay.list', {}).value
  // A board that is open over midnight shows the new day.
  const goals = (stays?.here ?? [])
    .map((one) => ({
      ...one,
      day: getDayOfStay(one.intakeAt, now, zone),
      goalsState: getGoalsState({ ...one, goalsAskedAt: one.goals.askedAt, endedAt: null }, now, zone),
    }))
    .filter(({ goalsState }) => goalsState === 'due' || goalsState === 'overdue')
  const contacts = (stays?.after ?? []).filter(({ nextAt }) => nextAt <= now)
  if (goals.length + contacts.length === 0) return null
  return (
    <section className={css.withheld} aria-labelledby={id}>
      <h2 id={id}>{t('stay.board.title')}</h2>
      <ul>
        {goals.map((one) => (
          <li key={one.id}>
            <MarkShape kind={one.goalsState === 'overdue' ? 'overdue' : 'soon'} />
            <p className={css.line}>
              <Link href={ROUTES.stay(one.personId)}>
                <bdi dir="auto">
                  {t(one.goalsState === 'overdue' ? 'stay.board.overdue' : 'stay.board.due', { label: one.label, day: one.day })}
                </bdi>
              </Link>
              <span className="muted">{t('stay.board.who', { name: one.worker.name })}</span>
            </p>
          </li>
        ))}
        {contacts.map((one) => (
          <li key={one.id}>
            <MarkShape kind="soon" />
            <p className={css.line}>
              <Link href={ROUTES.stay(one.personId)}>
                <bdi dir="auto">{t('stay.board.contact', { label: one.label })}</bdi>
              </Link>
              <span className="muted">
                {formatDayAndTime(one.nextAt, now, zone)}, {t('stay.board.who', { name: one.worker.name })}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
