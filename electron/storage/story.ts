import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { MeetingId, PersonId, StaffId } from '#shared/domain/ids'
import { keptFrom, strikeOut, type KeptBack, type Reader } from '#shared/domain/kept-back'
import type { ReadableDb, WritableDb } from './database'
import { idsOf, livingId } from './merges'
import { oncePerBook } from './once'
import { meeting, meetingText, story, withheldItem } from './schema'

export type StoryRow = typeof story.$inferSelect
export type KeptRow = typeof withheldItem.$inferSelect

const nothingKept = oncePerBook((db) =>
  db
    .select({ one: sql`1` })
    .from(withheldItem)
    .where(isNull(withheldItem.liftedAt))
    .limit(1)
    .prepare(),
)

const keeping = oncePerBook((db) =>
  db.selectDistinct({ personId: withheldItem.personId }).from(withheldItem).where(isNull(withheldItem.liftedAt)).prepare(),
)

/** M5: what she keeps back and has not lifted, oldest first; under whichever record it was written down. */
export function keptBack(db: ReadableDb, personId: PersonId): readonly KeptRow[] {
  // Most people keep nothing back, and lists ask of each.
  if (nothingKept(db).get() === undefined) return []
  return db
    .select()
    .from(withheldItem)
    .where(and(inArray(withheldItem.personId, [...idsOf(db, personId)]), isNull(withheldItem.liftedAt)))
    .orderBy(asc(withheldItem.at), asc(withheldItem.id))
    .all()
}

const striker = (items: readonly KeptBack[], reader: Reader) => {
  const words = keptFrom(items, reader)
  return words.length === 0 ? (text: string) => text : (text: string) => strikeOut(text, words)
}

/**
 * M5: what strikes out, in any text of hers, what this reader may not read: a partner; null, a screen of the house; `paper`,
 * a sheet that anybody may find. Every reading of a meeting, a story or a plan line goes through it.
 */
export const strikerFor = (db: ReadableDb, personId: PersonId, reader: Reader): ((text: string) => string) =>
  striker(keptBack(db, personId), reader)

/** The same for many people at once, on a screen of the house: whoever keeps nothing back costs nothing. */
export function strikersFor(db: ReadableDb): (personId: PersonId) => (text: string) => string {
  const keep = new Set(
    keeping(db)
      .all()
      .map(({ personId }) => livingId(db, personId)),
  )
  return (personId) => (keep.has(personId) ? strikerFor(db, personId, null) : (text) => text)
}

/** M5: the text she approved last, whichever of her records it was written under, struck out for the reader; null before there is one. */
export function storyOf(db: ReadableDb, personId: PersonId, reader: Reader = null): StoryRow | null {
  const [newest] = db
    .select()
    .from(story)
    .where(inArray(story.personId, [...idsOf(db, personId)]))
    .all()
    .toSorted((a, b) => b.approvedAt - a.approvedAt || b.version - a.version)
  if (newest === undefined) return null
  const strike = strikerFor(db, personId, reader)
  return { ...newest, situation: strike(newest.situation), background: strike(newest.background) }
}

export interface Approved {
  readonly personId: PersonId
  readonly meetingId: MeetingId | null
  readonly situation: string
  readonly background: string
  readonly now: number
  readonly by: StaffId
}

/** A new version under her own record; the old ones stay. What she keeps back from everybody is not in it. Answers its number. */
export function addStory(db: WritableDb, { personId, meetingId, situation, background, now, by }: Approved): number {
  const strike = strikerFor(db, personId, null)
  const last = db
    .select({ version: sql<number>`coalesce(max(${story.version}), 0)` })
    .from(story)
    .where(eq(story.personId, personId))
    .get()
  const version = (last?.version ?? 0) + 1
  db.insert(story)
    .values({ personId, version, situation: strike(situation), background: strike(background), approvedAt: now, approvedBy: by, meetingId })
    .run()
  return version
}

export interface NewKept extends KeptBack {
  readonly id: string
  readonly personId: PersonId
  readonly now: number
  readonly by: StaffId
}

/**
 * M5: from now on it is not read any more. From everybody, it is struck out as well where it stands written and may still be
 * changed: in the texts of her open meetings, and by a new version of her story.
 */
export function keepBack(db: WritableDb, { id, personId, words, partnerId, now, by }: NewKept): void {
  const told = storyOf(db, personId)
  db.insert(withheldItem).values({ id, personId, words, partnerId, at: now, by, liftedAt: null, liftedBy: null }).run()
  if (partnerId !== null) return
  const strike = strikerFor(db, personId, null)
  for (const { meetingId, field, text } of openTexts(db, personId)) {
    const left = strike(text)
    if (left !== text)
      db.update(meetingText)
        .set({ text: left, savedAt: now, savedBy: by })
        .where(and(eq(meetingText.meetingId, meetingId), eq(meetingText.field, field)))
        .run()
  }
  if (told !== null && (strike(told.situation) !== told.situation || strike(told.background) !== told.background))
    addStory(db, { ...told, personId, now, by })
}

const openTexts = (db: ReadableDb, personId: PersonId) =>
  db
    .select({ meetingId: meetingText.meetingId, field: meetingText.field, text: meetingText.text })
    .from(meetingText)
    .innerJoin(meeting, eq(meeting.id, meetingText.meetingId))
    .where(and(inArray(meeting.personId, [...idsOf(db, personId)]), isNull(meeting.endedAt)))
    .all()

/** She said that it may be told again; what was struck out of a text stays out of it. */
export function liftKept(db: WritableDb, id: string, now: number, by: StaffId): void {
  db.update(withheldItem).set({ liftedAt: now, liftedBy: by }).where(eq(withheldItem.id, id)).run()
}

export const keptRow = (db: ReadableDb, id: string): KeptRow | null =>
  db.select().from(withheldItem).where(eq(withheldItem.id, id)).get() ?? null
