import { FIELD_NAMES, type FieldName, type FieldSetting } from '#shared/domain/fields'
import type { StaffId } from '#shared/domain/ids'
import type { ReadableDb, WritableDb } from './database'
import { oncePerBook } from './once'
import { fieldSetting } from './schema'

type Stored = FieldSetting & { readonly setAt: number; readonly setBy: StaffId }

const all = oncePerBook((db) => db.select().from(fieldSetting).prepare())
const isField = (name: string): name is FieldName => (FIELD_NAMES as readonly string[]).includes(name)

/** What the data owner has said about the forms' fields; one that a later version no longer has is passed over. */
export const fieldSettings = (db: ReadableDb): readonly Stored[] =>
  all(db)
    .all()
    .flatMap(({ field, ...rest }) => (isField(field) ? [{ field, ...rest }] : []))

export function saveField(db: WritableDb, { field, ...said }: FieldSetting, now: number, by: StaffId): void {
  const values = { ...said, setAt: now, setBy: by }
  db.insert(fieldSetting)
    .values({ field, ...values })
    .onConflictDoUpdate({ target: fieldSetting.field, set: values })
    .run()
}
