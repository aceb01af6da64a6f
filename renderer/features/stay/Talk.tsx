import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/entry'
import type { StayView } from '#shared/contract/stay'
import { beginningOfDay, GOALS_DAY } from '#shared/domain/stay'
import { clockTime } from '#shared/domain/wording'
import { FailureLine, useCall, useMinute, useZone } from '../../office'
import { announce, Button, LeafRow } from '../../ui'
import { useGoals } from './use-goals'

/** A4: the talk about her goals: due on day 3, overdue after day 4. */
export function Talk({ stay }: { readonly stay: StayView }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { send, sending } = useCall('stay.asked')
  const [failure, setFailure] = useState<Failure | null>(null)
  const { id, intakeAt } = stay
  const { askedAt, overdueAt } = stay.goals
  const { day, standing } = useGoals(stay)
  const had = async () => {
    const answer = await send({ id })
    if (answer.ok) announce(t('stay.talk.hadSaid'))
    else setFailure(answer.failure)
  }
  const when = clockTime(askedAt ?? (standing === 'later' ? beginningOfDay(intakeAt, GOALS_DAY, zone) : overdueAt), now, zone)
  return (
    <LeafRow label="" missing={standing === 'due' || standing === 'overdue'}>
      <p className={standing === 'overdue' ? 'is-overdue' : standing === 'due' ? 'is-soon' : ''}>
        {t(`stay.talk.${standing}`, { when, day })}
      </p>
      {askedAt === null && (
        <p className="acts flush">
          <Button busy={sending} onPress={() => void had()}>
            {t('stay.talk.had')}
          </Button>
        </p>
      )}
      <FailureLine failure={failure} />
    </LeafRow>
  )
}
