import type { PersonId } from '#shared/domain/ids'

/** The same input, each text put through `put`, at any depth. */
function throughout(input: unknown, put: (text: string) => string): unknown {
  if (typeof input === 'string') return put(input)
  if (Array.isArray(input)) return input.map((one) => throughout(one, put))
  if (input === null || typeof input !== 'object') return input
  return Object.fromEntries(Object.entries(input).map(([key, one]) => [key, throughout(one, put)]))
}

/**
 * I3: whoever does not exist for the caller is put out of what she asks: each id of such a person or her records becomes
 * one that nobody has, so that the call is answered word for word as for an id that was never given. One place for all calls.
 */
export const withoutStrangers = (input: unknown, strangers: ReadonlySet<string>, uuid: () => string): unknown =>
  strangers.size === 0 ? input : throughout(input, (text) => (strangers.has(text.toLowerCase()) ? uuid() : text))

/** A person whose record was joined to another one is met under that one, by every call: links and drafts go on. */
export const withLiving = (input: unknown, merged: ReadonlyMap<PersonId, PersonId>): unknown =>
  merged.size === 0 ? input : throughout(input, (text) => merged.get(text.toLowerCase() as PersonId) ?? text)
