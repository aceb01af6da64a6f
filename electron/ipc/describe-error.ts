/**
 * Describes a bug as it may be logged (P6): its class and the place in our code. The message may contain typed words and the path
 * a user's name, so neither is taken.
 */
export function describeError(error: unknown): { readonly event: string; readonly where: string } {
  if (!(error instanceof Error)) return { event: 'thrown', where: typeof error }
  // The stack begins with the message, and a line of it may look like a place.
  const frame = /\n\s+at (?:.*[\\/(])?([\w.-]+:\d+):\d+\)?/.exec((error.stack ?? '').replace(error.message, ''))
  return { event: error.constructor.name, where: frame?.[1] ?? 'unknown' }
}
