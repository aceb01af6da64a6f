import { useTranslation } from 'react-i18next'
import type { StayView } from '#shared/contract/stay'
import { clockTime } from '#shared/domain/wording'
import { useMinute, useZone } from '../../office'
import { Shape } from '../../ui'
import { useGoals } from './use-goals'

const SHAPES = { later: 'later', due: 'soon', overdue: 'overdue', asked: 'confirmed' } as const
const TONES = { later: 'muted', due: 'is-soon', overdue: 'is-overdue', asked: 'muted' } as const

/** A4: shape, word and time; never the colour alone. */
export function GoalsMark({ stay }: { readonly stay: Pick<StayView, 'intakeAt' | 'goals'> }) {
  const { t } = useTranslation()
  const { askedAt, overdueAt } = stay.goals
  const { standing } = useGoals(stay)
  const now = useMinute()
  const zone = useZone()
  const when =
    standing === 'due'
      ? t('stay.goals.until', { when: clockTime(overdueAt, now, zone) })
      : standing === 'overdue'
        ? t('stay.goals.overdueSince', { when: clockTime(overdueAt, now, zone) })
        : ''
  return (
    <span className={TONES[standing]}>
      <Shape standing={SHAPES[standing]} />{' '}
      {askedAt === null ? t(`stay.goals.${standing}`) : t('stay.goals.askedOn', { when: clockTime(askedAt, now, zone) })}{' '}
      {when && <span className="muted">{when}</span>}
    </span>
  )
}
