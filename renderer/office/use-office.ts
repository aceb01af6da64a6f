import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Failure } from '#shared/contract/call'
import type { Input, Output, ReadingChannel } from '#shared/contract/index'
import { callOffice } from './bridge'

export interface OfficeRead<T> {
  /** The last answer of the office; kept while it is read again. */
  readonly value: T | undefined
  readonly failure: Failure | undefined
  /** True until the first answer. */
  readonly loading: boolean
  readonly again: () => void
}

/**
 * Reads from the office, and reads again whenever a topic of this channel is announced. `enabled: false` does not read yet; `keep: true`
 * shows the last answer while another input is being read (search as you type).
 */
export function useOffice<C extends ReadingChannel>(
  channel: C,
  input: Input<C>,
  more: { enabled?: boolean; keep?: boolean } = {},
): OfficeRead<Output<C>> {
  const query = useQuery({
    queryKey: [channel, input],
    queryFn: () => callOffice(channel, input),
    enabled: more.enabled ?? true,
    ...(more.keep ? { placeholderData: keepPreviousData } : {}),
  })
  const answer = query.data
  const { refetch } = query
  const again = useCallback(() => void refetch(), [refetch])
  return {
    value: answer?.ok ? answer.value : undefined,
    failure: answer && !answer.ok ? answer.failure : undefined,
    loading: query.isPending,
    again,
  }
}
