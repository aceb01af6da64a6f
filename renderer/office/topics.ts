import type { Topic } from '#shared/contract/entry'
import type { ReadingChannel } from '#shared/contract/index'

/** Which announcements make a screen read a channel again. The type asks for every reading channel of the contract. */
export const TOPICS_OF: Readonly<Record<ReadingChannel, readonly Topic[]>> = {
  'office.state': ['office', 'handoffs', 'alerts', 'staff', 'audit'],
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
  'staff.overview': ['staff', 'office', 'handoffs'],
  'staff.leaving': ['staff', 'handoffs', 'people'],
  'keys.read': ['staff', 'office'],
  // Made once for whoever asks, like the words of the set-up: read again they would be others.
  'keys.words': [],
  'access.read': ['people', 'handoffs', 'staff'],
  'access.lines': ['handoffs', 'people', 'staff'],
  'audit.page': ['audit'],
  'audit.toRead': ['audit', 'office'],
  'settings.read': ['office'],
  'bounceReason.list': [],
  'alert.list': ['alerts', 'handoffs'],
  'search.find': ['handoffs', 'people', 'partners'],
  // A draft is read once, when its form opens: what is on screen is newer than what is stored.
  'draft.read': [],
}
