import type { PersonId } from '#shared/domain/core/ids'

/** The same input, each text put through `put`, at any depth. */
function mapStrings(input: unknown, replace: (text: string) => string): unknown {
  if (typeof input === 'string') return replace(input)
  if (Array.isArray(input)) return input.map((one) => mapStrings(one, replace))
  if (input === null || typeof input !== 'object') return input
  return Object.fromEntries(Object.entries(input).map(([key, one]) => [key, mapStrings(one, replace)]))
}

/**
 * I3: whoever does not exist for the caller is put out of what she asks: each id of such a person or her records becomes
 * one that nobody has, so that the call is answered word for word as for an id that was never given. One place for all calls.
 */
export const hideRestrictedIds = (input: unknown, restrictedIds: ReadonlySet<string>, uuid: () => string): unknown =>
  restrictedIds.size === 0 ? input : mapStrings(input, (text) => (restrictedIds.has(text.toLowerCase()) ? uuid() : text))

/** A person whose record was joined to another one is met under that one, by every call: links and drafts go on. */
export const resolveMergedIds = (input: unknown, mergedIds: ReadonlyMap<PersonId, PersonId>): unknown =>
  mergedIds.size === 0 ? input : mapStrings(input, (text) => mergedIds.get(text.toLowerCase() as PersonId) ?? text)
