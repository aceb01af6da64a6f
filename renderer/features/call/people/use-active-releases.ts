import { useTranslation } from 'react-i18next'
import { useState } from 'react'
import type { Failure } from '#shared/contract/call'
import type { ReleaseLine } from '#shared/contract/person/release'
import { useCall, useOffice } from '../../../office'
import { announce } from '../../../ui'
import { useMeetingSession } from '../meeting-session'

/** The releases that are active now, and how one is taken back in the middle of the call, after the question (R2). */
export function useActiveReleases(): {
  readonly active: readonly ReleaseLine[]
  readonly takeBack: (release: ReleaseLine) => Promise<boolean>
  readonly failure: Failure | null
} {
  const { t } = useTranslation()
  const { view } = useMeetingSession()
  const list = useOffice('release.list', { personId: view.personId }).value
  const { send } = useCall('release.revoke')
  const [failure, setFailure] = useState<Failure | null>(null)
  const takeBack = async ({ id, organisation }: ReleaseLine) => {
    const answer = await send({ id, how: 'spoken', words: '', at: null })
    setFailure(answer.ok ? null : answer.failure)
    if (answer.ok) announce(t('meeting.steps.share.takenBack', { who: organisation }))
    return answer.ok
  }
  return { active: list?.releases.filter(({ state }) => state === 'active') ?? [], takeBack, failure }
}
