import { useMemo } from 'react'
import { useOffice } from './use-office'

/** Returns the name of each bounce reason by its code (B1), including retired reasons, which the history still names. */
export function useBounceReasonNames(): ReadonlyMap<string, string> {
  const list = useOffice('bounceReason.list', {}).value
  return useMemo(() => new Map(list?.map(({ code, label }) => [code, label])), [list])
}
