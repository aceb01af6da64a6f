import { z } from 'zod'
import { reads, writes } from './call'
import { done, instant, line, meetingId, note, partnerId, personId } from './values'

const withheldId = z.uuid()

/** Something that she keeps back: in the words that are struck out, from everybody or from one partner. */
export const withheldItemView = z.strictObject({
  id: withheldId,
  words: z.string(),
  partnerId: partnerId.nullable(),
  /** Of the partner; empty: from everybody. */
  partner: z.string(),
  at: instant,
  byName: z.string(),
})
export type WithheldItemView = z.output<typeof withheldItemView>

/** The text written once (M5), struck out; null before there is one. */
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
   * M5: "she says it is right". A new version of the text; refuses `nothing_written` where both are empty, and
   * `no_such_meeting` for a meeting of somebody else.
   */
  'story.approve': writes(
    ['people', 'meetings'],
    z.strictObject({ personId, meetingId: meetingId.nullable(), situation: note(20_000), background: note(20_000) }),
    z.strictObject({ version: z.int() }),
    { audits: 'acted' },
  ),
  /** What she keeps back now, oldest first. */
  'withheld.list': reads(z.strictObject({ personId }), z.array(withheldItemView), { audits: 'opened' }),
  /** M5: takes effect at once, in every meeting that runs. Refuses `words_too_short`. Known already: answers what is there. */
  'withheld.add': writes(
    ['people', 'meetings', 'handoffs'],
    z.strictObject({ personId, words: line(500), partnerId: partnerId.nullable() }),
    z.strictObject({ id: withheldId }),
    { audits: 'acted' },
  ),
  /** She says that it may be told again; what was struck out of a text that lay written stays out of it. Refuses `not_kept_back`. */
  'withheld.remove': writes(['people', 'meetings', 'handoffs'], z.strictObject({ personId, id: withheldId }), done, { audits: 'acted' }),
} as const
