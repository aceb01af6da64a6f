import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { MeetingId, PersonId, StaffId } from '#shared/domain/core/ids'
import type { WithheldItem, WithheldReader } from '#shared/domain/person/withheld'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { listPersonIds } from './merges'
import { redactorFor } from './withheld'
import { meeting, meetingText, story, withheldItem } from '../schema'

/** A version of a person's story as it is stored. */
export type StoryRow = typeof story.$inferSelect

/** M5: the text that the person approved last, under whichever of the person's records, redacted for the reader; null before there is one. */
export function loadStory(db: ReadableDb, personId: PersonId, reader: WithheldReader = null): StoryRow | null {
  const [newest] = db
    .select()
    .from(story)
    .where(inArray(story.personId, [...listPersonIds(db, personId)]))
    .all()
    .toSorted((a, b) => b.approvedAt - a.approvedAt || b.version - a.version)
  if (newest === undefined) return null
  const redact = redactorFor(db, personId, reader)
  return { ...newest, situation: redact(newest.situation), background: redact(newest.background) }
}

/** A story that the person has approved. */
export interface ApprovedStory {
  readonly personId: PersonId
  readonly meetingId: MeetingId | null
  readonly situation: string
  readonly background: string
  readonly now: number
  readonly by: StaffId
}

/** Adds a version under the person's own record; the old ones stay. What the person keeps private from everybody is not in it. Returns its number. */
export function addStory(db: WritableDb, { personId, meetingId, situation, background, now, by }: ApprovedStory): number {
  const redact = redactorFor(db, personId, null)
  const last = db
    .select({ version: sql<number>`coalesce(max(${story.version}), 0)` })
    .from(story)
    .where(eq(story.personId, personId))
    .get()
  const version = (last?.version ?? 0) + 1
  db.insert(story)
    .values({ personId, version, situation: redact(situation), background: redact(background), approvedAt: now, approvedBy: by, meetingId })
    .run()
  return version
}

/** A new withheld item, with its author and time. */
export interface NewWithheldItem extends WithheldItem {
  readonly id: string
  readonly personId: PersonId
  readonly now: number
  readonly by: StaffId
}

/**
 * M5: keeps something private from now on. If it is kept from everybody, it is also redacted where it is stored and may still
 * be changed: in the texts of the person's open meetings, and by a new version of the person's story.
 */
export function withholdItem(db: WritableDb, { id, personId, words, partnerId, now, by }: NewWithheldItem): void {
  const currentStory = loadStory(db, personId)
  db.insert(withheldItem).values({ id, personId, words, partnerId, at: now, by, liftedAt: null, liftedBy: null }).run()
  if (partnerId !== null) return
  const redact = redactorFor(db, personId, null)
  for (const { meetingId, field, text } of listOpenMeetingTexts(db, personId)) {
    const redactedText = redact(text)
    if (redactedText !== text)
      db.update(meetingText)
        .set({ text: redactedText, savedAt: now, savedBy: by })
        .where(and(eq(meetingText.meetingId, meetingId), eq(meetingText.field, field)))
        .run()
  }
  if (
    currentStory !== null &&
    (redact(currentStory.situation) !== currentStory.situation || redact(currentStory.background) !== currentStory.background)
  )
    addStory(db, { ...currentStory, personId, now, by })
}

const listOpenMeetingTexts = (db: ReadableDb, personId: PersonId) =>
  db
    .select({ meetingId: meetingText.meetingId, field: meetingText.field, text: meetingText.text })
    .from(meetingText)
    .innerJoin(meeting, eq(meeting.id, meetingText.meetingId))
    .where(and(inArray(meeting.personId, [...listPersonIds(db, personId)]), isNull(meeting.endedAt)))
    .all()
