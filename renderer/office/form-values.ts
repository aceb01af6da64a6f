import type { Failure } from '#shared/contract/call'

type FormValues = Readonly<Record<string, unknown>>

/** Whether two typed values are the same. A form holds plain JSON only, because it is also its draft. */
const isSame = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other)

/**
 * The fields that differ from what the form began with. Only these are kept as the draft: what a colleague corrects in the record
 * meanwhile is not overwritten by an old draft that never touched it.
 */
export const findChangedFields = (values: FormValues, initial: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([field, value]) => !isSame(value, initial[field])))

/** The form filled with a draft. Fields that the form does not have any more are left out. */
export const fillFromDraft = <T extends object>(initial: T, draft: FormValues | null): T => ({
  ...initial,
  ...Object.fromEntries(Object.entries(draft ?? {}).filter(([field]) => Object.hasOwn(initial, field))),
})

/** The paths that a failure names, as the contract writes them: dotted. */
export function listFailurePaths(failure: Failure): readonly string[] {
  if (failure.kind === 'invalid') return failure.fields.map((field) => field.path)
  return failure.kind === 'refused' && failure.field ? [failure.field] : []
}

/** The form's field for a path of the contract: the longest beginning of the path that is one, or null. */
export function findFieldForPath(path: string, isField: (path: string) => boolean): string | null {
  const parts = path.split('.')
  for (let length = parts.length; length > 0; length -= 1) {
    const found = parts.slice(0, length).join('.')
    if (isField(found)) return found
  }
  return null
}
