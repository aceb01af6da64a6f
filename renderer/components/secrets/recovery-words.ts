/** Picks three different positions of the twelve, in order. */
export function pickThreePositions(): readonly number[] {
  const positions = new Set<number>()
  while (positions.size < 3) positions.add(1 + ((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % 12))
  return [...positions].toSorted((a, b) => a - b)
}

/** Checks which of the typed words are right; capitals and blanks around them do not matter. */
export const checkRecoveryWords = (typed: readonly string[], positions: readonly number[], words: readonly string[]): readonly boolean[] =>
  typed.map((word, index) => normalizeWord(word) === words[(positions[index] ?? 0) - 1])

export const normalizeWord = (typed: string): string => typed.trim().toLowerCase()

/** Joins items: '3, 8 and 11'. */
export const joinWithAnd = (items: readonly (string | number)[], and: string): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`
