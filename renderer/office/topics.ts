import type { Topic } from '#shared/contract/entry'
import type { ReadingChannel } from '#shared/contract/index'

/** Which announcements make a screen read a channel again. The type asks for every reading channel of the contract. */
export const TOPICS_OF: Readonly<Record<ReadingChannel, readonly Topic[]>> = {
  'office.state': ['office', 'handoffs', 'alerts', 'staff'],
  'setup.words': [],
  'help.read': ['office', 'staff'],
  'board.read': ['office', 'handoffs', 'people', 'partners', 'staff'],
  'handoff.read': ['office', 'handoffs', 'people', 'partners', 'staff'],
  'handoff.similar': ['handoffs', 'people'],
  'person.name': ['people'],
  'plan.read': ['people', 'handoffs'],
  'plan.versions': ['people', 'handoffs'],
  'partner.list': ['partners', 'handoffs'],
  'partner.enquiry': ['partners', 'handoffs', 'people'],
  'staff.list': ['staff'],
  'settings.read': ['office'],
  'bounceReason.list': [],
  'alert.list': ['alerts', 'handoffs'],
  'search.find': ['handoffs', 'people', 'partners'],
  // A draft is read once, when its form opens: what is on screen is newer than what is stored.
  'draft.read': [],
}
