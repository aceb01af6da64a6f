import type { Failure } from '#shared/contract/entry'
import type { RecordView } from '#shared/contract/record'
import { nowOf, useCall } from '../../office'
import type { Manner } from './attempt-ways'
import type { Shown } from './HowStep'

type Answered = { readonly ok: true; readonly shown: Shown } | { readonly ok: false; readonly failure: Failure }

/** Asks the office for one number. It stays in this component's memory for two minutes and nowhere else. */
export function useShowNumber(record: RecordView): {
  readonly show: (manner: Manner, safeCheck: 'safe' | 'not_sure', override: string | null) => Promise<Answered>
  readonly sending: boolean
} {
  const { send, sending } = useCall('contact.show')
  const show = async ({ wayId, channel }: Manner, safeCheck: 'safe' | 'not_sure', override: string | null): Promise<Answered> => {
    const answer = await send({ id: record.id, wayId: wayId ?? '', channel, safeCheck, override })
    return answer.ok ? { ok: true, shown: { ...answer.value, at: nowOf() } } : { ok: false, failure: answer.failure }
  }
  return { show, sending }
}
