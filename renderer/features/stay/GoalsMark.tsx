import { useTranslation } from 'react-i18next'
import type { StayView } from '#shared/contract/person/stay'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { useMinute, useZone } from '../../office'
import { MarkShape } from '../../components'
import { useGoalsState } from './use-goals-state'

const SHAPES = { later: 'later', due: 'soon', overdue: 'overdue', asked: 'confirmed' } as const
const TONES = { later: 'muted', due: 'is-soon', overdue: 'is-overdue', asked: 'muted' } as const

/** Shape, word and time; never the colour alone (A4). */
export function GoalsMark({ stay }: { readonly stay: Pick<StayView, 'intakeAt' | 'goals'> }) {
  const { t } = useTranslation()
  const { askedAt, overdueAt } = stay.goals
  const { goalsState } = useGoalsState(stay)
  const now = useMinute()
  const zone = useZone()
  const when =
    goalsState === 'due'
      ? t('stay.goals.until', { when: formatDayAndTime(overdueAt, now, zone) })
      : goalsState === 'overdue'
        ? t('stay.goals.overdueSince', { when: formatDayAndTime(overdueAt, now, zone) })
        : ''
  return (
    <span className={TONES[goalsState]}>
      <MarkShape kind={SHAPES[goalsState]} />{' '}
      {askedAt === null ? t(`stay.goals.${goalsState}`) : t('stay.goals.askedOn', { when: formatDayAndTime(askedAt, now, zone) })}{' '}
      {when && <span className="muted">{when}</span>}
    </span>
  )
}
