import type { Failure } from '#shared/contract/call'
import type { Output } from '#shared/contract/index'
import type { RecordView } from '#shared/contract/handoff/record'
import { readNow, useCall } from '../../../office'
import type { ContactMethod } from './contact-methods'

/** A number on screen since `at` (UTC ms). */
export type ShownNumber = Output<'contact.showNumber'> & { readonly at: number }
type ShowNumberAnswer = { readonly ok: true; readonly shown: ShownNumber } | { readonly ok: false; readonly failure: Failure }

/** Asks the office for one number. It stays in this component's memory for two minutes and nowhere else. */
export function useShowNumber(record: RecordView): {
  readonly show: (manner: ContactMethod, safeCheck: 'safe' | 'not_sure', override: string | null) => Promise<ShowNumberAnswer>
  readonly sending: boolean
} {
  const { send, sending } = useCall('contact.showNumber')
  const show = async (
    { wayId, channel }: ContactMethod,
    safeCheck: 'safe' | 'not_sure',
    override: string | null,
  ): Promise<ShowNumberAnswer> => {
    const answer = await send({ id: record.id, wayId: wayId ?? '', channel, safeCheck, override })
    return answer.ok ? { ok: true, shown: { ...answer.value, at: readNow() } } : { ok: false, failure: answer.failure }
  }
  return { show, sending }
}
