import type { Answer } from '#shared/contract/call'
import type { AccompanimentEnd, AccompanimentStage } from '#shared/domain/accompaniment/stages'
import type { HandoffId, MeetingId } from '#shared/domain/core/ids'
import { useCall } from '../../office'

export type NearStage = Exclude<AccompanimentStage, 'stepped_back'>

/** The three writing calls of this page. */
export interface AccompanimentCalls {
  readonly decide: (meetingId: MeetingId, stage: NearStage, words: string) => Promise<Answer<unknown>>
  readonly more: (stage: NearStage, words: string) => Promise<Answer<unknown>>
  readonly end: (as: AccompanimentEnd, words: string) => Promise<Answer<unknown>>
  readonly busy: boolean
}

export function useAccompanimentCalls(handoffId: HandoffId): AccompanimentCalls {
  const decide = useCall('accompaniment.decide')
  const more = useCall('accompaniment.increase')
  const end = useCall('accompaniment.end')
  return {
    decide: (meetingId, stage, words) => decide.send({ handoffId, meetingId, stage, words }),
    more: (stage, words) => more.send({ handoffId, stage, words }),
    end: (as, words) => end.send({ handoffId, as, words }),
    busy: decide.sending || more.sending || end.sending,
  }
}
