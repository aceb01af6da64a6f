import { asc, eq } from 'drizzle-orm'
import type { Side } from '#shared/domain/vocabulary'
import type { ReadableDb, WritableDb } from './database'
import { oncePerBook } from './once'
import { bounceReason } from './schema'

export type ReasonRow = typeof bounceReason.$inferSelect

const all = oncePerBook((db) => db.select().from(bounceReason).orderBy(asc(bounceReason.retired), asc(bounceReason.position)).prepare())
/** B1: the whole list in its order; retired ones, which stay on old records, at the end. */
export const allReasons = (db: ReadableDb): readonly ReasonRow[] => all(db).all()
export const reasonRow = (db: ReadableDb, code: string): ReasonRow | null =>
  db.select().from(bounceReason).where(eq(bounceReason.code, code)).get() ?? null

interface Words {
  readonly side: Side
  readonly label: string
  readonly seen: string
  readonly change: string
}
export const addReason = (db: WritableDb, code: string, words: Words, position: number): void =>
  void db
    .insert(bounceReason)
    .values({ code, ...words, position })
    .run()
export const changeReason = (db: WritableDb, code: string, change: Partial<Omit<ReasonRow, 'code'>>): void =>
  void db.update(bounceReason).set(change).where(eq(bounceReason.code, code)).run()
