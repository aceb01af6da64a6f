import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { MeetingId, PersonId, StaffId } from '#shared/domain/core/ids'
import { listWithheldWords, redactWords, type WithheldItem, type WithheldReader } from '#shared/domain/person/withheld'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { listPersonIds, resolveMergedId } from './merges'
import { oncePerDatabase } from '../core/once-per-database'
import { meeting, meetingText, story, withheldItem } from '../schema'

export type StoryRow = typeof story.$inferSelect
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

/** M5: what she keeps back and has not lifted, oldest first; under whichever record it was written down. */
export function listWithheldItems(db: ReadableDb, personId: PersonId): readonly WithheldItemRow[] {
  // Most people keep nothing back, and lists ask of each.
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
 * M5: what strikes out, in any text of hers, what this reader may not read: a partner; null, a screen of the house; `paper`,
 * a sheet that anybody may find. Every reading of a meeting, a story or a plan line goes through it.
 */
export const redactorFor = (db: ReadableDb, personId: PersonId, reader: WithheldReader): ((text: string) => string) =>
  createRedactor(listWithheldItems(db, personId), reader)

/** The same for many people at once, on a screen of the house: whoever keeps nothing back costs nothing. */
export function createHouseRedactor(db: ReadableDb): (personId: PersonId) => (text: string) => string {
  const withholdingIds = new Set(
    withholdingPeopleQuery(db)
      .all()
      .map(({ personId }) => resolveMergedId(db, personId)),
  )
  return (personId) => (withholdingIds.has(personId) ? redactorFor(db, personId, null) : (text) => text)
}

/** M5: the text she approved last, whichever of her records it was written under, struck out for the reader; null before there is one. */
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

export interface ApprovedStory {
  readonly personId: PersonId
  readonly meetingId: MeetingId | null
  readonly situation: string
  readonly background: string
  readonly now: number
  readonly by: StaffId
}

/** A new version under her own record; the old ones stay. What she keeps back from everybody is not in it. Answers its number. */
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

export interface NewWithheldItem extends WithheldItem {
  readonly id: string
  readonly personId: PersonId
  readonly now: number
  readonly by: StaffId
}

/**
 * M5: from now on it is not read any more. From everybody, it is struck out as well where it stands written and may still be
 * changed: in the texts of her open meetings, and by a new version of her story.
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

/** She said that it may be told again; what was struck out of a text stays out of it. */
export function liftWithheldItem(db: WritableDb, id: string, now: number, by: StaffId): void {
  db.update(withheldItem).set({ liftedAt: now, liftedBy: by }).where(eq(withheldItem.id, id)).run()
}

export const findWithheldItem = (db: ReadableDb, id: string): WithheldItemRow | null =>
  db.select().from(withheldItem).where(eq(withheldItem.id, id)).get() ?? null
