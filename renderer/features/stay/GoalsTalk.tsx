import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import type { StayView } from '#shared/contract/person/stay'
import { getStartOfStayDay, GOALS_DAY } from '#shared/domain/stay/stay'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { FailureLine, useCall, useMinute, useZone } from '../../office'
import { announce, Button, FormPageRow } from '../../ui'
import { useGoalsState } from './use-goals-state'

/** The goals conversation: due on day 3, overdue after day 4 (A4). */
export function GoalsTalk({ stay }: { readonly stay: StayView }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { send, sending } = useCall('stay.recordGoalsTalk')
  const [failure, setFailure] = useState<Failure | null>(null)
  const { id, intakeAt } = stay
  const { askedAt, overdueAt } = stay.goals
  const { day, goalsState } = useGoalsState(stay)
  const had = async () => {
    const answer = await send({ id })
    if (answer.ok) announce(t('stay.talk.hadSaid'))
    else setFailure(answer.failure)
  }
  const when = formatDayAndTime(askedAt ?? (goalsState === 'later' ? getStartOfStayDay(intakeAt, GOALS_DAY, zone) : overdueAt), now, zone)
  return (
    <FormPageRow label="" missing={goalsState === 'due' || goalsState === 'overdue'}>
      <p className={goalsState === 'overdue' ? 'is-overdue' : goalsState === 'due' ? 'is-soon' : ''}>
        {t(`stay.talk.${goalsState}`, { when, day })}
      </p>
      {askedAt === null && (
        <p className="acts flush">
          <Button busy={sending} onPress={() => void had()}>
            {t('stay.talk.had')}
          </Button>
        </p>
      )}
      <FailureLine failure={failure} />
    </FormPageRow>
  )
}
