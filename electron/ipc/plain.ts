const DEPTH = 24
const PARTS = 50_000
// The largest that the contract takes is a draft.
const CHARACTERS = 500_000

/**
 * True for what JSON can say, and `undefined` for a property left out. Structured clone carries more than that, also an
 * own `__proto__`, which zod's strict objects do not see (I1).
 */
export function isPlain(raw: unknown): boolean {
  let parts = 0
  let characters = 0
  const plain = (value: unknown, depth: number): boolean => {
    parts += 1
    if (depth > DEPTH || parts > PARTS) return false
    if (value === null || value === undefined || typeof value === 'boolean') return true
    if (typeof value === 'string') return (characters += value.length) <= CHARACTERS
    if (typeof value === 'number') return Number.isFinite(value)
    if (typeof value !== 'object') return false
    // A list of four thousand million holes is small to send and takes minutes to walk.
    if (Array.isArray(value)) return value.length <= PARTS && value.every((one) => plain(one, depth + 1))
    const proto: unknown = Object.getPrototypeOf(value)
    if (proto !== Object.prototype && proto !== null) return false
    return Object.entries(value).every(([key, one]) => key !== '__proto__' && plain(one, depth + 1))
  }
  return plain(raw, 0)
}
