import { useCallback, useState } from 'react'
import type { Failure } from '#shared/contract/entry'
import type { CommandInput } from '#shared/contract/handoff'
import type { Output } from '#shared/contract/index'
import type { HandoffId } from '#shared/domain/ids'
import { useCall } from '../../office'

/** One command on this handoff. `run` gives what came of it, or null and keeps the failure for the screen. */
export function useDo(id: HandoffId): {
  readonly run: (command: CommandInput) => Promise<Output<'handoff.do'> | null>
  readonly failure: Failure | null
  readonly clear: () => void
  readonly sending: boolean
} {
  const { send, sending } = useCall('handoff.do')
  const [failure, setFailure] = useState<Failure | null>(null)
  const run = useCallback(
    async (command: CommandInput) => {
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
