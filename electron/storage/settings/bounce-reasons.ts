import { asc, eq } from 'drizzle-orm'
import type { BounceSide } from '#shared/domain/core/vocabulary'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { oncePerDatabase } from '../core/once-per-database'
import { bounceReason } from '../schema'

export type BounceReasonRow = typeof bounceReason.$inferSelect

const reasonsQuery = oncePerDatabase((db) =>
  db.select().from(bounceReason).orderBy(asc(bounceReason.retired), asc(bounceReason.position)).prepare(),
)
/** B1: the whole list in its order; retired ones, which stay on old records, at the end. */
export const listBounceReasons = (db: ReadableDb): readonly BounceReasonRow[] => reasonsQuery(db).all()
export const findBounceReason = (db: ReadableDb, code: string): BounceReasonRow | null =>
  db.select().from(bounceReason).where(eq(bounceReason.code, code)).get() ?? null

interface BounceReasonWords {
  readonly side: BounceSide
  readonly label: string
  readonly seen: string
  readonly change: string
}
export const addBounceReason = (db: WritableDb, code: string, words: BounceReasonWords, position: number): void =>
  void db
    .insert(bounceReason)
    .values({ code, ...words, position })
    .run()
export const updateBounceReason = (db: WritableDb, code: string, change: Partial<Omit<BounceReasonRow, 'code'>>): void =>
  void db.update(bounceReason).set(change).where(eq(bounceReason.code, code)).run()
