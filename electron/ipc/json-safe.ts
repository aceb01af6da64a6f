const MAX_DEPTH = 24
const MAX_PARTS = 50_000
// The largest that the contract takes is a draft.
const MAX_CHARACTERS = 500_000

/**
 * True for what JSON can express, and for `undefined` where a property is left out. Structured clone carries more than that, also an
 * own `__proto__`, which zod's strict objects do not see (I1).
 */
export function isJsonSafe(raw: unknown): boolean {
  let parts = 0
  let characters = 0
  const isSafeValue = (value: unknown, depth: number): boolean => {
    parts += 1
    if (depth > MAX_DEPTH || parts > MAX_PARTS) return false
    if (value === null || value === undefined || typeof value === 'boolean') return true
    if (typeof value === 'string') return (characters += value.length) <= MAX_CHARACTERS
    if (typeof value === 'number') return Number.isFinite(value)
    if (typeof value !== 'object') return false
    // A list of four thousand million holes is small to send and takes minutes to walk.
    if (Array.isArray(value)) return value.length <= MAX_PARTS && value.every((one) => isSafeValue(one, depth + 1))
    const proto: unknown = Object.getPrototypeOf(value)
    if (proto !== Object.prototype && proto !== null) return false
    return Object.entries(value).every(([key, one]) => key !== '__proto__' && isSafeValue(one, depth + 1))
  }
  return isSafeValue(raw, 0)
}
