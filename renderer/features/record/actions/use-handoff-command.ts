import { useCallback, useState } from 'react'
import type { Failure } from '#shared/contract/call'
import type { HandoffCommandInput } from '#shared/contract/handoff/handoff'
import type { Output } from '#shared/contract/index'
import type { HandoffId } from '#shared/domain/core/ids'
import { useCall } from '../../../office'

/** Runs one command on this handoff. `run` resolves to the result, or to null and keeps the failure for the screen. */
export function useHandoffCommand(id: HandoffId): {
  readonly run: (command: HandoffCommandInput) => Promise<Output<'handoff.execute'> | null>
  readonly failure: Failure | null
  readonly clear: () => void
  readonly sending: boolean
} {
  const { send, sending } = useCall('handoff.execute')
  const [failure, setFailure] = useState<Failure | null>(null)
  const run = useCallback(
    async (command: HandoffCommandInput) => {
      setFailure(null)
      const answer = await send({ id, command })
      if (answer.ok) return answer.value
      setFailure(answer.failure)
      return null
    },
    [id, send],
  )
  return { run, failure, clear: useCallback(() => setFailure(null), []), sending }
}
