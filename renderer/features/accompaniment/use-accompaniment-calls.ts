import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import type { AccompanimentEnd, AccompanimentStage } from '#shared/domain/accompaniment/stages'
import type { HandoffId, MeetingId } from '#shared/domain/core/ids'
import { useCall } from '../../office'
import { announce } from '../../ui'

export type NearStage = Exclude<AccompanimentStage, 'stepped_back'>

/** The three writing calls of this page; each resolves to whether it was saved. */
export interface AccompanimentCalls {
  readonly decide: (meetingId: MeetingId, stage: NearStage, words: string) => Promise<boolean>
  readonly more: (stage: NearStage, words: string) => Promise<boolean>
  readonly end: (as: AccompanimentEnd, words: string) => Promise<boolean>
  readonly failure: Failure | null
  readonly busy: boolean
}

export function useAccompanimentCalls(handoffId: HandoffId): AccompanimentCalls {
  const { t } = useTranslation()
  const decide = useCall('accompaniment.decide')
  const more = useCall('accompaniment.increase')
  const end = useCall('accompaniment.end')
  const [failure, setFailure] = useState<Failure | null>(null)
  const told = (answer: { readonly ok: true } | { readonly ok: false; readonly failure: Failure }) => {
    setFailure(answer.ok ? null : answer.failure)
    if (answer.ok) announce(t('accompaniment.saved'))
    return answer.ok
  }
  return {
    decide: async (meetingId, stage, words) => told(await decide.send({ handoffId, meetingId, stage, words })),
    more: async (stage, words) => told(await more.send({ handoffId, stage, words })),
    end: async (as, words) => told(await end.send({ handoffId, as, words })),
    failure,
    busy: decide.sending || more.sending || end.sending,
  }
}
