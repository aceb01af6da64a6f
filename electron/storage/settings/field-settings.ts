import { FIELD_NAMES, type FieldName, type FieldSetting } from '#shared/domain/policy/form-fields'
import type { StaffId } from '#shared/domain/core/ids'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { oncePerDatabase } from '../core/once-per-database'
import { fieldSetting } from '../schema'

type StoredFieldSetting = FieldSetting & { readonly setAt: number; readonly setBy: StaffId }

const fieldSettingsQuery = oncePerDatabase((db) => db.select().from(fieldSetting).prepare())
const isFieldName = (name: string): name is FieldName => (FIELD_NAMES as readonly string[]).includes(name)

/** What the data owner has said about the forms' fields; one that a later version no longer has is passed over. */
export const listFieldSettings = (db: ReadableDb): readonly StoredFieldSetting[] =>
  fieldSettingsQuery(db)
    .all()
    .flatMap(({ field, ...rest }) => (isFieldName(field) ? [{ field, ...rest }] : []))

export function saveFieldSetting(db: WritableDb, { field, ...setting }: FieldSetting, now: number, by: StaffId): void {
  const values = { ...setting, setAt: now, setBy: by }
  db.insert(fieldSetting)
    .values({ field, ...values })
    .onConflictDoUpdate({ target: fieldSetting.field, set: values })
    .run()
}
