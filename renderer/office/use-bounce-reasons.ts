import { useMemo } from 'react'
import { useOffice } from './use-office'

/** B1: what each reason for a bounce is called, by its code; also of those that are offered no longer, because what has happened names them. */
export function useBounceReasonNames(): ReadonlyMap<string, string> {
  const list = useOffice('bounceReason.list', {}).value
  return useMemo(() => new Map(list?.map(({ code, label }) => [code, label])), [list])
}
