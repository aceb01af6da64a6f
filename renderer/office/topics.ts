import type { Topic } from '#shared/contract/entry'
import type { Channel } from '#shared/contract/index'

/** Which announcements make a screen read a channel again. A reading channel that is missing here cannot be used by `useOffice`. */
export const TOPICS_OF = {
  'office.state': ['office', 'handoffs', 'alerts', 'staff'],
  'setup.words': [],
  'help.read': ['office', 'staff'],
  'draft.read': [],
} as const satisfies Partial<Record<Channel, readonly Topic[]>>

export type ReadingChannel = keyof typeof TOPICS_OF
