import { z } from 'zod'
import { reads, writes } from '../call'
import { done, instant, line, meetingId, note, partnerId, personId } from '../values'
import { freeText, partyName, withheldWords, workerName } from '../text-kinds'
import { answersAbout, subjects } from '../redact'

const withheldId = z.uuid()

/** Something that the person keeps private: the words that are redacted, from everybody or from one partner. */
export const withheldItemView = z.strictObject({
  id: withheldId,
  words: withheldWords,
  partnerId: partnerId.nullable(),
  /** Of the partner; empty: from everybody. */
  partner: partyName,
  at: instant,
  byName: workerName,
})
export type WithheldItemView = z.output<typeof withheldItemView>

/** The text that is written once (M5); null before there is one. */
export const storyView = z.strictObject({
  version: z.int(),
  situation: freeText,
  background: freeText,
  approvedAt: instant,
  approvedByName: workerName,
})
export type StoryView = z.output<typeof storyView>

export const story = {
  'story.read': reads(
    z.strictObject({ personId }),
    z.strictObject({ story: storyView.nullable() }).register(subjects, answersAbout('person', 'personId')),
    {
      audits: 'opened',
    },
  ),
  /**
   * M5: "she says it is right". A new version of the text; refuses `nothing_written` where both are empty, and
   * `no_such_meeting` for a meeting about another person.
   */
  'story.approve': writes(
    ['people', 'meetings'],
    z.strictObject({ personId, meetingId: meetingId.nullable(), situation: note(20_000), background: note(20_000) }),
    z.strictObject({ version: z.int() }),
    { audits: 'acted' },
  ),
  /** What the person keeps private now, oldest first. */
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
  /** The person says that it may be shared again; what was redacted in a stored text stays redacted. Refuses `not_kept_back`. */
  'withheld.remove': writes(['people', 'meetings', 'handoffs'], z.strictObject({ personId, id: withheldId }), done, { audits: 'acted' }),
} as const
