import { QueryClient } from '@tanstack/react-query'
import type { Answer, Topic } from '#shared/contract/call'
import type { ReadingChannel } from '#shared/contract/index'
import type { OfficeState } from '#shared/contract/session'
import { readNow } from './clock'
import { CHANNEL_TOPICS } from './channel-topics'

/** What screens have read. The network has no say: the office is in the same computer. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: false,
      staleTime: Infinity,
      gcTime: 60_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

const isReading = (channel: unknown): channel is ReadingChannel => typeof channel === 'string' && Object.hasOwn(CHANNEL_TOPICS, channel)

/** Reads again whatever was read of these topics; done when what is on screen is new. */
export function refreshTopics(topics: readonly Topic[]): Promise<void> {
  return queries.invalidateQueries({
    predicate: ({ queryKey: [channel] }) => isReading(channel) && CHANNEL_TOPICS[channel].some((topic) => topics.includes(topic)),
  })
}

/** The same once the office's time has passed `at` (UTC ms), for what then ends by itself; the office says what still holds. */
export function refreshTopicsAt(at: number, topics: readonly Topic[]): void {
  setTimeout(() => void refreshTopics(topics), Math.max(0, at - readNow()) + 1000)
}

/** F9: nothing that was read stays in memory, but the office's own state (which says that it is locked). */
export function clearReadData(): void {
  queries.removeQueries({ predicate: ({ queryKey: [channel] }) => channel !== 'office.state' })
}

/** A desk that the office has locked is asked for nothing but its stage: whatever else a screen still asked would be refused, and stand in the trail (T1). */
async function handleTopics(topics: readonly Topic[]): Promise<void> {
  if (topics.includes('office')) {
    await queries.invalidateQueries({ queryKey: ['office.state'] })
    const state = queries.getQueryData<Answer<OfficeState>>(['office.state', {}])
    if (state?.ok && state.value.stage !== 'open') return
  }
  await refreshTopics(topics)
}

/** Listens to what the office announces. Returns the way to stop. */
export const listenToTopics = (): (() => void) => window.bridge.onChanged((topics) => void handleTopics(topics))

/** The same for whoever has to act on it. Returns the way to stop. */
export const onOfficeChange = (onChange: () => void): (() => void) =>
  window.bridge.onChanged((topics) => topics.includes('office') && onChange())

/** K2: the twelve words were shown once; typed back, they are in no store of the window. */
export const forgetRecoveryWords = (): void => {
  for (const channel of ['setup.createRecoveryWords', 'keys.createRecoveryWords'] as const) queries.removeQueries({ queryKey: [channel] })
}
