import type { PersonId } from '#shared/domain/core/ids'

/** Replaces each text of the input, at any depth. */
function mapStrings(input: unknown, replace: (text: string) => string): unknown {
  if (typeof input === 'string') return replace(input)
  if (Array.isArray(input)) return input.map((one) => mapStrings(one, replace))
  if (input === null || typeof input !== 'object') return input
  return Object.fromEntries(Object.entries(input).map(([key, one]) => [key, mapStrings(one, replace)]))
}

/**
 * Replaces each id of a person who does not exist for the caller, or of that person's records, by an id that nobody has (I3). The
 * call is then answered word for word as for an unknown id. This is the one place for all calls.
 */
export const hideRestrictedIds = (input: unknown, restrictedIds: ReadonlySet<string>, uuid: () => string): unknown =>
  restrictedIds.size === 0 ? input : mapStrings(input, (text) => (restrictedIds.has(text.toLowerCase()) ? uuid() : text))

/** Replaces the id of a person whose record was merged by the id of the record that stays, so that links and drafts still work. */
export const resolveMergedIds = (input: unknown, mergedIds: ReadonlyMap<PersonId, PersonId>): unknown =>
  mergedIds.size === 0 ? input : mapStrings(input, (text) => mergedIds.get(text.toLowerCase() as PersonId) ?? text)
