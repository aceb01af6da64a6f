/**
 * I3: whoever does not exist for the caller is put out of what she asks: each id of such a person or her records becomes
 * one that nobody has, so that the call is answered word for word as for an id that was never given. One place for all calls.
 */
export function withoutStrangers(input: unknown, strangers: ReadonlySet<string>, uuid: () => string): unknown {
  if (strangers.size === 0) return input
  const put = (value: unknown): unknown => {
    if (typeof value === 'string') return strangers.has(value.toLowerCase()) ? uuid() : value
    if (Array.isArray(value)) return value.map(put)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, put(one)]))
  }
  return put(input)
}
