import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { MeetingId, PersonId, StaffId } from '#shared/domain/core/ids'
import { listWithheldWords, redactWords, type WithheldItem, type WithheldReader } from '#shared/domain/person/withheld'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { listPersonIds, resolveMergedId } from './merges'
import { oncePerDatabase } from '../core/once-per-database'
import { meeting, meetingText, story, withheldItem } from '../schema'

/** A version of a person's story as it is stored. */
export type StoryRow = typeof story.$inferSelect
/** A withheld item as it is stored. */
export type WithheldItemRow = typeof withheldItem.$inferSelect

const anyWithheldQuery = oncePerDatabase((db) =>
  db
    .select({ one: sql`1` })
    .from(withheldItem)
    .where(isNull(withheldItem.liftedAt))
    .limit(1)
    .prepare(),
)

const withholdingPeopleQuery = oncePerDatabase((db) =>
  db.selectDistinct({ personId: withheldItem.personId }).from(withheldItem).where(isNull(withheldItem.liftedAt)).prepare(),
)

/** Lists what the person withholds and has not lifted, oldest first, from all merged records of the person (M5). */
export function listWithheldItems(db: ReadableDb, personId: PersonId): readonly WithheldItemRow[] {
  // Most people withhold nothing, and lists ask this for each person.
  if (anyWithheldQuery(db).get() === undefined) return []
  return db
    .select()
    .from(withheldItem)
    .where(and(inArray(withheldItem.personId, [...listPersonIds(db, personId)]), isNull(withheldItem.liftedAt)))
    .orderBy(asc(withheldItem.at), asc(withheldItem.id))
    .all()
}

const createRedactor = (items: readonly WithheldItem[], reader: WithheldReader) => {
  const words = listWithheldWords(items, reader)
  return words.length === 0 ? (text: string) => text : (text: string) => redactWords(text, words)
}

/**
 * Returns a function that redacts from any text of the person what this reader may not read (M5). The reader is a partner; null is a
 * screen of the shelter; `paper` is a printed sheet that anyone may find. Every reading of a meeting, a story or a plan line goes through
 * it.
 */
export const redactorFor = (db: ReadableDb, personId: PersonId, reader: WithheldReader): ((text: string) => string) =>
  createRedactor(listWithheldItems(db, personId), reader)

/** Creates the same function for many people at once, for a screen of the shelter. People who withhold nothing cost nothing. */
export function createHouseRedactor(db: ReadableDb): (personId: PersonId) => (text: string) => string {
  const withholdingIds = new Set(
    withholdingPeopleQuery(db)
      .all()
      .map(({ personId }) => resolveMergedId(db, personId)),
  )
  return (personId) => (withholdingIds.has(personId) ? redactorFor(db, personId, null) : (text) => text)
}

/**
 * Loads the story that the person approved last, from all merged records, redacted for the reader (M5). Returns null before there is one.
 */
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

/**
 * Adds a new version of the story under the person's own record and returns its number. The old versions stay. Words withheld from
 * everyone are not in it.
 */
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
 * Withholds words of the person from now on (M5). If they are withheld from everyone, they are also redacted where the text may still be
 * changed: in the texts of open meetings, and by a new version of the story.
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

/** Lifts a withheld item, because the person allowed telling it again. What was redacted from a text stays redacted. */
export function liftWithheldItem(db: WritableDb, id: string, now: number, by: StaffId): void {
  db.update(withheldItem).set({ liftedAt: now, liftedBy: by }).where(eq(withheldItem.id, id)).run()
}

/** Finds a withheld item by its id. */
export const findWithheldItem = (db: ReadableDb, id: string): WithheldItemRow | null =>
  db.select().from(withheldItem).where(eq(withheldItem.id, id)).get() ?? null
