import { QueryClient } from '@tanstack/react-query'
import type { Answer, Topic } from '#shared/contract/call'
import type { ReadingChannel } from '#shared/contract/index'
import type { OfficeState } from '#shared/contract/office/session'
import { MINUTE } from '#shared/domain/core/moment'
import { readNow } from './clock'
import { CHANNEL_TOPICS } from './channel-topics'

/** Holds what the screens have read. The network status is ignored: the office is in the same computer. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: false,
      staleTime: Infinity,
      gcTime: MINUTE,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

const isReading = (channel: unknown): channel is ReadingChannel => typeof channel === 'string' && Object.hasOwn(CHANNEL_TOPICS, channel)

/** Reads again whatever was read of these topics. Resolves when the screen is up to date. */
export function refreshTopics(topics: readonly Topic[]): Promise<void> {
  return queries.invalidateQueries({
    predicate: ({ queryKey: [channel] }) => isReading(channel) && CHANNEL_TOPICS[channel].some((topic) => topics.includes(topic)),
  })
}

/** Reads again once the office's time has passed `at` (UTC ms), for what ends by itself at that time. */
export function refreshTopicsAt(at: number, topics: readonly Topic[]): void {
  setTimeout(() => void refreshTopics(topics), Math.max(0, at - readNow()) + 1000)
}

/** Removes everything that was read from memory, except the office's own state, which says that it is locked (F9). */
export function clearReadData(): void {
  queries.removeQueries({ predicate: ({ queryKey: [channel] }) => channel !== 'office.state' })
}

/**
 * Handles announced topics. A locked office is asked only for its stage: any other call would be refused and recorded in the audit log
 * (T1).
 */
async function handleTopics(topics: readonly Topic[]): Promise<void> {
  if (topics.includes('office')) {
    await queries.invalidateQueries({ queryKey: ['office.state'] })
    const state = queries.getQueryData<Answer<OfficeState>>(['office.state', {}])
    if (state?.ok && state.value.stage !== 'open') return
  }
  await refreshTopics(topics)
}

/** Listens to what the office announces. Returns the function that stops it. */
export const listenToTopics = (): (() => void) => window.bridge.onChanged((topics) => void handleTopics(topics))

/** Calls `onChange` when the office's state changes. Returns the function that stops it. */
export const onOfficeChange = (onChange: () => void): (() => void) =>
  window.bridge.onChanged((topics) => topics.includes('office') && onChange())

/** Removes the recovery words from the window's memory: they were shown once and typed back (K2). */
export const forgetRecoveryWords = (): void => {
  for (const channel of ['setup.createRecoveryWords', 'keys.createRecoveryWords'] as const) queries.removeQueries({ queryKey: [channel] })
}
