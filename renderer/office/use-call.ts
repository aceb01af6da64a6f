import { useCallback, useRef, useState } from 'react'
import type { Answer } from '#shared/contract/call'
import type { Channel, Input, Output } from '#shared/contract/index'
import { callOffice } from './bridge'
import { reportStorage } from './storage-trouble'

/**
 * Returns a writing call. `send` never throws: the answer is a value. `sending` is true until it arrives; a second `send` meanwhile
 * shares the first answer.
 */
export function useCall<C extends Channel>(
  channel: C,
): { readonly send: (input: Input<C>) => Promise<Answer<Output<C>>>; readonly sending: boolean } {
  const [sending, setSending] = useState(false)
  const running = useRef<Promise<Answer<Output<C>>> | null>(null)
  const send = useCallback(
    (input: Input<C>) => {
      if (running.current) return running.current
      setSending(true)
      running.current = callOffice(channel, input).then((answer) => {
        running.current = null
        setSending(false)
        reportStorage(answer)
        return answer
      })
      return running.current
    },
    [channel],
  )
  return { send, sending }
}
