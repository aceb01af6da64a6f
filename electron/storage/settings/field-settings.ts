import { FIELD_NAMES, type FieldName, type FieldSetting } from '#shared/domain/policy/form-fields'
import type { StaffId } from '#shared/domain/core/ids'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { oncePerDatabase } from '../core/once-per-database'
import { fieldSetting } from '../schema'

type StoredFieldSetting = FieldSetting & { readonly setAt: number; readonly setBy: StaffId }

const fieldSettingsQuery = oncePerDatabase((db) => db.select().from(fieldSetting).prepare())
const isFieldName = (name: string): name is FieldName => (FIELD_NAMES as readonly string[]).includes(name)

/** Lists the data owner's settings of the forms' fields. A setting for a field that no longer exists is skipped. */
export const listFieldSettings = (db: ReadableDb): readonly StoredFieldSetting[] =>
  fieldSettingsQuery(db)
    .all()
    .flatMap(({ field, ...rest }) => (isFieldName(field) ? [{ field, ...rest }] : []))

/** Saves the setting of one field. */
export function saveFieldSetting(db: WritableDb, { field, ...setting }: FieldSetting, now: number, by: StaffId): void {
  const values = { ...setting, setAt: now, setBy: by }
  db.insert(fieldSetting)
    .values({ field, ...values })
    .onConflictDoUpdate({ target: fieldSetting.field, set: values })
    .run()
}
