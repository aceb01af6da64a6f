/** A deterministic random generator (mulberry32), so that the sample office is always the same. */
export interface RandomSource {
  /** 0 ≤ n < 1. */
  next(): number
  /** A whole number, both ends included. */
  between(low: number, high: number): number
  likely(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of the pairs, as often as its weight says. */
  weighted<T>(list: readonly (readonly [weight: number, item: T])[]): T
}

export function createRandom(seed: number): RandomSource {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const pick = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(next() * list.length)]
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    likely: (probability) => next() < probability,
    pick,
    weighted(list) {
      let left = next() * list.reduce((sum, [weight]) => sum + weight, 0)
      return list.find(([weight]) => (left -= weight) < 0)?.[1] ?? pick(list)[1]
    },
  }
}

/** Creates UUIDs of version 7 from the sample's own clock and generator, so that the same year has the same ids. */
export const createIds = (random: RandomSource, now: () => number): { uuid(): string } => {
  const hex = (digits: number): string => Array.from({ length: digits }, () => random.between(0, 15).toString(16)).join('')
  return {
    uuid() {
      const time = now().toString(16).padStart(12, '0')
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${random.pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`
    },
  }
}
