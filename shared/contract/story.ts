import { z } from 'zod'
import { reads, writes } from './call'
import { instant, line, meetingId, note, partnerId, personId } from './values'

const withheldId = z.uuid()

/** A withheld item: the words that are redacted, for everyone or for one partner. */
export const withheldItemView = z.strictObject({
  id: withheldId,
  words: z.string(),
  partnerId: partnerId.nullable(),
  /** The partner's name; empty: withheld from everyone. */
  partner: z.string(),
  at: instant,
  byName: z.string(),
})
export type WithheldItemView = z.output<typeof withheldItemView>

/** The text written once, redacted; null before there is one (M5). */
export const storyView = z.strictObject({
  version: z.int(),
  situation: z.string(),
  background: z.string(),
  approvedAt: instant,
  approvedByName: z.string(),
})
export type StoryView = z.output<typeof storyView>

export const story = {
  'story.read': reads(z.strictObject({ personId }), z.strictObject({ story: storyView.nullable() }), { audits: 'opened' }),
  /**
   * Approves the text: the person says that it is right (M5). A new version; refuses `nothing_written` where both are empty, and
   * `no_such_meeting` for a meeting of another person.
   */
  'story.approve': writes(
    ['people', 'meetings'],
    z.strictObject({ personId, meetingId: meetingId.nullable(), situation: note(20_000), background: note(20_000) }),
    z.strictObject({ version: z.int() }),
    { audits: 'acted' },
  ),
  /** Lists what the person withholds now, oldest first. */
  'withheld.list': reads(z.strictObject({ personId }), z.array(withheldItemView), { audits: 'opened' }),
  /**
   * Withholds words at once, also in every running meeting (M5). Refuses `words_too_short`. Returns the existing item if it is known
   * already.
   */
  'withheld.add': writes(
    ['people', 'meetings', 'handoffs'],
    z.strictObject({ personId, words: line(500), partnerId: partnerId.nullable() }),
    z.strictObject({ id: withheldId }),
    { audits: 'acted' },
  ),
  /**
   * Lifts an item, because the person allows telling it again. What was redacted from a stored text stays redacted. Refuses
   * `not_kept_back`.
   */
  'withheld.remove': writes(
    ['people', 'meetings', 'handoffs'],
    z.strictObject({ personId, id: withheldId }),
    z.strictObject({ done: z.literal(true) }),
    { audits: 'acted' },
  ),
} as const
