import { asc, eq } from 'drizzle-orm'
import type { BounceSide } from '#shared/domain/core/vocabulary'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { oncePerDatabase } from '../core/once-per-database'
import { bounceReason } from '../schema'

/** A bounce reason as it is stored. */
export type BounceReasonRow = typeof bounceReason.$inferSelect

const reasonsQuery = oncePerDatabase((db) =>
  db.select().from(bounceReason).orderBy(asc(bounceReason.retired), asc(bounceReason.position)).prepare(),
)
/** Lists all bounce reasons in their order (B1). Retired ones, which stay on old records, come last. */
export const listBounceReasons = (db: ReadableDb): readonly BounceReasonRow[] => reasonsQuery(db).all()
/** Finds a bounce reason by its code. */
export const findBounceReason = (db: ReadableDb, code: string): BounceReasonRow | null =>
  db.select().from(bounceReason).where(eq(bounceReason.code, code)).get() ?? null

interface BounceReasonWords {
  readonly side: BounceSide
  readonly label: string
  readonly seen: string
  readonly change: string
}
/** Adds a bounce reason at a position of the list. */
export const addBounceReason = (db: WritableDb, code: string, words: BounceReasonWords, position: number): void =>
  void db
    .insert(bounceReason)
    .values({ code, ...words, position })
    .run()
/** Updates a bounce reason. */
export const updateBounceReason = (db: WritableDb, code: string, change: Partial<Omit<BounceReasonRow, 'code'>>): void =>
  void db.update(bounceReason).set(change).where(eq(bounceReason.code, code)).run()
