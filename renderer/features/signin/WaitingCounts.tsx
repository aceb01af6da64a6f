import { useTranslation } from 'react-i18next'
import type { OfficeState } from '#shared/contract/office/session'
import { formatNumberWord, formatTime } from '#shared/domain/core/wording'
import { useZone } from '../../office'
import { MarkShape } from '../../components'
import { Icon } from '../../ui'

/** Counts and times only, while the database is open behind the screen lock (L5). */
export function WaitingCounts({ waiting }: { readonly waiting: NonNullable<OfficeState['waiting']> }) {
  const { t } = useTranslation()
  const zone = useZone()
  const { overdue, dueThisShift } = waiting
  const time = formatTime(waiting.shiftEndsAt, zone)
  if (overdue === 0 && dueThisShift === 0)
    return (
      <p className="lock-due">
        <MarkShape kind="later" />
        <span>{t('signin.none')}</span>
      </p>
    )
  return (
    <p className="lock-due">
      <MarkShape kind={overdue > 0 ? 'overdue' : 'soon'} />
      <span>
        {overdue > 0 && (
          <>
            <b>{t('signin.overdue', { count: overdue, n: formatNumberWord(overdue, true) })}</b>{' '}
          </>
        )}
        {dueThisShift > 0 && (
          <>
            {overdue > 0 ? (
              t('signin.more', { count: dueThisShift, n: formatNumberWord(dueThisShift, true), time })
            ) : (
              <b>{t('signin.due', { count: dueThisShift, n: formatNumberWord(dueThisShift, true), time })}</b>
            )}{' '}
          </>
        )}
        {t('signin.goesOn')}
      </span>
    </p>
  )
}

/** While the database is closed only times are known, from a list that the office has signed; an altered list says nothing (L5). */
export function NextDueTimes({ nextDue }: { readonly nextDue: NonNullable<OfficeState['nextDue']> }) {
  const { t } = useTranslation()
  const zone = useZone()
  const { overdue, due, before, genuine } = nextDue
  if (!genuine)
    return (
      <p className="lock-due">
        <Icon name="ask" />
        <b>{t('signin.nextDue.changed')}</b>
      </p>
    )
  if (overdue === 0 && due === 0)
    return (
      <p className="lock-due">
        <MarkShape kind="later" />
        <span>{t('signin.nextDue.none')}</span>
      </p>
    )
  return (
    <p className="lock-due">
      <MarkShape kind={overdue > 0 ? 'overdue' : 'soon'} />
      <span>
        {overdue > 0 && <b>{t('signin.nextDue.passed', { count: overdue, n: formatNumberWord(overdue, true) })}</b>}{' '}
        {due > 0 && (
          <b>
            {before === null
              ? t('signin.nextDue.dueSoon', { count: due })
              : t('signin.nextDue.due', { count: due, time: formatTime(before, zone) })}
          </b>
        )}
      </span>
    </p>
  )
}
